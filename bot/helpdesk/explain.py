"""Why the desk said what it said: for clerks who wonder, and for whoever tunes the phrasings."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.helpdesk.desk import MOST_CHARACTERS, HelpDesk, readable
from bot.helpdesk.openings import long_date
from bot.helpdesk.replies import Reply
from bot.knowledge import Knowledge
from bot.matching import Explanation, Reason, Word

_MOST_CANDIDATES = 5
_MOST_WORDS = 8
_LEAST = 0.001  # below one in a thousand a candidate explains nothing


def explain_text(desk: HelpDesk, question: str, now: datetime) -> str:
    """Candidates with confidences, the words behind them, the rule, who reviewed the answer."""
    reply = desk.ask(question, now)
    typed = question[:MOST_CHARACTERS].strip()
    read = readable(typed)
    today = now.astimezone(ZoneInfo(desk.knowledge.court.time_zone)).date()
    why = desk.matcher.explain(read, without=desk.knowledge.sleeping(today))
    lines = [
        *_decided(reply, desk.knowledge),
        *_understood(why, reply),
        "",
        "What it could be:",
        *_candidates(why, desk.knowledge),
        "",
        *_reviews(reply, desk.knowledge),
        f"Version of the answers: {reply.version}",
    ]
    return "\n".join(lines) + "\n"


def _decided(reply: Reply, knowledge: Knowledge) -> Iterator[str]:
    names = [_title(each, knowledge) for each in reply.entries]
    outcome = {
        "answer": "Answered with",
        "choices": "Offered a choice of",
        "not-ours": "Turned away as",
        "unknown": "Not answered",
    }[str(reply.outcome)]
    yield f"{outcome}{': ' if names else ''}{'; '.join(names)}"
    yield f"Decided by: {reply.rule} (confidence {reply.confidence:.0%})"
    if reply.sensitive:
        yield "The message holds something secret; it was taken out before matching."


def _understood(why: Explanation, reply: Reply) -> Iterator[str]:
    if why.read:
        yield f"Read as: {' '.join(why.read)} ({why.known:.0%} of it known from phrasings)"
    for typed, read in why.match.corrections:
        yield f"Spelling: {typed} was read as {read}"


def _candidates(why: Explanation, knowledge: Knowledge) -> Iterator[str]:
    reasons = {reason.candidate.id: reason for reason in why.reasons}
    likely = [each for each in why.match.candidates if each.confidence >= _LEAST]
    for candidate in likely[:_MOST_CANDIDATES]:
        yield f"  {candidate.confidence:7.2%}  {_title(candidate.id, knowledge)}"
        if candidate.id in reasons:
            yield from _words(reasons[candidate.id])
    if not likely:
        yield "  nothing that this desk knows"


def _words(reason: Reason) -> Iterator[str]:
    for label, words in (("for", reason.spoke_for), ("against", reason.spoke_against)):
        if words:
            yield f"           {label}: {', '.join(map(_weighed, words[:_MOST_WORDS]))}"


def _weighed(word: Word) -> str:
    return f"{word.text} ({word.weight:+.2f})"


def _reviews(reply: Reply, knowledge: Knowledge) -> Iterator[str]:
    for each in reply.entries:
        thing = knowledge.entries.get(each) or knowledge.not_ours[each]
        by = f" by {thing.reviewer}" if thing.reviewer else ""
        yield f"{each}: last reviewed {long_date(thing.reviewed)}{by}"


def _title(entry_id: str, knowledge: Knowledge) -> str:
    if entry_id in knowledge.entries:
        return f"{knowledge.entries[entry_id].question} [{entry_id}]"
    if entry_id in knowledge.not_ours:
        return f"{knowledge.not_ours[entry_id].title} [{entry_id}, not ours]"
    return entry_id
