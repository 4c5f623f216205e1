"""Marks that people would see as they stand: answers are posted as plain text."""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from bot.knowledge.check.tell import error_in_text, warning_in_text
from bot.knowledge.document import Path
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.hosts import CURE, forbidden
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
_AFTER = ".,;:!?"
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
        if (match := _ADDRESS.search(text)) and not _forbidden_in(text, folder):
            found = match.group().rstrip(_AFTER)
            yield warning_in_text(filled, path, found, "A web address inside a text", _LINKS)


def forbidden_addresses(folder: Folder, today: date) -> Iterator[Problem]:
    """Those that lead where no link may: Slack and people make links of them."""
    for filled, path, text in _shown(folder):
        for found, host in _forbidden_in(text, folder):
            what = f"Links to {host} are not allowed, in a text neither"
            yield error_in_text(filled, path, found, what, f"Take the address out, or {CURE}.")


RULES = (marks, addresses, forbidden_addresses)


def _forbidden_in(text: str, folder: Folder) -> list[tuple[str, str]]:
    """Each address in a text that may not stand there, with its host."""
    if folder.court is None:
        return []
    found = [match.group().rstrip(_AFTER) for match in _ADDRESS.finditer(text)]
    hosts = [(it, forbidden(it if "://" in it else f"//{it}", folder.court)) for it in found]
    return [(it, host) for it, host in hosts if host]


def _shown(folder: Folder) -> Iterator[tuple[Filled, Path, str]]:
    yield from folder.texts()
    for filled, path, entry in folder.entries():
        yield filled, (*path, "question"), entry.question
    for filled, form in folder.forms(NoticesFile):
        for index, notice in enumerate(form.notices):
            yield filled, ("notices", index, "text"), notice.text
    for filled, says in folder.forms(Says):
        for path, phrase in _phrases(says, ()):
            yield filled, path, phrase


def _phrases(form: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    """Every phrase of a form and of the forms inside it, with the path to it."""
    for name, field in type(form).model_fields.items():
        value, here = getattr(form, name), (*path, field.alias or name)
        if isinstance(value, str):
            yield here, value
        elif isinstance(value, BaseModel):
            yield from _phrases(value, here)
