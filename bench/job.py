"""What a fresh process is asked to measure, and what it reports: plain values that JSON holds."""

from dataclasses import dataclass, field
from typing import Any

from bot.matching import Kind, Lesson, Words

OURS = "this matcher"
TIMED = 250
"""Questions whose time is taken, evenly spread over all of them: the same for every method."""


@dataclass(frozen=True)
class Job:
    """Teach one method and put questions to it.

    `kept` is a file for what this matcher learned: it is loaded if `load` is set, else written.
    `warm` are questions asked before the clock counts; none of them is among `questions`, of which
    about `timed`, evenly spread, are timed. Then each is asked once for its ranking, if `rank` is
    set. After `seconds` by the clock on the wall it has failed (a limit of CPU time would make the
    CPU clock coarse).
    """

    method: str
    lessons: tuple[Lesson, ...]
    words: Words
    questions: tuple[str, ...]
    warm: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    kept: str = ""
    load: bool = False
    timed: int = TIMED
    rank: bool = True
    seconds: int = 3600


@dataclass(frozen=True)
class Report:
    """What came of a job. Seconds are of the process on its core; memory is in MB.

    `ranked` holds (label, score) pairs for each question; `decided`, of this matcher only, the
    decision, the chosen labels, and the probability that what is shown is right. `micros` is what
    each single call took. `peak` includes keeping what was learned, and no ranking of questions.
    """

    build_seconds: float
    bare: float
    resident: float
    peak: float
    micros: list[float]
    ranked: list[list[tuple[str, float]]]
    decided: list[tuple[str, list[str], float]] = field(default_factory=list)
    kept_bytes: int = 0


def job_of(data: dict[str, Any]) -> Job:
    """The job that `dataclasses.asdict` turned into plain values."""
    plain = {name: _tuples(value) for name, value in data.items()}
    lessons = tuple(
        Lesson(**{**each, "kind": Kind(each["kind"])}) for each in map(_tuples, data["lessons"])
    )
    words = Words(**_tuples(data["words"]))
    return Job(**{**plain, "lessons": lessons, "words": words})


def _tuples(value: Any) -> Any:
    """Lists, which JSON made of tuples, as tuples again."""
    if isinstance(value, dict):
        return {key: _tuples(each) for key, each in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
