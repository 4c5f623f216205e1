"""Slack's marks inside a text: read from what people send, escaped in what we send."""

import re
import unicodedata

_TOKEN = re.compile(r"<([^<>]*)>")
_THUMB = re.compile(r":(\+1|thumbsup|-1|thumbsdown):(?::skin-tone-\d:)?")
_EMOJI = re.compile(r"(?<!\w):[\w+'-]+:")
_SHORT = 4  # characters: "2", "yes", "no" and "back", and nothing that could be a secret
_LABELLED = re.compile(r"^(?:https?|mailto|tel|slack):", re.IGNORECASE)


def plain(text: str) -> str:
    """What a person typed, as they see it: links as their words, no mentions, no escapes.

    People's names go with the mentions: they say nothing about the question.
    """
    words = _TOKEN.sub(lambda token: _seen(token.group(1)), text)
    for escaped, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        words = words.replace(escaped, character)
    return words.strip()


def typed(text: str) -> str:
    """What a person typed, in plain characters: '２' is 2, and a thumb up or down is a yes or no.

    Slack writes emoji as words between colons, a thumb down as `:-1:`: none is a word or a number
    of the message. Beside longer words they stay, for whoever reads those.
    """
    words = unicodedata.normalize("NFKC", plain(text))
    without = _THUMB.sub(" ", words).strip()
    thumb = _THUMB.search(words)
    if thumb is not None and not without:
        return "yes" if thumb.group(1) in ("+1", "thumbsup") else "no"
    bare = _EMOJI.sub(" ", without).strip()
    return bare if len(bare) <= _SHORT else without


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
