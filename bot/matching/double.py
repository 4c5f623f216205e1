"""Two questions in one message: what its halves ask for, and when both count."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.matching.decide import Finding
from bot.matching.model import ANSWERED, Kind
from bot.matching.passages import Cut, Way

LEAST: Mapping[Way, float] = {
    Way.ASKED_TOO: 0.0,
    Way.ADDED: 0.35,
    Way.BOTH_ASKED: 0.40,
    Way.PARTED: 0.60,
    Way.TOLD: 0.60,
    Way.TOLD_AMONG: 0.75,
}
"""Least probability of what each half asks for: the less the wording says, the more."""

ASKED_TOO_FROM = 0.02
"""What each word of the message adds to it after "and how ...": where the halves are long, they
must be sure by themselves."""

NAMED = 0.02
"""Least probability, in its half and in the whole message, of what a doubtful half asks for."""

HINTED = 0.06
"""Least probability of what is offered for a half that says too little alone, or as a third."""

NEXT_FROM = 0.04
"""Least probability of the second entry of the whole, for halves that only tell something."""

UNCLEAR_FROM = 0.4
"""Least probability that half a message is one of the unclear ones, for what they may mean."""

SAME_FROM = 0.4
"""Least probability of the entry that both halves ask for, to be answered with it."""

_TELLING = (Way.TOLD, Way.TOLD_AMONG)
_LEGAL_DOUBT = 0.3
_DOUBTFUL = 0.5


@dataclass(frozen=True, slots=True)
class Half:
    """What half of a message asks for, how probable that is, and what else it may be.

    `kind` is the one of the likest label of all, which may be a class.
    """

    entry: str
    confidence: float
    kind: Kind
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What two halves ask for: one entry if both ask for the same, else two or three.

    `confidence` is the probability of the more doubtful half.
    """

    entries: tuple[str, ...] = ()
    confidence: float = 0.0


def is_worth_reading(cut: Cut, whole: Finding) -> bool:
    """Tell whether halves may count at all, by what the whole message says."""
    if cut.way not in _TELLING:
        return True
    return len(whole.entries) > 1 and whole.entries[1].candidate.confidence >= NEXT_FROM


def half(finding: Finding | None) -> Half | None:
    """Return what half of a message asks for by itself; an unclear one, what it may mean."""
    if finding is None or not finding.content or not finding.entries:
        return None
    listed = [(each.candidate.id, each.candidate.confidence) for each in finding.entries]
    first = max(
        (finding.entries[0], *finding.classes[:1]), key=lambda each: each.candidate.confidence
    )
    sure = first.candidate.confidence
    if first.kind is not Kind.UNCLEAR or sure < UNCLEAR_FROM or not first.offers:
        return Half(*listed[0], first.kind, tuple(listed[1:]))
    known = dict(listed)
    offers = sorted(first.offers, key=lambda offer: -known.get(offer, 0.0))
    others = tuple((offer, sure) for offer in offers[1:])
    return Half(offers[0], sure + known.get(offers[0], 0.0), first.kind, others)


def may_count(cut: Cut, part: Half | None) -> bool:
    """Tell whether a half is likely enough for its way, so that the other is worth reading."""
    if cut.way is Way.ASKED_TOO:
        return True
    return part is not None and part.confidence >= LEAST[cut.way]


def pair(cut: Cut, left: Half | None, right: Half | None, whole: Finding) -> Pair:
    """Return what both halves ask for; nothing unless two entries are likely enough."""
    named = {each.candidate.id: each.candidate.confidence for each in whole.entries}
    if left is None:
        return Pair()
    if right is None or (_is_foreign(right) and right.confidence < NAMED):
        return _leaning(cut, left, named)
    if _is_one(left, right):
        return _same(cut, left, right)
    least = _least(cut, left, right)
    if cut.way is Way.ASKED_TOO:
        left, right = _in_context(left, right, named, least), _in_context(right, left, named, least)
    weak, strong = sorted((left, right), key=lambda each: each.confidence)
    hinted = cut.way is Way.ASKED_TOO and min(weak.confidence, named.get(weak.entry, 0.0)) >= NAMED
    if (strong if hinted else weak).confidence < least or left.entry == right.entry:
        return Pair()
    both = left.entry, right.entry
    return Pair((*both, *_third(both, weak, named)), weak.confidence)


def _in_context(part: Half, other: Half, named: Mapping[str, float], least: float) -> Half:
    """Return a doubtful half as the whole message understands it: its subject may stand before."""
    if part.confidence >= least:
        return part
    listed = ((part.entry, part.confidence), *part.others)
    likely = [each for each in listed if each[1] >= NAMED and each[0] != other.entry]
    entry, confidence = max(likely, key=lambda each: named.get(each[0], 0.0), default=listed[0])
    return replace(part, entry=entry, confidence=confidence)


def _least(cut: Cut, left: Half, right: Half) -> float:
    """Return how probable both must be; an unclear half does not count in the midst of a story."""
    kinds = (left.kind, right.kind)
    if cut.way is Way.ASKED_TOO:
        return ASKED_TOO_FROM * cut.words
    if cut.way is Way.TOLD_AMONG and Kind.UNCLEAR in kinds:
        return math.inf
    return LEAST[cut.way] + _LEGAL_DOUBT * (Kind.LEGAL_ADVICE in kinds)


def _leaning(cut: Cut, left: Half, named: Mapping[str, float]) -> Pair:
    """Return the pair for a second half that says something only together with the first."""
    rest = [each for each in named.items() if each[0] != left.entry]
    if cut.way is not Way.ASKED_TOO or not rest or rest[0][1] < HINTED:
        return Pair()
    if left.confidence < ASKED_TOO_FROM * cut.words:
        return Pair()
    entries = [entry for entry, confidence in rest[:2] if confidence >= NAMED]
    return Pair((left.entry, *entries), rest[0][1])


def _same(cut: Cut, left: Half, right: Half) -> Pair:
    """Return the entry that both halves ask for, if both do ask and are likely enough."""
    weak = min(left.confidence, right.confidence)
    clear = Kind.UNCLEAR not in (left.kind, right.kind) and left.entry == right.entry
    if cut.way in _TELLING or not clear or weak < SAME_FROM:
        return Pair()
    return Pair((left.entry,), weak)


def _is_one(left: Half, right: Half) -> bool:
    """Tell whether both halves may well mean the same."""
    return (
        left.entry == right.entry
        or (left.kind is Kind.UNCLEAR and right.entry in dict(left.others))
        or (right.kind is Kind.UNCLEAR and left.entry in dict(right.others))
    )


def _is_foreign(part: Half) -> bool:
    return part.kind not in ANSWERED and part.kind is not Kind.UNCLEAR


def _third(both: tuple[str, str], weak: Half, named: Mapping[str, float]) -> Iterator[str]:
    """Yield what else a doubtful half may ask for."""
    if weak.confidence < _DOUBTFUL:
        likely = [*list(named.items())[:2], *weak.others[:1]]
        others = [each for each in likely if each[0] not in both and each[1] >= HINTED]
        if others:
            yield max(others, key=lambda each: each[1])[0]
