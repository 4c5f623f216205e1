"""Routes: whom an answer sends people to, written `self>court`, `psc`, `none`."""

import re
from dataclasses import dataclass

_STEP = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ROUTE = re.compile(rf"^{_STEP}(?:>{_STEP})*$")


@dataclass(frozen=True, slots=True)
class Route:
    """The steps of a route. `self` means people can do it alone; `none` that nobody is needed."""

    steps: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Route":
        """Split a route that `parse_route` accepts."""
        return cls(tuple(text.split(">")))

    @property
    def contacts(self) -> tuple[str, ...]:
        """The contact ids in the order to try them."""
        return tuple(step for step in self.steps if step not in ("self", "none"))


def parse_route(text: str) -> str:
    """Return the route as it is.

    Raises ValueError with the cure for one that is not `self>contact`, `contact>contact`,
    a contact id, or `none`.
    """
    steps = text.split(">")
    if not _ROUTE.match(text) or len(set(steps)) != len(steps):
        raise ValueError(
            "a route is contact ids joined by > without spaces, such as self>court or psc"
        )
    if "none" in steps and len(steps) > 1:
        raise ValueError("`none` stands alone")
    if "self" in steps and (steps[0] != "self" or len(steps) < 2):
        raise ValueError("`self` comes first and a contact follows it, such as self>court")
    return text
