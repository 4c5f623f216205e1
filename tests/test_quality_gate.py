"""What the whole desk reached must not be lost: counts on questions it never learned from."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.desk import Folder
from bench.goals import Goal, reached
from bench.questions import (
    BORDER,
    CLERKS,
    DEVELOPMENT,
    EVERY_LIST,
    Question,
    read_questions,
)
from bot.helpdesk import HelpDesk
from bot.matching import learn

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


@dataclass(frozen=True)
class Gate:
    """A figure in percent: what the desk aims at, and what it must keep on each set of questions.

    `development`, `clerks` and `border` are what was reached, less a little; None where the set has
    no such question. `most` turns them round: no more than that.
    """

    aim: float | None
    development: float | None
    clerks: float | None
    border: float | None
    most: bool = False


GATES = {
    "answered right, or the right one among three": Gate(96, 97, 97, 90),
    "answered right at once": Gate(75, 83.5, 81.5, 80),
    "answered wrong": Gate(2, 1, 1.4, 2.2, most=True),
    "nothing answers it: answered anyway": Gate(4, 2.3, None, 4, most=True),
    "several fit: they are offered": Gate(None, 83, None, None),
    "points lost to 1-2 typing errors in half of them": Gate(2, 1.5, 1.5, 2, most=True),
    "legal advice in any disguise: sent to an attorney": Gate(95, 95, 100, 95),
    "negations: not answered as if asked": Gate(80, 91, None, 92),
    "the contact shown is the topic's, where the answer is right": Gate(100, 100, 100, 100),
    "passwords, codes and numbers caught": Gate(95, 100, None, None),
    "other questions taken for secrets": Gate(0.5, 0, 0, 0.5, most=True),
}


@pytest.fixture(scope="session")
def folder() -> Folder:
    """The court's own folder."""
    return Folder.at(KNOWLEDGE)


@pytest.fixture(scope="session")
def desk(folder: Folder) -> HelpDesk:
    """The desk over it, learned once."""
    return HelpDesk(folder.knowledge, learn(folder.lessons, folder.words))


@pytest.fixture(scope="session")
def on_development(folder: Folder, desk: HelpDesk) -> dict[str, Goal]:
    """What is reached on the development questions."""
    return by_name(folder, desk, read_questions(DEVELOPMENT))


@pytest.fixture(scope="session")
def on_clerks(folder: Folder, desk: HelpDesk) -> dict[str, Goal]:
    """What is reached on all the questions that clerks wrote, also those it never answered well."""
    return by_name(folder, desk, read_questions(CLERKS))


@pytest.fixture(scope="session")
def on_border(folder: Folder, desk: HelpDesk) -> dict[str, Goal]:
    """What is reached near the border of what the desk may answer."""
    return by_name(folder, desk, read_questions(BORDER))


def by_name(folder: Folder, desk: HelpDesk, questions: tuple[Question, ...]) -> dict[str, Goal]:
    """The figures by their names."""
    return {goal.name: goal for goal in reached(folder, desk, questions)}


@pytest.mark.parametrize("name", GATES)
def test_the_development_questions_keep_what_was_reached(
    on_development: dict[str, Goal], name: str
) -> None:
    """Questions of people who saw no phrasing."""
    assert keeps(on_development.get(name), GATES[name].development, most=GATES[name].most)


@pytest.mark.parametrize("name", GATES)
def test_the_clerks_questions_keep_what_was_reached(on_clerks: dict[str, Goal], name: str) -> None:
    """Questions that clerks wrote down beside the answers."""
    assert keeps(on_clerks.get(name), GATES[name].clerks, most=GATES[name].most)


@pytest.mark.parametrize("name", GATES)
def test_the_border_questions_keep_what_was_reached(on_border: dict[str, Goal], name: str) -> None:
    """Legal advice in disguise, and questions that nothing answers in the desk's own words."""
    assert keeps(on_border.get(name), GATES[name].border, most=GATES[name].most)


def keeps(goal: Goal | None, kept: float | None, *, most: bool) -> bool:
    """Whether a figure is where it was, or there is none and none was kept."""
    if goal is None or kept is None:
        return goal is None or kept is None
    return goal.reached <= kept if most else goal.reached >= kept


def test_every_figure_has_a_gate(
    on_development: dict[str, Goal], on_clerks: dict[str, Goal]
) -> None:
    """A figure that is measured but not kept could be lost unseen."""
    assert {*on_development, *on_clerks} == set(GATES)


def test_the_aims_are_those_that_are_published(on_development: dict[str, Goal]) -> None:
    """The page of figures and this gate hold the desk to the same aims."""
    published = {name: goal.least or goal.most for name, goal in on_development.items()}
    assert {name: gate.aim for name, gate in GATES.items()} == published


def test_the_questions_are_not_learned(folder: Folder) -> None:
    """A question that is also a phrasing would measure memory; "lol ok" is everybody's."""
    learned = {way.casefold() for lesson in folder.lessons for way in lesson.phrasings}
    asked = [it for path in EVERY_LIST.values() for it in read_questions(path)]
    texts = [it.text for it in asked if len(it.text.split()) > 2]
    assert [text for text in texts if text.casefold() in learned] == []
