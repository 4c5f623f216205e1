"""The court's own folder: it may be served, it is taught well, and it teaches its readers."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.knowledge import Loaded, load
from bot.knowledge.check import check
from bot.knowledge.check.report import has_errors, render

FOLDER = Path("knowledge")
FILES = sorted(FOLDER.rglob("*.yaml"))
WAYS_TO_ASK, QUESTIONS = 40, 3


@cache
def court() -> Loaded:
    return load(FOLDER)


def last_reviewed() -> date:
    """A day on which nothing is reviewed in the future, whatever the clock of this machine says."""
    knowledge = court().required()
    things = (*knowledge.entries.values(), *knowledge.not_ours.values())
    return max(thing.reviewed for thing in things)


def test_it_has_no_error() -> None:
    """What is committed can be released."""
    problems = check(court(), last_reviewed())
    assert not has_errors(problems), render(problems)


def test_every_entry_is_asked_in_many_ways() -> None:
    """Matching by words needs the words of many people."""
    knowledge = court().required()
    thin = {each: len(knowledge.phrasings[each]) for each in knowledge.entries}
    assert {each: count for each, count in thin.items() if count < WAYS_TO_ASK} == {}


def test_every_entry_is_tested() -> None:
    """Each entry has questions that must reach it."""
    knowledge = court().required()
    asked = Counter({each: len(texts) for each, texts in knowledge.questions.items()})
    asked.update({each: len(texts) for each, texts in knowledge.offered.items()})
    assert {each for each in knowledge.entries if asked[each] < QUESTIONS} == set()


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_file_opens_with_a_comment_that_teaches(path: Path) -> None:
    """Whoever opens a file learns its form from its first lines."""
    first = path.read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("# ")
    assert len(first) > 20
