"""People's progress between Slack and the store: read, move, keep, and try again when beaten.

A move is worked out from what was read and kept only over that; when another device was faster,
it is worked out anew. So nothing is lost, and a double click finds its own work done.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.checklist import Progress
from bot.helpdesk import Guide, Guided, Kept, Known, Person, Place
from bot.slack.errors import log_failure, slack_code
from bot.slack.services import Services

log = logging.getLogger(__name__)

_TRIES = 8
_ZONE_KEPT_FOR = timedelta(hours=6)
_NOT_ALLOWED = frozenset({"missing_scope", "not_allowed_token_type"})

Decide = Callable[[Person, Known], Guided | None]


class BeatenError(Exception):
    """Others changed the same progress at the same time, over and over."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of a move: what to say, and what was kept before it and after."""

    guided: Guided
    known: Known
    before: Kept | None
    progress: Progress | None
    revision: int

    @property
    def place(self) -> Place | None:
        """Where the guide had asked last."""
        return self.before.place if self.before else None


def walk(
    services: Services, client: WebClient, who: str, delivery: str, decide: Decide
) -> Walked | None:
    """Read what is kept, decide, keep. None when the guide has nothing to do with it.

    `delivery` names the event, if Slack may send it again: what it changed is not changed twice,
    and what is asked now is offered instead.
    """
    for _ in range(_TRIES):
        known = services.people.recall(who)
        guided = _decided(services, client, who, delivery, known, decide)
        if guided is None:
            return None
        before = _kept(known, guided.progress)
        if guided.progress is None or (before and guided.progress == before.progress):
            return _walked(guided, known, before, 0)
        revision = before.revision if before else 0
        if services.people.keep(who, guided.progress, revision, delivery, services.now()):
            return _walked(guided, known, before, revision + 1)
    raise BeatenError


def undo(services: Services, who: str, walked: Walked) -> None:
    """Put back what was kept before, as what followed from the move was never said."""
    if walked.revision and walked.progress is not None:
        before = walked.before.progress if walked.before else None
        empty = Progress(walked.progress.checklist)
        services.people.keep(who, before or empty, walked.revision, "", services.now())


def person_of(services: Services, client: WebClient, who: str, known: Known) -> Person:
    """What the guide needs to know about somebody."""
    now = services.now()
    return Person(
        progress={kept.progress.checklist: kept.progress for kept in known.kept},
        reminders=tuple(it.reminder for it in known.scheduled if it.reminder.due > now),
        zone=zone_of(services, client, who.partition(":")[2]) if known.kept else None,
        asked=frozenset(kept.progress.checklist for kept in known.kept if kept.place),
    )


def zone_of(services: Services, client: WebClient, user: str) -> str | None:
    """The name of somebody's time zone, where Slack tells it. Asked for now and then only."""
    now = services.now()
    zone, asked_at = services.zones.get(user, (None, None))
    if asked_at is not None and now - asked_at < _ZONE_KEPT_FOR:
        return zone
    try:
        told = client.users_info(user=user)["user"].get("tz")
    except SlackApiError as error:
        if slack_code(error) not in _NOT_ALLOWED:
            log_failure("asking for a time zone", error)
        told = None
    except Exception as error:
        log_failure("asking for a time zone", error)
        return zone
    services.zones[user] = (told if isinstance(told, str) else None, now)
    return services.zones[user][0]


def _decided(
    services: Services, client: WebClient, who: str, delivery: str, known: Known, decide: Decide
) -> Guided | None:
    person = person_of(services, client, who, known)
    done = next((kept for kept in known.kept if delivery and kept.delivery == delivery), None)
    checklists = services.desk().knowledge.checklists
    if done is not None and done.progress.checklist in checklists:
        log.info("Offering again what a delivery led to before")
        guide, now = Guide(services.desk()), services.now()
        return guide.topped(guide.ask_again(done.progress, person, now), now)
    return decide(person, known)


def _walked(guided: Guided, known: Known, before: Kept | None, revision: int) -> Walked:
    progress = guided.progress or (before.progress if before else None)
    return Walked(guided, known, before, progress, revision)


def _kept(known: Known, progress: Progress | None) -> Kept | None:
    """What was kept of this progress's checklist; without progress, what was used last."""
    if progress is None:
        return known.kept[0] if known.kept else None
    mine = (kept for kept in known.kept if kept.progress.checklist == progress.checklist)
    return next(mine, None)
