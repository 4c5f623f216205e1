"""Telling clerks, in their channel, that the knowledge folder needs them."""

import logging

from slack_sdk.errors import SlackApiError

from bot.slack.client import web_client
from bot.slack.errors import log_failure

_LOG = logging.getLogger(__name__)
_MOST = 3500
_INTRO = (
    "The knowledge folder has a mistake, so its last change is not in use. "
    "Answers go on from the last good version. Please correct this:"
)


def tell(bot_token: str, api_url: str, channel: str, report: str) -> bool:
    """Post a report of problems; whether that worked. A failure is logged and changes nothing."""
    shown = report if len(report) <= _MOST else report[:_MOST] + "\n... and more"
    text = f"{_INTRO}\n\n{shown}"
    blocks = [{"type": "section", "text": {"type": "plain_text", "text": part, "emoji": False}}
              for part in (_INTRO, shown[:3000])]  # fmt: skip
    try:
        web_client(bot_token, api_url, _LOG).chat_postMessage(
            channel=channel, text=text, blocks=blocks, mrkdwn=False, unfurl_links=False,
            unfurl_media=False,
        )  # fmt: skip
    except (SlackApiError, OSError) as error:
        log_failure("telling the clerks' channel", error)
        return False
    return True
