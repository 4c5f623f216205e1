"""What must hold whatever happens to a file: no traceback, a place and a cure, nothing broken."""

import random
import re
from collections.abc import Container, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk import HelpDesk, lessons_of, words_of
from bot.knowledge import Knowledge, Loaded, Problem, Severity, load_contents
from bot.knowledge.check import check, stopping
from bot.knowledge.check.report import render
from bot.knowledge.load import read_folder
from bot.matching import Explanation, Match, Matcher
from tests.knowledge import example
from tests.knowledge.mutations import MUTATIONS

EACH = 6  # rounds of all mutations on each file: with nearly fifty files, thousands
CHECKED = 25  # one mutation in so many goes through all of `check` too
KEPT = 3  # phrasings an entry: matching is not at stake, and reading thousands takes time
NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
_ITEM = re.compile(r"^    - ")
_KEY = re.compile(r"^  \S")


class Silent(Matcher):
    """Matches nothing: what is asked here is chosen by id."""

    def __init__(self) -> None:
        """Nothing was learned."""

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        raise AssertionError("nothing is asked in words here")

    def explain(self, question: str, *, without: Container[str] = ()) -> Explanation:
        raise AssertionError("nothing is explained here")


def thinned(text: str) -> str:
    """The same file with the first few items of every list."""
    kept, items = [], 0
    for line in text.split("\n"):
        items = 0 if _KEY.match(line) else items + bool(_ITEM.match(line))
        if items <= KEPT or not line.strip():
            kept.append(line)
    return "\n".join(kept)


@cache
def court() -> Loaded:
    """The court's own folder, with fewer phrasings."""
    contents, problems = read_folder(Path("knowledge"))
    for name in contents:
        if name.startswith("phrasings/"):
            contents[name] = thinned(contents[name].decode()).encode()
    loaded = load_contents(contents, problems)
    assert loaded.knowledge is not None, loaded.problems
    return loaded


def spoiled(base: Loaded, name: str, raw: bytes) -> Loaded:
    contents: Mapping[str, bytes] = {path: filled.raw for path, filled in base.files.items()}
    return load_contents({**contents, name: raw}, before=base)


def faults(loaded: Loaded, *, thoroughly: bool) -> list[object]:
    """What is wrong: all errors must have a place and a cure, or what would be served must work."""
    problems = check(loaded, NOW.date()) if thoroughly else loaded.problems
    found: list[object] = [each for each in problems if not is_well_told(each, loaded)]
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if thoroughly and list(stopping(loaded, NOW.date())) != errors:
        found.append("what stops a desk is not what is an error")
    if thoroughly and render(problems, "github").count("\n") != len(problems) + 1:
        found.append("a problem is not one line")
    if loaded.knowledge is not None:
        return found + unsaid(loaded.knowledge)
    refused = any(each.severity is Severity.ERROR for each in loaded.problems)
    return found if refused else [*found, "refused without an error"]


def is_well_told(problem: Problem, loaded: Loaded) -> bool:
    """It has a place in its file, says what is wrong, and how to mend it."""
    filled = loaded.files.get(problem.place.file)
    lines = filled.raw.count(b"\n") + filled.raw.count(b"\r") + 1 if filled else 0
    first = filled is not None
    placed = first <= problem.place.line <= lines and problem.place.column >= first
    return placed and bool(problem.what and problem.cure)


def unsaid(knowledge: Knowledge) -> list[object]:
    """What a desk cannot say of this knowledge by id."""
    desk = HelpDesk(knowledge, Silent())
    assert words_of(knowledge) is not None
    said = {lesson.id: bool(lesson.phrasings) for lesson in lessons_of(knowledge)}
    for each in (*knowledge.entries, *knowledge.not_ours):
        texts = desk.choose(each, NOW).text, desk.person((each,), NOW).text
        said[each] = all(text.strip() for text in texts)
    said |= {"status": bool(desk.status(NOW).text.strip())}
    said |= {"usage": bool(desk.usage(NOW).text.strip())}
    return [name for name, fine in said.items() if not fine]


FILES = sorted(
    path.relative_to("knowledge").as_posix() for path in Path("knowledge").rglob("*.yaml")
)


@pytest.mark.parametrize("name", FILES)
def test_no_mutation_of_a_file_of_the_court_breaks_anything(name: str) -> None:
    """Thousands of slips: never a traceback, always a place and a cure, nothing broken served."""
    chance = random.Random(name)
    raw = court().files[name].raw
    for number in range(EACH * len(MUTATIONS)):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        mutated = mutation(raw, chance)
        loaded = spoiled(court(), name, mutated)
        assert faults(loaded, thoroughly=number % CHECKED == 0) == [], mutation


@pytest.mark.parametrize("name", FILES)
def test_no_file_of_the_court_can_be_missing_and_missed(name: str) -> None:
    """A deleted file is told, or nothing depended on it."""
    contents = {path: filled.raw for path, filled in court().files.items() if path != name}
    assert faults(load_contents(contents, before=court()), thoroughly=False) == []


NASTY = st.one_of(
    st.text(st.sampled_from(" \n\t-:#'\"[]{}&*!|>%@`,?x0"), max_size=8),
    st.sampled_from(
        ["\n---\n", "\n...\n", " no", "\r", "\u2028", "\ufeff", "\x00", "é", "&a ", "*a"]
    ),
)


@given(st.data())
def test_any_insertion_anywhere_is_told_or_harmless(data: st.DataObject) -> None:
    """Whatever is typed over any stretch of any file, the same holds."""
    name = data.draw(st.sampled_from(sorted(example.files())), label="file")
    raw = example.files()[name]
    start = data.draw(st.integers(0, len(raw)), label="from")
    end = data.draw(st.integers(start, min(len(raw), start + 40)), label="to")
    typed = data.draw(NASTY, label="typed").encode()
    loaded = spoiled(example.loaded(), name, raw[:start] + typed + raw[end:])
    assert faults(loaded, thoroughly=True) == []
