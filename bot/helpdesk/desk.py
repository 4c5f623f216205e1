"""The help desk: it takes what people type and returns what to say. Pure; `now` is an argument.

There is one decision point, the matcher's: answer, ask which, or say that there is no answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.guard import find_secrets, without
from bot.helpdesk.choice import Choice
from bot.helpdesk.conversation import (
    NONE,
    Heard,
    Turn,
    Unclear,
    is_number_alone,
    leans_on_the_last,
    picked,
    says_it_failed,
)
from bot.helpdesk.openings import availability, long_date
from bot.helpdesk.replies import (
    Alert,
    Answer,
    Card,
    Choices,
    Heading,
    Links,
    Message,
    Note,
    Part,
    Provenance,
    Related,
    Reply,
)
from bot.knowledge import Entry, Knowledge, NotOurs, Route
from bot.matching import Decision, Match, Matcher

MOST_CHARACTERS = 4000
"""Slack's own advice for the longest message; what stands behind it is not read."""


def readable(typed: str) -> str:
    """What is matched: the message without its secrets, and without labels in their place."""
    return without(typed, find_secrets(typed))


@dataclass(frozen=True)
class HelpDesk:
    """One version of the knowledge and the matcher that learned from it."""

    knowledge: Knowledge
    matcher: Matcher

    def ask(
        self,
        question: str,
        now: datetime,
        turn: Turn | None = None,
        heard: Heard = Heard.CONVERSATION,
    ) -> Reply:
        """Reply to a message. `turn` is the desk's last reply in this conversation, if any."""
        reply = self._reply_to(question, now, turn, heard)
        return reply if heard is Heard.CONVERSATION else reply.for_pressing_only()

    def _reply_to(self, question: str, now: datetime, turn: Turn | None, heard: Heard) -> Reply:
        typed = question[:MOST_CHARACTERS].strip()
        choice = picked(typed, turn)
        if isinstance(choice, str):
            return self.choose(choice, now)
        if isinstance(choice, Unclear) and turn is not None:
            return self._ask_again(turn, now)
        secrets = find_secrets(typed)
        reply = self._decide(without(typed, secrets), now, turn)
        if secrets:
            return self._warned(reply, dict.fromkeys(secret.kind for secret in secrets), heard)
        return reply

    def choose(self, choice: str, now: datetime) -> Reply:
        """Reply to a choice, by button or number. Anything no longer there is told kindly."""
        today = self.today(now)
        if choice == NONE:
            return self._unanswered(self.knowledge.says.none_chosen, now, "none of these")
        if choice in self.knowledge.entries and choice not in self.knowledge.sleeping(today):
            return self._answer(self.knowledge.entries[choice], 1.0, now, "chosen")
        if choice in self.knowledge.not_ours:
            return self._not_ours(self.knowledge.not_ours[choice], 1.0, now, "chosen")
        return self._unanswered(self.knowledge.says.gone, now, "no longer there")

    def person(self, about: Iterable[str], now: datetime) -> Message:
        """Whom to talk to about these entries or classes; without any, the court's usual order."""
        about = tuple(about)
        contacts = self._contacts_of(about)
        says = self.knowledge.says
        if not contacts and about:
            contacts = self.when_unsure()
            return self._message(now, (Note(says.no_contact), *self.cards(contacts, now)))
        cards = self.cards(contacts or self.when_unsure(), now)
        return self._message(now, (Note(f"{says.person}:"), *cards))

    def usage(self, now: datetime) -> Message:
        """How to use the desk."""
        return self._message(now, (Note(self.knowledge.says.usage),))

    def went_wrong(self, now: datetime) -> Message:
        """What to say when something failed on our side."""
        cards = self.cards(self.when_unsure(), now)
        return self._message(now, (Note(self.knowledge.says.went_wrong), *cards))

    def status(self, now: datetime) -> Message:
        """Is the court live, what is in force, who is open, which version answers."""
        says = self.knowledge.says
        alerts = self.notices(now)
        parts: tuple[Part, ...] = (
            *alerts,
            Note(self._live_line(self.today(now))),
            *(() if alerts else (Note(says.no_notices),)),
            *self.cards(self.when_unsure(), now),
            Note(says.version.format(version=self.knowledge.version)),
        )
        return Message(parts, self.knowledge.version)

    def _decide(self, typed: str, now: datetime, turn: Turn | None) -> Reply:
        says = self.knowledge.says
        if is_number_alone(typed) or not any(character.isalnum() for character in typed):
            return self._unanswered(says.nothing_asked, now, "nothing asked", contacts=())
        match = self.matcher.match(typed, without=self.knowledge.sleeping(self.today(now)))
        if (about := self._leans_on(typed, match, turn)) is not None:
            return self._follow_up(typed, about, match, now)
        if match.decision is Decision.ANSWER:
            entry = self.knowledge.entries[match.chosen[0]]
            return self._answer(entry, match.confidence, now, match.rule)
        if match.decision is Decision.CHOICES:
            return self._offer(says.which, match.chosen, match.confidence, now, match.rule)
        if match.decision is Decision.NOT_OURS and match.chosen:
            kind = self.knowledge.not_ours[match.chosen[0]]
            return self._not_ours(kind, match.confidence, now, match.rule)
        return replace(self._handed_over(match, now), confidence=match.confidence)

    def _handed_over(self, match: Match, now: datetime) -> Reply:
        """No answer, and whom to turn to; if it may have been legal advice, to an attorney first,
        with what the desk says about that at hand.
        """
        says = self.knowledge.says
        if not match.chosen:
            return self._unanswered(says.unknown, now, match.rule)
        contacts = dict.fromkeys((*self._contacts_of(match.chosen), *self.when_unsure()[:1]))
        reply = self._unanswered(says.maybe_legal, now, match.rule, tuple(contacts))
        return replace(
            reply, parts=(*reply.parts, Related(says.related, self._choices(match.chosen)))
        )

    def _leans_on(self, typed: str, match: Match, turn: Turn | None) -> Entry | None:
        """The entry that was answered last, if the message cannot be understood without it."""
        last = self.knowledge.entries.get(turn.entry or "") if turn else None
        if last is None:
            return None
        if match.decision is Decision.NOT_OURS and match.chosen:
            leans = self.knowledge.not_ours[match.chosen[0]].kind == "follow-up"
        else:
            leans = leans_on_the_last(typed)
        return last if leans else None

    def _follow_up(self, typed: str, about: Entry, match: Match, now: datetime) -> Reply:
        """A message that leans on the last answer: offer what may be meant, never guess."""
        says = self.knowledge.says
        if says_it_failed(typed):
            contacts = about.contacts or self.when_unsure()
            return self._unanswered(says.did_not_work, now, "did not work", contacts)
        found = () if match.decision is Decision.NOT_OURS else match.chosen
        offered = dict.fromkeys((*found[:2], *about.related))
        offered.pop(about.id, None)
        ids = self._awake(offered, now)[:3]
        if len(ids) < 2:
            return self._unanswered(says.unknown, now, "follow-up")
        intro = says.after_this.format(question=about.question)
        return self._offer(intro, ids, match.confidence, now, "follow-up")

    def _ask_again(self, turn: Turn, now: datetime) -> Reply:
        says = self.knowledge.says
        choices = self._awake(turn.choices, now)
        if not choices:
            return self._unanswered(says.gone, now, "no longer there")
        return self._offer(f"{says.which_number} {says.which}", choices, 1.0, now, "which one")

    def _answer(self, entry: Entry, confidence: float, now: datetime, rule: str) -> Reply:
        today = self.today(now)
        parts = (
            Heading(entry.question),
            Answer(self.knowledge.answer(entry, today)),
            *self._links(entry),
            *self._turn_to(entry.contacts, now),
            *self._related(entry, now),
            self._provenance(entry),
        )
        return self._reply(
            now, parts, Decision.ANSWER, (entry.id,), confidence, entry.contacts, rule
        )

    def _not_ours(self, kind: NotOurs, confidence: float, now: datetime, rule: str) -> Reply:
        parts = (Answer(kind.reply), *self._links(kind), *self._turn_to(kind.contacts, now))
        return self._reply(
            now, parts, Decision.NOT_OURS, (kind.id,), confidence, kind.contacts, rule
        )

    def _offer(
        self, intro: str, ids: tuple[str, ...], confidence: float, now: datetime, rule: str
    ) -> Reply:
        says = self.knowledge.says
        part = Choices(intro, self._choices(ids), says.none_of_these, says.how_to_choose)
        contacts = self._contacts_of(ids)
        decision = Decision.CHOICES if len(ids) > 1 else Decision.UNKNOWN
        entries = ids if len(ids) > 1 else ()
        return self._reply(now, (part,), decision, entries, confidence, contacts, rule)

    def _unanswered(
        self, words: str, now: datetime, rule: str, contacts: tuple[str, ...] | None = None
    ) -> Reply:
        contacts = self.when_unsure() if contacts is None else contacts
        parts = (Note(words), *self._turn_to(contacts, now))
        return self._reply(now, parts, Decision.UNKNOWN, (), 0.0, contacts, rule)

    def _reply(
        self,
        now: datetime,
        parts: Iterable[Part],
        outcome: Decision,
        entries: tuple[str, ...],
        confidence: float,
        contacts: tuple[str, ...],
        rule: str,
    ) -> Reply:
        return Reply(
            parts=(*self.notices(now), *parts),
            version=self.knowledge.version,
            outcome=outcome,
            entries=entries,
            confidence=round(confidence, 4),
            contacts=contacts,
            rule=rule,
        )

    def _warned(self, reply: Reply, kinds: Iterable[str], heard: Heard) -> Reply:
        says = self.knowledge.says
        names = " and ".join(says.secret_kinds.name(kind) for kind in kinds)
        phrase = says.secret_unposted if heard is Heard.UNPOSTED else says.secret
        words = phrase.format(kinds=names)
        return replace(reply, parts=(Alert(words, "urgent"), *reply.parts), sensitive=True)

    def _message(self, now: datetime, parts: Iterable[Part]) -> Message:
        return Message((*self.notices(now), *parts), self.knowledge.version)

    def today(self, now: datetime) -> date:
        """The day it is at the court."""
        return now.astimezone(ZoneInfo(self.knowledge.court.time_zone)).date()

    def notices(self, now: datetime) -> tuple[Alert, ...]:
        """The notices in force, which top every reply."""
        notices = self.knowledge.notices_on(self.today(now))
        return tuple(Alert(notice.text, notice.severity) for notice in notices)

    def _links(self, thing: Entry | NotOurs) -> Iterator[Part]:
        if thing.links:
            yield Links(self.knowledge.says.read_aloud_links, thing.links)

    def _turn_to(self, contacts: tuple[str, ...], now: datetime) -> Iterator[Part]:
        if contacts:
            says = self.knowledge.says
            intro = says.turn_to if len(contacts) == 1 else says.turn_to_in_order
            yield Note(f"{intro}:")
            yield from self.cards(contacts, now)

    def cards(self, contacts: Iterable[str], now: datetime) -> tuple[Card, ...]:
        """The cards of these contacts."""
        return tuple(self._card(contact, now) for contact in contacts)

    def _card(self, contact_id: str, now: datetime) -> Card:
        contact = self.knowledge.contacts[contact_id]
        return Card(
            id=contact.id,
            name=contact.name,
            helps_with=contact.helps_with,
            phone=contact.phone,
            email=contact.email,
            availability=availability(contact, self.knowledge.court, self.knowledge.says, now),
            links=contact.links,
        )

    def _related(self, entry: Entry, now: datetime) -> Iterator[Part]:
        if related := self._awake(entry.related, now):
            yield Related(self.knowledge.says.related, self._choices(related))

    def _provenance(self, entry: Entry) -> Provenance:
        says, date_text = self.knowledge.says, long_date(entry.reviewed)
        titles = [self.knowledge.sources[source].title for source in entry.sources]
        if not titles:
            return Provenance(says.checked_without_source.format(date=date_text))
        return Provenance(says.checked.format(sources="; ".join(titles), date=date_text))

    def _awake(self, ids: Iterable[str], now: datetime) -> tuple[str, ...]:
        sleeping = self.knowledge.sleeping(self.today(now))
        return tuple(
            each for each in ids if each in self.knowledge.entries and each not in sleeping
        )

    def _choices(self, ids: Iterable[str]) -> tuple[Choice, ...]:
        return tuple(Choice(i, each, self._label(each)) for i, each in enumerate(ids, 1))

    def _label(self, entry_id: str) -> str:
        if entry_id in self.knowledge.entries:
            return self.knowledge.entries[entry_id].question
        return self.knowledge.not_ours[entry_id].title

    def _contacts_of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The contacts of entries and classes, each once, in order."""
        knowledge = self.knowledge
        contacts: dict[str, None] = {}
        for each in ids:
            thing = knowledge.entries.get(each) or knowledge.not_ours.get(each)
            contacts.update(dict.fromkeys(thing.contacts if thing else ()))
        return tuple(contacts)

    def when_unsure(self) -> tuple[str, ...]:
        """Whom to turn to when nothing else is known, in order."""
        return Route.of(self.knowledge.court.when_unsure).contacts

    def _live_line(self, today: date) -> str:
        court, says = self.knowledge.court, self.knowledge.says
        days = (court.go_live - today).days
        phrase = {0: says.live_today, 1: says.live_tomorrow}.get(
            days, says.live_in if days > 0 else says.live_since
        )
        return phrase.format(court=court.name, date=long_date(court.go_live), days=days)
