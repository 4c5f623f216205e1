"""Modals and Home tabs: who sees which view, and what is typed into it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.model import Json
from bot.sandbox.timeline import with_block_ids
from bot.sandbox.workspace import Workspace

MOST_VIEWS = 3
"""So many modals can lie on each other."""


@dataclass
class View:
    """A view that is shown to one person. `definition` is what the app sent, ids filled in."""

    id: str
    user: str
    definition: Json
    hash: str
    root: str
    previous: str | None = None
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """The blocks in it."""
        blocks: list[Json] = self.definition["blocks"]
        return blocks

    def wire(self, workspace: Workspace) -> Json:
        """The view as Slack tells it in responses and payloads."""
        return {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            **self.definition,
            "id": self.id,
            "team_id": workspace.team,
            "app_id": workspace.app_id,
            "bot_id": workspace.bot_id,
            "hash": self.hash,
            "root_view_id": self.root,
            "previous_view_id": self.previous,
            "state": {"values": self.values},
        }


class Views:
    """Everybody's stack of modals and Home tab."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def home(self, user: str) -> View | None:
        """A person's Home tab, None while nothing was published."""
        return self._homes.get(user)

    def stack(self, user: str) -> list[View]:
        """The modals open for a person, the visible one last."""
        return list(self._stacks.get(user, ()))

    def find(self, view_id: str, external_id: str = "") -> View | None:
        """A view that is open, by either id."""
        for view in self._all():
            if view.id == view_id or (
                external_id and view.definition.get("external_id") == external_id
            ):
                return view
        return None

    def open(self, user: str, definition: Json) -> View:
        """Show a modal alone; an open stack is replaced."""
        view = self._new(user, definition)
        self._stacks[user] = [view]
        return view

    def push(self, user: str, definition: Json) -> View | None:
        """Lay a modal on the stack; None when three lie there or none is open."""
        stack = self._stacks.get(user, [])
        if not stack or len(stack) >= MOST_VIEWS:
            return None
        view = self._new(user, definition, stack[-1])
        stack.append(view)
        return view

    def update(self, view: View, definition: Json) -> View:
        """Draw a view anew. What was typed stays where `block_id` and `action_id` stay."""
        view.definition = _stored(definition)
        view.hash = self._hash()
        view.errors = {}
        kept = {block["block_id"] for block in view.blocks}
        view.values = {name: held for name, held in view.values.items() if name in kept}
        return view

    def publish(self, user: str, definition: Json) -> View:
        """Show a Home tab."""
        shown = self._homes.get(user)
        if shown is None:
            self._homes[user] = self._new(user, definition)
        else:
            self.update(shown, definition)
        return self._homes[user]

    def close(self, view: View) -> None:
        """Close a modal and whatever lies on it."""
        stack = self._stacks.get(view.user, [])
        if view in stack:
            del stack[stack.index(view) :]

    def clear(self, user: str) -> None:
        """Close all of a person's modals."""
        self._stacks.pop(user, None)

    def forget(self) -> None:
        """Close everything and unpublish every Home tab."""
        self._stacks.clear()
        self._homes.clear()

    def _all(self) -> Iterator[View]:
        yield from self._homes.values()
        for stack in self._stacks.values():
            yield from stack

    def _new(self, user: str, definition: Json, below: View | None = None) -> View:
        name = f"V{next(self._numbers):06d}"
        root, previous = (below.root, below.id) if below else (name, None)
        return View(name, user, _stored(definition), self._hash(), root, previous)

    def _hash(self) -> str:
        return f"{next(self._numbers)}.hash"


def _stored(definition: Json) -> Json:
    return definition | {"blocks": with_block_ids(definition.get("blocks") or [])}
