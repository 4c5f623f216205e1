"""The result of a trial in plain words."""

from collections.abc import Iterator, Mapping

from bot.helpdesk.trial import Comparison, TrialResult
from bot.knowledge import Knowledge


def render_trial(result: TrialResult, comparison: Comparison, knowledge: Knowledge) -> str:
    """The result in plain words: what fails, what changed, and the count."""
    titles = _titles(knowledge)
    lines = [
        *_failures(result, titles),
        *_changes(comparison, titles),
        *_to_move_up(result, titles),
        *_notes(comparison),
    ]
    right = len(result.asked) - len(result.failed)
    lines.append(f"{right} of {len(result.asked)} questions reach what they must.")
    lines.extend(_known_misses(result))
    if comparison.changed:
        lines.append("If every change is meant, accept them with: python -m bot test --accept")
    return "\n".join(lines) + "\n"


def _titles(knowledge: Knowledge) -> dict[str, str]:
    titles = {each.id: each.question for each in knowledge.entries.values()}
    return titles | {each.id: each.title for each in knowledge.not_ours.values()}


def _failures(result: TrialResult, titles: Mapping[str, str]) -> Iterator[str]:
    for each in result.failed:
        wanted = _named(each.wanted, titles)
        verb = "offer" if each.to_offer else "answer"
        told = _told(each.outcome, each.entries, titles)
        yield f"'{each.question}' should {verb} {wanted}, but {told}"
    if result.failed:
        yield ""


def _changes(comparison: Comparison, titles: Mapping[str, str]) -> Iterator[str]:
    for change in comparison.changed:
        now, was = _told(*change.now, titles), _was(*change.was, titles)
        yield f"'{change.question}' now {now}, was {was}"
    if comparison.changed:
        yield ""


def _to_move_up(result: TrialResult, titles: Mapping[str, str]) -> Iterator[str]:
    """What a clerk is to do with each known miss that misses no longer."""
    for each in result.to_move_up:
        key = "questions" if each.passed else "offered"
        told = _told(each.outcome, each.entries, titles)
        cure = f"move it from `missed:` to `{key}:`, under `{each.wanted[0]}:`"
        yield f"'{each.question}' now {told}: in its file, {cure}."
    if result.to_move_up:
        yield ""


def _known_misses(result: TrialResult) -> Iterator[str]:
    if not result.missed:
        return
    misses = "1 known miss" if len(result.missed) == 1 else f"{len(result.missed)} known misses"
    if not result.to_move_up:
        yield f"{misses}."
    elif len(result.to_move_up) == 1:
        yield f"{misses}, 1 of them now reaches its answer: move it up."
    else:
        yield f"{misses}, {len(result.to_move_up)} of them now reach their answer: move them up."


def _notes(comparison: Comparison) -> Iterator[str]:
    if comparison.new:
        yield f"{len(comparison.new)} questions are new and not accepted yet."
    if comparison.gone:
        yield f"{len(comparison.gone)} accepted questions are no longer asked."


_TOLD = {
    "answer": ("answers {}", "{}"),
    "choices": ("offers {}", "an offer of {}"),
    "not-ours": ("is turned away as {}", "turned away as {}"),
    "unknown": ("finds no answer", "no answer"),
}


def _told(outcome: str, entries: tuple[str, ...], titles: Mapping[str, str]) -> str:
    return _TOLD.get(outcome, ("does {}", "{}"))[0].format(_named(entries, titles))


def _was(outcome: str, entries: tuple[str, ...], titles: Mapping[str, str]) -> str:
    return _TOLD.get(outcome, ("does {}", "{}"))[1].format(_named(entries, titles))


def _named(ids: tuple[str, ...], titles: Mapping[str, str]) -> str:
    return " and ".join(f"*{titles.get(each, each)}*" for each in ids) or "nothing in particular"
