"""The Home tab: the topics stand where the clerks want them."""

from datetime import UTC, datetime

import pytest

from bot.helpdesk import Guide, HelpDesk, Home, Menu, Person
from bot.knowledge import load_contents
from bot.matching import Words, learn
from tests.helpdesk.folder import files
from tests.says import says

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


def topic(title: str) -> str:
    return f"""
topic: {title}
entries:
  - id: {title.lower()}
    question: What about {title}?
    route: none
    answer: All is well.
    reviewed: 2026-11-03
"""


def titles(topic_order: str) -> list[str]:
    """The topics' titles as the Home tab shows them."""
    folder = files(
        says_yaml=says(topic_order),
        answers__zebras_yaml=topic("Zebras"),
        answers__bears_yaml=topic("Bears"),
        phrasings__more_yaml="phrasings: {zebras: [a zebra], bears: [a bear]}\n",
    )
    desk = HelpDesk(load_contents(folder).required(), learn((), Words()))
    message = Home(Guide(desk)).message(Person(), NOW)
    return [part.title for part in message.parts if isinstance(part, Menu)]


@pytest.mark.parametrize(
    ("topic_order", "shown"),
    [
        ("", ["Accounts", "Bears", "Zebras"]),
        ("[zebras, accounts, bears]", ["Zebras", "Accounts", "Bears"]),
        ("[zebras]", ["Zebras", "Accounts", "Bears"]),
    ],
)
def test_topics_stand_in_the_clerks_order(topic_order: str, shown: list[str]) -> None:
    """Those that are listed first, as they are listed; all others by their files' names."""
    assert titles(topic_order) == shown
