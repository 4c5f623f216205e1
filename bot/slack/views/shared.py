"""An answer that somebody shares in a channel."""

from bot.helpdesk import Reply
from bot.knowledge import Says
from bot.slack.tokens import escape
from bot.slack.views.blocks import Block
from bot.slack.views.message import Payload, blocks_of, payload


def draw_shared(reply: Reply, says: Says, user: str) -> Payload:
    """The answer under a line that names who shared it: the one mention we ever write."""
    line = escape(says.shared_by).format(person=f"<@{user}>")
    named: Block = {
        "type": "context",
        "elements": [{"type": "mrkdwn", "text": line, "verbatim": True}],
    }
    blocks = [named, *blocks_of(reply, says)]
    return {**payload(f"{line}\n\n{escape(reply.text)}", blocks), "mrkdwn": True}
