"""The questions of the comparison, and what should come of each."""

import json
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.knowledge import Knowledge

_DATA = Path(__file__).parent.parent / "tests" / "data"
DEVELOPMENT = _DATA / "development_questions.jsonl"
"""Questions typed by people who saw no phrasing; the thresholds of the desk were set on them."""

CLERKS = _DATA / "clerks_questions.jsonl"
"""All questions that clerks wrote, each with the one entry that it was written for. In the folder,
those that get choices or are missed are marked so: that list tests what must not change; only this
one measures quality."""

FRESH = _DATA / "fresh_questions.jsonl"
"""Questions by people who saw neither phrasings nor answers, kept apart: no phrasing was written
with them in view. Look at the totals only, or they are fresh no longer."""

BORDER = _DATA / "border_questions.jsonl"
"""More of the same, written near the border of what the desk may answer: a quarter asks for legal
advice, most of it in disguise, and four in ten have no answer though they use the desk's words."""

EVERY_LIST = {
    "development questions": DEVELOPMENT,
    "clerks' questions": CLERKS,
    "fresh questions": FRESH,
    "border questions": BORDER,
}
"""The lists by the names that the page gives them."""

ANSWER, CLARIFY, NONE = "answer", "clarify", "none"
"""What should come of a question: one of `expect` answered; choices with one of `expect`; none."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the ids it may reach, best first. `kind` tells what is hard about it."""

    text: str
    expect: tuple[str, ...]
    outcome: str
    kind: str
    sensitive: bool = False


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a file of JSON objects, one a line."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
    return tuple(
        Question(
            row["question"], tuple(row["expect"]), row["outcome"], row["kind"], row["sensitive"]
        )
        for row in rows
    )


def noon_of_the_last_review(knowledge: Knowledge) -> datetime:
    """A moment that depends on the folder alone: noon of the day on which it was last reviewed."""
    day = max(entry.reviewed for entry in knowledge.entries.values())
    return datetime.combine(day, time(12), ZoneInfo(knowledge.court.time_zone))
