"""From what a person types to what Slack sends: escaped, with mentions and links as tokens."""

import re

from bot.sandbox.workspace import Workspace

_URL = re.compile(r"https?://[^\s<>|]+")
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")


def wire_text(typed: str, workspace: Workspace) -> str:
    """The text of the message event. As in Slack, `@Name` and `#channel` become ids."""
    text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _URL.sub(lambda found: f"<{found.group()}>", text)
    text = _EMAIL.sub(lambda found: f"<mailto:{found.group()}|{found.group()}>", text)
    for name, token in _tokens(workspace):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", token, text, flags=re.IGNORECASE)
    return text


def without_mention(typed: str, workspace: Workspace) -> str:
    """What is asked of the bot when it is called by name."""
    bot = workspace.bot
    names = f"@(?:{re.escape(bot.real_name)}|{re.escape(bot.name)})"
    return re.sub(rf"(?<!\w){names}(?!\w)[,:]?", "", typed, flags=re.IGNORECASE).strip()


def _tokens(workspace: Workspace) -> list[tuple[str, str]]:
    """Names and what stands for them, longest first so that no name is cut short."""
    tokens = [(f"@{it.real_name}", f"<@{it.id}>") for it in workspace.people.values()]
    tokens += [(f"@{it.name}", f"<@{it.id}>") for it in workspace.people.values()]
    named = [it for it in workspace.channels.values() if it.user is None]
    tokens += [(f"#{it.name}", f"<#{it.id}|{it.name}>") for it in named]
    return sorted(tokens, key=lambda pair: -len(pair[0]))
