"""The few blocks we draw with, as Slack's JSON. Sizes are Slack's limits.

Words stand in `plain_text` and `rich_text` only, where nothing they hold is taken for markup.
"""

from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]
Element = dict[str, Any]

SECTION_CHARACTERS = 3000
HEADER_CHARACTERS = 150
LABEL_CHARACTERS = 75
VALUE_CHARACTERS = 2000
ACTIONS = 25


def words(text: str) -> Element:
    """Words as they are: no markup, no emoji codes."""
    return {"type": "plain_text", "text": text, "emoji": False}


def header(text: str) -> Block:
    """A heading; screen readers jump from one to the next."""
    return {"type": "header", "text": words(shortened(text, HEADER_CHARACTERS))}


def sections(text: str) -> list[Block]:
    """The text in as few sections as hold it."""
    return [{"type": "section", "text": words(piece)} for piece in pieces(text)]


def small_print(text: str) -> Block:
    """A line or two below the rest."""
    return {"type": "context", "elements": [words(shortened(text, SECTION_CHARACTERS))]}


def rich(elements: Iterable[Element]) -> Block:
    """One paragraph of words, bold words and links."""
    section = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [section]}


def run(text: str, bold: bool = False) -> Element:
    """Words inside a rich text."""
    return {"type": "text", "text": text, **({"style": {"bold": True}} if bold else {})}


def link(url: str, text: str) -> Element:
    """A link inside a rich text."""
    return {"type": "link", "url": url, "text": text}


def buttons(of: Iterable[Element]) -> list[Block]:
    """Buttons, in as few rows as Slack allows; none without buttons."""
    all_of_them = list(of)
    rows = range(0, len(all_of_them), ACTIONS)
    return [{"type": "actions", "elements": all_of_them[row : row + ACTIONS]} for row in rows]


def button(action: str, label: str, value: str = "", read_aloud: str = "") -> Element:
    """A button. `read_aloud` is what a screen reader says when the label had to be shortened."""
    element = {
        "type": "button",
        "action_id": action,
        "text": words(shortened(label, LABEL_CHARACTERS)),
    }
    if value:
        element["value"] = value[:VALUE_CHARACTERS]
    if read_aloud:
        element["accessibility_label"] = shortened(read_aloud, LABEL_CHARACTERS)
    return element


def shortened(text: str, most: int) -> str:
    """The text, cut with an ellipsis if it is too long. For labels, never for answers."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def pieces(text: str, most: int = SECTION_CHARACTERS) -> list[str]:
    """The text cut at the ends of paragraphs, or of lines, or of words, into pieces that fit.

    Joined with what was cut out, which is white space, they are the text again.
    """
    if not text.strip():
        return []
    if len(text) <= most:
        return [text]
    cut: list[str] = []
    rest = text.strip()
    while len(rest) > most:
        end = _end_of_piece(rest, most)
        cut.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*cut, rest]


def _end_of_piece(text: str, most: int) -> int:
    for boundary in ("\n\n", "\n", " "):
        end = text.rfind(boundary, 1, most + 1)
        if end > 0:
            return end
    return most
