"""The court may not invent: what is posted is the file's text, for every entry there is."""

import html
from datetime import UTC, datetime, timedelta

import pytest

from bot.helpdesk import HelpDesk
from bot.knowledge import Entry, Knowledge, load
from bot.sandbox import Posted
from tests.slack.bot import Bot, Oracle

KNOWLEDGE: Knowledge = load("knowledge").required()
MOMENTS = [
    datetime(2018, 4, 1, 18, 0, tzinfo=UTC),
    datetime(2026, 11, 25, 18, 0, tzinfo=UTC),
]


def texts_of_file(entry: Entry, moment: datetime) -> str:
    """What the file says on that day, put together here without the desk's help."""
    if isinstance(entry.answer, str):
        return entry.answer
    day = (moment - timedelta(hours=6)).date()  # the zone of this folder's court, in winter
    parts = [part.text for part in entry.answer if KNOWLEDGE.holds(part, day)]
    return "\n\n".join(parts)


def words_shown(message: Posted) -> str:
    """The sections of a message, as they follow each other."""
    sections = [block for block in message.blocks if block["type"] == "section"]
    assert all(section["text"]["type"] == "plain_text" for section in sections)
    return "\n\n".join(section["text"]["text"] for section in sections)


@pytest.mark.parametrize("moment", MOMENTS, ids=["before going live", "now"])
def test_every_answer_is_posted_word_for_word(bot: Bot, moment: datetime) -> None:
    """Each entry's text stands whole in the blocks and in the text."""
    bot.slack.clock.set(moment)
    bot.desk = HelpDesk(KNOWLEDGE, Oracle())  # type: ignore[arg-type]  # a fake with the one method
    asleep = KNOWLEDGE.sleeping(moment.date())
    for entry in KNOWLEDGE.entries.values():
        if entry.id in asleep:
            continue
        bot.slack.say("D0ALICE", entry.id)

        assert texts_of_file(entry, moment) in words_shown(bot.last()), entry.id
        assert texts_of_file(entry, moment) in html.unescape(bot.last().text), entry.id


def test_every_reply_to_what_is_not_ours_is_posted_word_for_word(bot: Bot) -> None:
    """The fixed replies of `not-ours` are the file's words too."""
    bot.desk = HelpDesk(KNOWLEDGE, Oracle(KNOWLEDGE.not_ours))  # type: ignore[arg-type]  # a fake
    for kind in KNOWLEDGE.not_ours.values():
        bot.slack.command("/nextgen", kind.id)

        assert kind.reply in words_shown(bot.last()), kind.id
        assert kind.reply in html.unescape(bot.last().text), kind.id
