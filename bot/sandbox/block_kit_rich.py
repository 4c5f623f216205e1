"""Block Kit's rules for rich text and tables."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_kit_checks import (
    Check,
    Shape,
    anything,
    items,
    listed,
    one_of,
    said,
    string,
    typed,
    url,
)
from bot.sandbox.block_kit_elements import ID


def table_widths(value: Any, path: str) -> Iterator[str]:
    """A law: all rows of a table are equally long."""
    rows = [row for row in listed(value.get("rows")) if isinstance(row, list)]
    if len({len(row) for row in rows}) > 1:
        yield said("all rows must have the same number of cells", f"{path}/rows")


def cells(most_rows: int, most_cells: int) -> Check:
    """The rows of a table."""
    kinds = ("raw_text", "raw_number", "rich_text")
    return items(items(typed(_cell_shapes, *kinds), most_cells), most_rows)


def _cell_shapes() -> dict[str, Check]:
    return {
        "raw_text": Shape({"type": anything, "text": string(10_000)}, ("text",)),
        "raw_number": Shape({"type": anything, "value": anything, "text": string(200)}, ("value",)),
        "rich_text": RICH_TEXT,
    }


_RICH_KINDS = (
    "rich_text_section",
    "rich_text_list",
    "rich_text_quote",
    "rich_text_preformatted",
)
_RICH_LEAVES = (
    *("text", "link", "emoji", "user", "channel", "usergroup", "team"),
    *("broadcast", "color", "date"),
)


def _rich_leaf(value: Any, path: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in _RICH_LEAVES:
        yield said(f"unsupported type: {kind}", f"{path}/type")
    elif kind == "text":
        yield from string(40_000)(value.get("text"), f"{path}/text")
    elif kind == "link":
        yield from url(value.get("url"), f"{path}/url")


def _rich_part(value: Any, path: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in _RICH_KINDS:
        yield said(f"unsupported type: {kind}", f"{path}/type")
        return
    inner: Check = _rich_part if kind == "rich_text_list" else _rich_leaf
    yield from items(inner, 10_000)(value.get("elements"), f"{path}/elements")
    if kind == "rich_text_list":
        yield from one_of("bullet", "ordered")(value.get("style"), f"{path}/style")


RICH_TEXT = Shape(
    {"type": anything, "block_id": ID, "elements": items(_rich_part, 10_000)},
    required=("elements",),
)
