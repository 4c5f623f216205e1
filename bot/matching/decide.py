"""The one place that decides: answer, offer choices, say that it is not ours, or say unknown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.matching.model import ANSWERED, Candidate, Decision, Kind

ANSWER_FROM = 0.75
"""Probability that the best entry is right from which it is answered at once. From .70, 1 more of
100 questions that an entry answers is answered at once, and 1 more of 100 that none answers; from
.80, 2 fewer and hardly one fewer."""

PLAIN_FROM = 0.85
"""The same for a message of several sentences. Below it the message is searched for its question,
and what single sentences seem to ask is offered, never answered: they soon sound like one."""

CHOICES_FROM = 0.08
"""Least probability that one of the three best entries is right for them to be offered."""

CHOICES_OVER_CLASS = 0.40
"""The same, when the likest label of all is a class of what this desk does not answer."""

CLASS_FROM = 0.50
"""Probability of such a class from which it stands, however probable the entries are."""

PLAUSIBLE = 0.12
"""Least share of the best entry's probability for a third entry to be offered beside it."""

CHOICES = 3
_CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Likely:
    """A label in force, its probability, and the ids that an unclear one stands for."""

    candidate: Candidate
    kind: Kind
    offers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known about one message when it is decided on.

    `entries` and `classes` are the labels in force, likest first, of the answered kinds and of the
    others; `first` is the likest of all. `phrased` is the only label that has the message among
    its phrasings, if there is one. `shown` is the probability that one of the three best entries
    is right. `content` counts known words that say what the message is about. `both` are the
    entries that the halves of a double question ask for, one if it is the same. `in_parts` tells
    that single sentences were read, not the message as a whole.
    """

    entries: Sequence[Likely]
    classes: Sequence[Likely]
    first: Likely
    phrased: Likely | None
    shown: float
    content: int
    both: tuple[str, ...] = ()
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision, the ids it is about, the probability that they are right, and the rule."""

    decision: Decision
    chosen: tuple[str, ...]
    confidence: float
    rule: str


def decide(finding: Finding) -> Verdict:
    """Decide about one message that has a known word."""
    if finding.phrased is not None:
        return _named(finding.phrased, _CERTAIN, "word-for-word")
    if len(finding.both) > 1:
        return Verdict(Decision.CHOICES, finding.both, finding.shown, "two-questions")
    if is_sure(finding):
        return _named(finding.entries[0], finding.entries[0].candidate.confidence, "sure")
    if finding.both:
        return Verdict(Decision.ANSWER, finding.both, finding.shown, "asked-twice")
    if is_foreign(finding):
        return _named(finding.first, round(1.0 - finding.shown, 4), "not-ours")
    if finding.first.kind is Kind.UNCLEAR and len(finding.first.offers) > 1:
        return _named(finding.first, finding.shown, "unclear")
    if finding.shown < CHOICES_FROM or not finding.entries:
        return Verdict(Decision.UNKNOWN, (), finding.shown, "unsure")
    best = finding.entries[0]
    if best.kind is Kind.LEGAL_ADVICE:
        return Verdict(Decision.UNKNOWN, (best.candidate.id,), finding.shown, "maybe-legal")
    if len(finding.entries) > 1:
        return Verdict(Decision.CHOICES, _plausible(finding), finding.shown, "unsure-which")
    return Verdict(Decision.UNKNOWN, (), finding.shown, "unsure")


def is_sure(finding: Finding) -> bool:
    """Tell whether the best entry may be answered at once."""
    if not finding.entries or not finding.content or finding.in_parts:
        return False
    return finding.entries[0].candidate.confidence >= ANSWER_FROM


def is_foreign(finding: Finding) -> bool:
    """Tell whether the message is of a class that this desk does not answer."""
    if finding.first.kind in ANSWERED:
        return False
    return finding.shown < CHOICES_OVER_CLASS or finding.first.candidate.confidence >= CLASS_FROM


def is_plain(finding: Finding) -> bool:
    """Tell whether a message of several sentences need not be searched for its question."""
    return is_sure(finding) and finding.entries[0].candidate.confidence >= PLAIN_FROM


def _named(label: Likely, confidence: float, rule: str) -> Verdict:
    """Return what a message that means this label gets, by its kind."""
    if label.kind in ANSWERED:
        return Verdict(Decision.ANSWER, (label.candidate.id,), confidence, rule)
    if label.kind is not Kind.UNCLEAR:
        return Verdict(Decision.NOT_OURS, (label.candidate.id,), confidence, rule)
    if len(label.offers) > 1:
        return Verdict(Decision.CHOICES, label.offers[:CHOICES], confidence, "unclear")
    return Verdict(Decision.UNKNOWN, (), confidence, "unclear")


def _plausible(finding: Finding) -> tuple[str, ...]:
    """Return two entries, and a third if it is not far behind."""
    best = [entry.candidate for entry in finding.entries[:CHOICES]]
    least = PLAUSIBLE * best[0].confidence
    third = [entry for entry in best[2:] if entry.confidence >= least]
    return tuple(entry.id for entry in (*best[:2], *third))


def in_one(found: Sequence[Finding]) -> Finding | None:
    """Join what the passages of one story ask for, the surest passage first."""
    if not found:
        return None
    asked = [each for each in found if each.entries]
    if not asked:
        return found[0]
    best = max(asked, key=lambda each: each.entries[0].candidate.confidence)
    entries: dict[str, Likely] = {}
    for entry in sorted(
        (entry for each in asked for entry in each.entries),
        key=lambda entry: (-entry.candidate.confidence, entry.candidate.id),
    ):
        entries.setdefault(entry.candidate.id, entry)
    phrased = best.phrased if best.phrased and best.phrased.kind in ANSWERED else None
    return replace(
        best,
        entries=tuple(entries.values()),
        phrased=phrased,
        shown=max(each.shown for each in found),
        in_parts=True,
    )
