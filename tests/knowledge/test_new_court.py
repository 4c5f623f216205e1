"""A new court's folder: clean, commented, and of no court in particular."""

from datetime import date

import pytest

from bot.knowledge import load_contents
from bot.knowledge.check import check
from bot.knowledge.new_court import new_court
from tests.knowledge.example import files, loaded


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2031, 6, 30)])
def test_it_passes_the_check_on_the_day_it_is_made(today: date) -> None:
    """No error and no warning, before and after its go-live day."""
    yaml = {p: text.encode() for p, text in new_court(today).items() if p.endswith(".yaml")}
    assert check(load_contents(yaml), today) == ()


@pytest.mark.parametrize("path", sorted(files()))
def test_every_file_opens_with_a_comment_that_teaches(path: str) -> None:
    """The first line of each file says what it is for."""
    assert files()[path].startswith(b"# ")


def test_it_shows_every_kind_of_thing() -> None:
    """Answers, a dated answer, contacts, a class of not-ours, sources and questions are there."""
    knowledge = loaded().required()
    assert len(knowledge.entries) == 4
    assert not isinstance(knowledge.entries["link-account"].answer, str)
    assert knowledge.not_ours
    assert knowledge.sources
    assert all(len(knowledge.questions[each]) >= 3 for each in knowledge.entries)


def test_the_editor_is_set_up_too() -> None:
    """Schemas and settings come with it, for the folder as the editor's root."""
    made = new_court(date(2026, 1, 1))
    assert "answers/*.yaml" in made[".vscode/settings.json"]
    assert ".schema/answers.json" in made
