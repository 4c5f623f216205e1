"""The questions of the knowledge folder, put to the desk as people put theirs.

`run_trial` asks them all; `compare` tells what changed since the results were last accepted.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.helpdesk.desk import HelpDesk
from bot.knowledge import Knowledge
from bot.matching import Decision

Accepted = Mapping[str, Mapping[str, Any]]
"""The last accepted results: question -> {"outcome": "answer", "entries": ["link-account"]}."""


class Verdict(StrEnum):
    """What came of a question."""

    RIGHT = "right"
    OFFERED = "offered among the choices"
    UNANSWERED = "not answered"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the ids it must reach (or be offered, if `to_offer`), and what came of it."""

    question: str
    wanted: tuple[str, ...]
    to_offer: bool
    outcome: str
    entries: tuple[str, ...]
    verdict: Verdict

    @property
    def passed(self) -> bool:
        """Whether it reached what it must."""
        return self.verdict is Verdict.RIGHT


@dataclass(frozen=True, slots=True)
class TrialResult:
    """Every question in the order of the ids, and the version of the folder that was asked.

    `missed` are those that were known not to reach their id: whatever comes of them, none fails.
    """

    asked: tuple[Asked, ...]
    version: str
    missed: tuple[Asked, ...] = ()

    @property
    def failed(self) -> tuple[Asked, ...]:
        """The questions that did not reach what they must."""
        return tuple(each for each in self.asked if not each.passed)

    @property
    def to_move_up(self) -> tuple[Asked, ...]:
        """The known misses that reach their id by now, as an answer or among the choices."""
        good = (Verdict.RIGHT, Verdict.OFFERED)
        return tuple(each for each in self.missed if each.verdict in good)

    def to_accept(self) -> dict[str, dict[str, Any]]:
        """The results in the form that `compare` takes, and that JSON can hold."""
        return {
            each.question: {"outcome": each.outcome, "entries": list(each.entries)}
            for each in sorted(self.asked, key=lambda each: each.question)
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A question whose result is not the one that was accepted."""

    question: str
    was: tuple[str, tuple[str, ...]]
    now: tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs from the accepted results. Only `changed` makes a trial fail."""

    changed: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def run_trial(desk: HelpDesk, now: datetime) -> TrialResult:
    """Ask every question of the folder as a message of its own, at that moment."""
    knowledge = desk.knowledge
    asked = [
        _ask(desk, question, (wanted,), now, to_offer=False)
        for wanted, questions in knowledge.questions.items()
        for question in questions
    ]
    for question, ids in _offered(knowledge).items():
        asked.append(_ask(desk, question, ids, now, to_offer=True))
    missed = tuple(
        _ask(desk, question, (wanted,), now, to_offer=False)
        for wanted, questions in knowledge.missed.items()
        for question in questions
    )
    return TrialResult(tuple(asked), knowledge.version, missed)


def compare(result: TrialResult, accepted: Accepted) -> Comparison:
    """Hold the results against the accepted ones. A known miss is neither changed nor gone."""
    now = {each.question: (each.outcome, each.entries) for each in result.asked}
    was = {question: _read(kept) for question, kept in accepted.items()}
    still_asked = {*now, *(each.question for each in result.missed)}
    both = [question for question in now if question in was]
    return Comparison(
        changed=tuple(
            Change(question, was[question], now[question])
            for question in both
            if was[question] != now[question]
        ),
        new=tuple(question for question in now if question not in was),
        gone=tuple(question for question in was if question not in still_asked),
    )


def passed(result: TrialResult, comparison: Comparison) -> bool:
    """Whether everything was reached and no accepted result changed."""
    return not result.failed and not comparison.changed


def _offered(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    ids: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for wanted, questions in knowledge.offered.items():
        for question in questions:
            ids[question] += (wanted,)
    return dict(ids)


def _ask(
    desk: HelpDesk, question: str, wanted: tuple[str, ...], now: datetime, *, to_offer: bool
) -> Asked:
    reply = desk.ask(question, now)
    verdict = _verdict(reply.outcome, reply.entries, wanted, to_offer=to_offer)
    return Asked(question, wanted, to_offer, str(reply.outcome), reply.entries, verdict)


def _verdict(
    outcome: Decision, entries: tuple[str, ...], wanted: tuple[str, ...], *, to_offer: bool
) -> Verdict:
    """An offered question may be answered at once too, if there is only one entry for it."""
    if outcome is Decision.CHOICES and set(wanted) <= set(entries):
        return Verdict.RIGHT if to_offer else Verdict.OFFERED
    if outcome in (Decision.ANSWER, Decision.NOT_OURS) and entries == wanted:
        return Verdict.RIGHT
    return Verdict.UNANSWERED if outcome is Decision.UNKNOWN else Verdict.WRONG


def _read(kept: Any) -> tuple[str, tuple[str, ...]]:
    if not isinstance(kept, Mapping):
        return "", ()
    entries = kept.get("entries")
    listed = entries if isinstance(entries, list | tuple) else ()
    return str(kept.get("outcome", "")), tuple(str(each) for each in listed)


def accepted_text(result: TrialResult) -> str:
    """The results as JSON to be kept: one question a line, so that a change shows as one line."""
    lines = (
        f"{json.dumps(question, ensure_ascii=False)}: {json.dumps(kept)}"
        for question, kept in result.to_accept().items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_accepted(text: str) -> Accepted:
    """What `accepted_text` wrote. Raises ValueError with the cure for anything else."""
    try:
        accepted = json.loads(text)
    except ValueError as error:
        raise ValueError(_NOT_ACCEPTED) from error
    if not isinstance(accepted, dict):
        raise ValueError(_NOT_ACCEPTED)
    return accepted


_NOT_ACCEPTED = (
    "the accepted results cannot be read; "
    "put the file back from an earlier version, or delete it and accept anew"
)
