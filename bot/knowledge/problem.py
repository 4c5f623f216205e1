"""Problems in the knowledge folder, told the way a clerk can act on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Errors stop a release; warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of the folder. Lines and columns count from 1.

    Both are 0 for what has no lines: a folder, or a file that is not there.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @classmethod
    def without_lines(cls, path: str = ".") -> "Place":
        """A folder, the knowledge folder itself unless another is named, or a missing file."""
        return cls(path, 0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, the offending text, what is wrong, and the cure."""

    place: Place
    what: str
    cure: str
    found: str = ""
    severity: Severity = field(default=Severity.ERROR)

    def __str__(self) -> str:
        found = f" ({self.found!r})" if self.found else ""
        return f"{self.place}: {self.severity}: {self.what}{found}. {self.cure}"


class KnowledgeError(Exception):
    """A folder that cannot be served. Holds every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
