"""The Home tab: everything the desk has to offer, in one message."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.helpdesk.choice import Choice
from bot.helpdesk.guide import Guide
from bot.helpdesk.guide_status import GuideStatus
from bot.helpdesk.home_parts import Menu, Search
from bot.helpdesk.person import Person
from bot.helpdesk.replies import Alert, Card, Heading, Message, Note, Part
from bot.knowledge import Entry, Topic


@dataclass(frozen=True)
class Home:
    """Useful on first sight to somebody who never used the desk."""

    guide: Guide

    def message(self, person: Person, now: datetime) -> Message:
        """The court, a search, the person's checklist, topics, contacts, how it all works."""
        desk = self.guide.desk
        says, status = desk.knowledge.says.home, desk.status(now)
        parts: tuple[Part, ...] = (
            *desk.notices(now),
            Heading(says.title),
            Note(says.intro),
            Search(says.search),
            *(part for part in status.parts[:-1] if not isinstance(part, Alert | Card)),
            *GuideStatus(self.guide).progress_parts(person, now),
            Heading(says.topics),
            *self._menus(now),
            Heading(says.contacts),
            *(part for part in status.parts if isinstance(part, Card)),
            Heading(says.how),
            Note(says.how_it_works),
            status.parts[-1],
        )
        return Message(parts, desk.knowledge.version)

    def _menus(self, now: datetime) -> Iterator[Menu]:
        knowledge = self.guide.desk.knowledge
        sleeping = knowledge.sleeping(self.guide.desk.today(now))
        for topic in self._ordered(knowledge.topics):
            awake = [entry for entry in topic.entries if entry.id not in sleeping]
            if awake:
                hint = knowledge.says.home.topics_hint
                yield Menu(topic.title, tuple(_choices(awake)), hint)

    def _ordered(self, topics: tuple[Topic, ...]) -> list[Topic]:
        """As the clerks want them; those they do not name come last, by their files' names."""
        order = self.guide.desk.knowledge.says.home.topic_order
        last = len(order)
        return sorted(topics, key=lambda it: order.index(it.name) if it.name in order else last)


def _choices(entries: list[Entry]) -> Iterator[Choice]:
    for number, entry in enumerate(entries, 1):
        yield Choice(number, entry.id, entry.question)
