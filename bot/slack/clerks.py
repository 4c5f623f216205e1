"""Telling clerks, in their channel, that the knowledge folder needs them."""

from slack_sdk.errors import SlackApiError

from bot.slack.client import web_client
from bot.slack.errors import log_failure
from bot.slack.quiet import quiet_logger
from bot.slack.tokens import escape
from bot.slack.views.blocks import sections

_MOST = 3500
_INTRO = (
    "The knowledge folder has a mistake, so its last change is not in use. "
    "Answers go on from the last good version. Please correct this:"
)
_HEALED = (
    "The knowledge folder is in order again, and what it says now is in use. "
    "You need to do nothing more. Thank you."
)


def tell(bot_token: str, api_url: str, channel: str, report: str) -> bool:
    """Post a report of problems; whether that worked. A failure is logged and changes nothing."""
    return _post(bot_token, api_url, channel, f"{_INTRO}\n\n{_shortened(report)}")


def tell_healed(bot_token: str, api_url: str, channel: str) -> bool:
    """Post that the problems are gone; whether that worked. A failure changes nothing."""
    return _post(bot_token, api_url, channel, _HEALED)


def _shortened(report: str) -> str:
    """The report, or as many of its first lines as fit."""
    if len(report) <= _MOST:
        return report
    lines, _, _ = report[:_MOST].rpartition("\n")
    return f"{lines or report[:_MOST]}\n... and more"


def _post(bot_token: str, api_url: str, channel: str, words: str) -> bool:
    """Blocks for eyes and text for screen readers: the same words to the end."""
    try:
        web_client(bot_token, api_url, quiet_logger()).chat_postMessage(
            channel=channel, text=escape(words), blocks=sections(words), mrkdwn=False,
            unfurl_links=False, unfurl_media=False,
        )  # fmt: skip
    except (SlackApiError, OSError) as error:
        log_failure("telling the clerks' channel", error)
        return False
    return True
