"""The one place that decides: answer, offer choices, say that it is not ours, or say unknown."""

from collections.abc import Sequence

from bot.matching.model import ANSWERED, Candidate, Decision, Kind

ANSWER_FROM = 0.60
CHOICES_FROM = 0.20
CHOICES = 3


def decide(
    candidates: Sequence[tuple[Candidate, Kind]], content: int
) -> tuple[Decision, tuple[str, ...], str]:
    """Return the decision, the ids it is about and the name of the rule that made it.

    `candidates` are the labels, best first; `content` counts the known words that say what the
    message is about.
    """
    if not candidates:
        return Decision.UNKNOWN, (), "nothing-like-it"
    top, kind = candidates[0]
    if kind not in ANSWERED:
        return _not_answered(candidates)
    if top.confidence >= ANSWER_FROM and content:
        return Decision.ANSWER, (top.id,), "sure"
    return _choices(candidates)


def _not_answered(
    candidates: Sequence[tuple[Candidate, Kind]],
) -> tuple[Decision, tuple[str, ...], str]:
    top, _ = candidates[0]
    if top.confidence >= CHOICES_FROM:
        return Decision.NOT_OURS, (top.id,), "not-ours"
    return Decision.UNKNOWN, (), "unsure"


def _choices(
    candidates: Sequence[tuple[Candidate, Kind]],
) -> tuple[Decision, tuple[str, ...], str]:
    ours = [each for each, kind in candidates if kind in ANSWERED]
    total = sum(each.confidence for each in ours[:CHOICES])
    if total < CHOICES_FROM or len(ours) < 2:
        return Decision.UNKNOWN, (), "unsure"
    return Decision.CHOICES, tuple(each.id for each in ours[:CHOICES]), "unsure-which"
