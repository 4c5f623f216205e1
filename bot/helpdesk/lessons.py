"""What the matcher is taught from the knowledge folder."""

from collections.abc import Iterator

from bot.knowledge import Entry, Knowledge
from bot.matching import Kind, Lesson, Words

_KIND_OF_CONTACT = {"attorney": Kind.LEGAL_ADVICE, "other-court": Kind.OTHER_COURT}


def lessons_of(knowledge: Knowledge) -> tuple[Lesson, ...]:
    """One lesson an entry, a class of not-ours and a group of unclear messages."""
    return (*_entries(knowledge), *_classes(knowledge), *_unclear(knowledge))


def words_of(knowledge: Knowledge) -> Words:
    """The clerks' abbreviations and synonyms."""
    return Words(read_as=knowledge.words.read_as, same=knowledge.words.same)


def _entries(knowledge: Knowledge) -> Iterator[Lesson]:
    for entry in knowledge.entries.values():
        ways = (entry.question, *knowledge.phrasings.get(entry.id, ()))
        yield Lesson(entry.id, _kind(entry), ways, _evidence(entry))


def _classes(knowledge: Knowledge) -> Iterator[Lesson]:
    for kind in knowledge.not_ours.values():
        ways = knowledge.phrasings.get(kind.id, ())
        yield Lesson(kind.id, Kind(kind.kind), ways, kind.title)


def _unclear(knowledge: Knowledge) -> Iterator[Lesson]:
    for group in knowledge.unclear.values():
        yield Lesson(group.id, Kind.UNCLEAR, group.phrasings, offers=group.offers)


def _kind(entry: Entry) -> Kind:
    """An entry that only sends people to an attorney, or to another court, is of that kind."""
    if len(entry.contacts) == 1 and entry.route == entry.contacts[0]:
        return _KIND_OF_CONTACT.get(entry.contacts[0], Kind.TOPIC)
    return Kind.TOPIC


def _evidence(entry: Entry) -> str:
    if isinstance(entry.answer, str):
        return entry.answer
    return "\n".join(part.text for part in entry.answer)
