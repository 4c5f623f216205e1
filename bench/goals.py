"""What the whole desk must reach on its own questions, and what it reaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.desk import Folder
from bench.outcomes import Outcome, tally
from bench.questions import ANSWER, Question
from bench.typing_errors import half_mistyped
from bot.guard import is_sensitive
from bot.helpdesk import HelpDesk, Reply
from bot.matching import Decision, Kind

Pair = tuple[Question, Reply]


@dataclass(frozen=True)
class Goal:
    """A figure to reach: `least` or `most` of `unit`, counted as `part` of `whole` where it is."""

    name: str
    reached: float
    least: float | None = None
    most: float | None = None
    unit: str = "%"
    part: int | None = None
    whole: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it is reached."""
        above = self.least is None or self.reached >= self.least
        return above and (self.most is None or self.reached <= self.most)


def share(
    name: str, part: int, whole: int, least: float | None = None, most: float | None = None
) -> Goal:
    """A goal in percent."""
    return Goal(name, 100 * part / max(1, whole), least, most, "%", part, whole)


def reached(folder: Folder, desk: HelpDesk, questions: Sequence[Question]) -> list[Goal]:
    """Every goal that these questions can show."""
    pairs = [(each, desk.ask(each.text, folder.now)) for each in questions]
    goals = [
        *_answers(pairs, _slips(folder, desk, questions)),
        _legal(folder, pairs),
        _negations(pairs),
        _contacts(desk, pairs),
        *_guard(questions),
    ]
    return [goal for goal in goals if goal.whole]


def _answers(pairs: Sequence[Pair], mistyped: int) -> list[Goal]:
    counted = tally([question for question, _ in pairs], [_outcome(it) for _, it in pairs])
    asked, lost = counted.answerable, counted.right_or_shown - mistyped
    return [
        share("answered right, or the right one among three", counted.right_or_shown, asked, 96),
        share("answered right at once", counted.right, asked, 75),
        share("answered wrong", _wrong(pairs), asked, most=2),
        share("nothing answers it: answered anyway", counted.false, counted.unanswerable, most=4),
        share("several fit: they are offered", counted.offered, counted.unclear),
        share("points lost to 1-2 typing errors in half of them", lost, asked, most=2),
    ]


def _wrong(pairs: Sequence[Pair]) -> int:
    asked = [pair for pair in pairs if pair[0].outcome == ANSWER]
    return tally([question for question, _ in asked], [_outcome(it) for _, it in asked]).wrong


def _slips(folder: Folder, desk: HelpDesk, questions: Sequence[Question]) -> int:
    texts = half_mistyped(tuple(each.text for each in questions))
    outcomes = [_outcome(desk.ask(text, folder.now)) for text in texts]
    return tally(questions, outcomes).right_or_shown


def _outcome(reply: Reply) -> Outcome:
    return Outcome(Decision(reply.outcome), tuple(reply.entries))


def _legal(folder: Folder, pairs: Sequence[Pair]) -> Goal:
    """Sent to an attorney, whichever entry says so, or handed over without an answer."""
    advice = {it.id for it in folder.lessons if it.kind is Kind.LEGAL_ADVICE}
    asked = [pair for pair in pairs if not advice.isdisjoint(pair[0].expect[:1])]
    sends = {folder.knowledge.entries[each].contacts for each in advice}
    good = sum(
        reply.contacts in sends or reply.outcome in (Decision.UNKNOWN, Decision.NOT_OURS)
        for _, reply in asked
    )
    return share("legal advice in any disguise: sent to an attorney", good, len(asked), 95)


def _negations(pairs: Sequence[Pair]) -> Goal:
    asked = [pair for pair in pairs if pair[0].kind == "negation"]
    wrong = tally([question for question, _ in asked], [_outcome(it) for _, it in asked]).wrong
    return share("negations: not answered as if asked", len(asked) - wrong, len(asked), 80)


def _contacts(desk: HelpDesk, pairs: Sequence[Pair]) -> Goal:
    right = [
        (reply, desk.knowledge.entries[reply.entries[0]])
        for question, reply in pairs
        if reply.outcome is Decision.ANSWER and reply.entries[0] in question.expect
    ]
    good = sum(reply.contacts == entry.contacts for reply, entry in right)
    return share(
        "the contact shown is the topic's, where the answer is right", good, len(right), 100
    )


def _guard(questions: Sequence[Question]) -> list[Goal]:
    """Secrets that nobody should type: caught, and nothing else taken for one."""
    secrets = [each for each in questions if each.sensitive]
    others = [each for each in questions if not each.sensitive]
    return [
        share("passwords, codes and numbers caught", _flagged(secrets), len(secrets), 95),
        share("other questions taken for secrets", _flagged(others), len(others), most=0.5),
    ]


def _flagged(questions: Sequence[Question]) -> int:
    return sum(is_sensitive(question.text) for question in questions)
