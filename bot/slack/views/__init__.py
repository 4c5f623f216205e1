"""Drawing: what the desk says in, Block Kit out. Pure."""

from bot.slack.views import guide, home, message

__all__ = ["guide", "home", "message"]
