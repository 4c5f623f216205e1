"""When something fails: what is logged, and what the person is told.

An exception's message may quote what a person typed (a parser does, a database driver does), so a
failure is logged by its type and the places it passed through. Nobody is shown an exception.
"""

import logging
import re
import traceback
from collections.abc import Callable

from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.helpdesk import Message
from bot.slack.services import Services

log = logging.getLogger(__name__)

_CODE = re.compile(r"[a-z][a-z_]*")
"""How Slack writes its codes. Where Slack did not answer in JSON, the kit puts words of its own in
their place, with some of the answer."""


def unhandled(error: Exception) -> BoltResponse:
    """The last resort for whatever escapes a listener: an event is then sent again by Slack."""
    log_failure("handling a request", error)
    return BoltResponse(status=500)


def log_failure(doing: str, error: BaseException) -> None:
    """Log that something failed, and where; never the exception's own words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
    log.error("Failed while %s: %s\n%s", doing, name_of(error), places)


def name_of(error: BaseException) -> str:
    """The kind of failure: Slack's own code for it, or the exception's type."""
    if isinstance(error, SlackApiError):
        return f"Slack says {slack_code(error)}"
    return type(error).__name__


def slack_code(error: SlackApiError) -> str:
    """Slack's code for an error, such as `channel_not_found`, or `HTTP 503` where it has none."""
    data = getattr(error.response, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    if isinstance(code, str) and _CODE.fullmatch(code):
        return code
    return f"HTTP {getattr(error.response, 'status_code', '?')}"


def or_went_wrong(services: Services, doing: str, decide: Callable[[], Message]) -> Message:
    """What the desk decides to say; if it cannot, that something went wrong and whom to call.

    The desk is pure: what failed once would fail at every retry, so the person is told now.
    """
    try:
        return decide()
    except Exception as error:
        log_failure(doing, error)
        return services.desk().went_wrong(services.now())
