"""The questions of the comparison, and what should come of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.knowledge import Knowledge

DEVELOPMENT = Path(__file__).parent.parent / "tests" / "data" / "development_questions.jsonl"
"""Questions typed by people who saw no phrasing; the thresholds of the desk were set on them."""

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


def development_questions(path: Path = DEVELOPMENT) -> tuple[Question, ...]:
    """The questions of a file of JSON objects, one a line."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
    return tuple(
        Question(
            row["question"], tuple(row["expect"]), row["outcome"], row["kind"], row["sensitive"]
        )
        for row in rows
    )


def folder_questions(knowledge: Knowledge) -> tuple[Question, ...]:
    """The questions that clerks keep in the folder; a class of what is not ours answers nothing."""
    return tuple(_of_folder(knowledge))


def _of_folder(knowledge: Knowledge) -> Iterator[Question]:
    for wanted, texts in knowledge.questions.items():
        outcome = ANSWER if wanted in knowledge.entries else NONE
        expect = (wanted,) if outcome == ANSWER else ()
        yield from (Question(text, expect, outcome, "folder") for text in texts)
    for wanted, texts in knowledge.offered.items():
        yield from (Question(text, (wanted,), CLARIFY, "folder") for text in texts)


def noon_of_the_last_review(knowledge: Knowledge) -> datetime:
    """A moment that depends on the folder alone: noon of the day on which it was last reviewed."""
    day = max(entry.reviewed for entry in knowledge.entries.values())
    return datetime.combine(day, time(12), ZoneInfo(knowledge.court.time_zone))
