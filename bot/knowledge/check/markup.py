"""Marks that people would see as they stand: answers are posted as plain text."""

import re
from collections.abc import Iterator
from datetime import date

from bot.knowledge.check.tell import warning_in_text
from bot.knowledge.document import Path
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.model import NoticesFile
from bot.knowledge.problem import Problem
from bot.knowledge.says import Says

_LINKS = "Write it in words and put the address under `links`."
_SIGNS = (
    (r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", "HTML is shown as it stands", "Take the tag out."),
    (
        r"&(?:[a-z]{2,8}|#\d{1,6});",
        "An HTML sign is shown as it stands",
        "Type the character itself.",
    ),
    (
        r"<(?:https?:|mailto:|[@#!])[^<>\s]*>?",
        "Slack's own link signs are shown as they stand",
        _LINKS,
    ),
    (r"\[[^\[\]\n]+\]\([^()\s]+\)", "A Markdown link is shown as it stands", _LINKS),
    (r"\*\*[^*\n]+\*\*|__[^_\n]+__", "Signs for bold are shown as they stand", "Take them out."),
    (
        r"(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])|(?<![\w_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\w_])",
        "Signs for bold or italics are shown as they stand",
        "Take them out; plain words do.",
    ),
    (
        r"\A[“”„][^“”„]*[“”]\Z",
        "Curly quotation marks around a text are shown as they stand",
        'Take them out; where YAML needs quotes, it takes only straight ones ("like this").',
    ),
    (r"`[^`\n]+`", "Backquotes are shown as they stand", "Take them out."),
    (r"(?m)^#{1,6}\s.+$", "A Markdown heading is shown as it stands", "Take the # out."),
    (
        r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])",
        "An emoji code may be shown as it stands",
        "Take it out.",
    ),
    (
        r"â€.|Ã[\x80-\xbf]|Â\s|\ufffd",
        "Letters were spoiled by a wrong encoding",
        "Type them again.",
    ),
)
_MARKS = tuple((re.compile(sign, re.IGNORECASE), what, cure) for sign, what, cure in _SIGNS)
_ADDRESS = re.compile(r"(?<![\w@./<(])(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)


def marks(folder: Folder, today: date) -> Iterator[Problem]:
    """HTML, Markdown, and Slack's own signs."""
    for filled, path, text in _shown(folder):
        for sign, what, cure in _MARKS:
            if match := sign.search(text):
                yield warning_in_text(filled, path, match.group(), what, cure)


def addresses(folder: Folder, today: date) -> Iterator[Problem]:
    """Web addresses inside a text: there they are long to hear and cannot be checked."""
    for filled, path, text in _shown(folder):
        if match := _ADDRESS.search(text):
            found = match.group().rstrip(".,;:")
            yield warning_in_text(filled, path, found, "A web address inside a text", _LINKS)


RULES = (marks, addresses)


def _shown(folder: Folder) -> Iterator[tuple[Filled, Path, str]]:
    yield from folder.texts()
    for filled, path, entry in folder.entries():
        yield filled, (*path, "question"), entry.question
    for filled, form in folder.forms(NoticesFile):
        for index, notice in enumerate(form.notices):
            yield filled, ("notices", index, "text"), notice.text
    for filled, says in folder.forms(Says):
        for name in Says.model_fields:
            if isinstance(phrase := getattr(says, name), str):
                yield filled, (name,), phrase
