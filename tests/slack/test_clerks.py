"""What clerks are told in their channel."""

import pytest

from bot.sandbox import Posted, Slack
from bot.slack.clerks import tell
from bot.slack.tokens import plain

LINE = "answers/a.yaml:3:5: <b>R & D</b> is shown as it stands. Take the tag out."


def told(slack: Slack, report: str) -> tuple[Posted, str]:
    """The message, and the words of its blocks."""
    assert tell(slack.workspace.bot_token, slack.api_url, "C0CLERKS", report)
    (message,) = slack.replies("C0CLERKS")
    return message, "\n\n".join(block["text"]["text"] for block in message.blocks)


@pytest.mark.parametrize("report", [LINE, "\n".join([LINE] * 200), "x" * 9000])
def test_clerks_read_what_they_hear(slack: Slack, report: str) -> None:
    """Eyes and screen readers get the same words to the same end, and what is cut is marked."""
    message, seen = told(slack, report)

    assert "".join(plain(message.text).split()) == "".join(seen.split())
    assert seen.endswith(report[-20:] if len(report) < 3000 else "\n... and more")


def test_what_a_clerk_wrote_is_no_markup(slack: Slack) -> None:
    """A report quotes the folder, which may hold Slack's own signs."""
    message, seen = told(slack, "a.yaml:1:1: `<!channel>` & <@U0ALICE> are shown as they stand.")

    assert "<!channel>" not in message.text
    assert "`&lt;!channel&gt;` &amp; " in message.text
    assert "<!channel>" in seen
