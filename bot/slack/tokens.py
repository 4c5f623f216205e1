"""Slack's marks inside a text: read from what people send, escaped in what we send."""

import re

_TOKEN = re.compile(r"<([^<>]*)>")
_LABELLED = re.compile(r"^(?:https?|mailto|tel|slack):", re.IGNORECASE)


def plain(text: str) -> str:
    """What a person typed, as they see it: links as their words, no mentions, no escapes.

    People's names go with the mentions: they say nothing about the question.
    """
    words = _TOKEN.sub(lambda token: _seen(token.group(1)), text)
    for escaped, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        words = words.replace(escaped, character)
    return words.strip()


def escape(text: str) -> str:
    """Words that Slack shows as they are: they cannot mention anybody or disguise a link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _seen(token: str) -> str:
    target, _, label = token.partition("|")
    if target.startswith(("@", "!subteam", "!here", "!channel", "!everyone")):
        return " "
    if target.startswith("#"):
        return label or " "
    if target.startswith("!"):
        return label
    if _LABELLED.match(target):
        return label or target
    return f"<{token}>"
