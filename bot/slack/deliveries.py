"""Each event from Slack is worked on once, although it may arrive several times."""

from collections.abc import Callable, Iterable
from hashlib import sha256

from slack_bolt import BoltResponse

from bot.helpdesk import Claim
from bot.slack.errors import log_failure
from bot.slack.incoming import Question
from bot.slack.services import Services


def once(services: Services, names: Iterable[str], work: Callable[[], None]) -> BoltResponse:
    """Do the work, unless any of these names was claimed before. Returns what to tell Slack.

    Done before: 200, nothing more to do. Being done elsewhere: 503, so that Slack asks again in
    case the other process dies. When the work fails the claims are given back and the exception
    goes on: Slack then sends the event again.
    """
    taken: list[str] = []
    for name in names:
        claim = services.deliveries.claim(name, services.now())
        if claim is not Claim.OURS:
            return _not_ours(services, claim, taken)
        taken.append(name)
    try:
        work()
    except Exception:
        _give_back(services, taken)
        raise
    _finish(services, taken)
    return BoltResponse(status=200)


def names_of(question: Question) -> tuple[str, ...]:
    """A retry has the same event id; a second event for one message has the same time stamp.

    Kept as hashes: they outlive the wish to be forgotten, and name nobody's direct message.
    """
    message = f"message:{question.team}:{question.channel}:{question.ts}"
    names = (f"event:{question.event_id}", message) if question.event_id else (message,)
    return tuple(sha256(name.encode()).hexdigest() for name in names)


def _not_ours(services: Services, claim: Claim, taken: list[str]) -> BoltResponse:
    if claim is Claim.DONE:
        _finish(services, taken)
        return BoltResponse(status=200)
    _give_back(services, taken)
    return BoltResponse(status=503, body="being answered")


def _finish(services: Services, names: list[str]) -> None:
    """The answer is out: a failure to note that must not make Slack send the event again."""
    for name in names:
        try:
            services.deliveries.finish(name, services.now())
        except Exception as error:
            log_failure("noting an answered delivery", error)


def _give_back(services: Services, names: list[str]) -> None:
    """A claim that cannot be given back lapses by itself."""
    for name in names:
        try:
            services.deliveries.release(name)
        except Exception as error:
            log_failure("giving a delivery back", error)
