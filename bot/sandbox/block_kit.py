"""Whether Slack would take a message or a view: Block Kit's limits, kept in tables of our own.

The tables stand in `block_kit_blocks` and `block_kit_elements`; here are the rules about a whole
payload: how many blocks, ids that repeat, what a modal needs, totals over all blocks.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_kit_blocks import block
from bot.sandbox.block_kit_checks import (
    Shape,
    anything,
    boolean,
    items,
    listed,
    one_of,
    said,
    string,
    text,
)
from bot.sandbox.model import Json, Surface

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_TEXT = 40_000
"""Slack cuts a message's text there."""
MOST_BLOCKS_SIZE = 13_000
"""Bytes of a message's blocks as JSON. Not documented; field reports name about this size."""
MOST_MARKDOWN = 12_000
"""Characters in all `markdown` blocks of a message together."""

_COMMON = {
    "type": anything,
    "blocks": items(anything, 100, 0),
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
_VIEWS = {
    "modal": Shape(
        {
            **_COMMON,
            "title": text(24),
            "submit": text(24),
            "close": text(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
            "submit_disabled": boolean,
        },
        required=("title", "blocks"),
    ),
    "home": Shape(_COMMON, required=("blocks",)),
}


def validate(payload: Json, surface: Surface) -> list[str]:
    """What Slack would refuse in a message (its `text` and `blocks`) or in a view.

    Each problem ends in a JSON pointer, as in Slack's `response_metadata.messages`.
    """
    if surface != "message":
        return [*_view(payload, surface), *_blocks(payload.get("blocks"), surface)]
    problems = list(_blocks(payload.get("blocks") or [], surface))
    if len(payload.get("text") or "") > MOST_TEXT:
        problems.append(said(f"must be less than {MOST_TEXT + 1} characters", "/text"))
    return problems


def _view(view: Json, surface: Surface) -> Iterator[str]:
    yield from one_of(surface)(view.get("type"), "/type")
    yield from _VIEWS[surface](view, "")
    kinds = [it.get("type") for it in listed(view.get("blocks")) if isinstance(it, dict)]
    if surface == "modal" and "input" in kinds and "submit" not in view:
        yield said("missing required field: submit (the view has an input)", "")


def _blocks(blocks: Any, surface: Surface) -> Iterator[str]:
    if not isinstance(blocks, list):
        yield said("must provide an array", "/blocks")
        return
    if len(blocks) > MOST_BLOCKS[surface]:
        yield said(f"no more than {MOST_BLOCKS[surface]} items allowed", "/blocks")
    for place, one in enumerate(blocks):
        yield from block(one, f"/blocks/{place}", surface)
    yield from _together([one for one in blocks if isinstance(one, dict)], surface)


def _together(blocks: list[Json], surface: Surface) -> Iterator[str]:
    """Rules about all blocks at once."""
    ids = Counter(str(one["block_id"]) for one in blocks if "block_id" in one)
    for repeated in (name for name, times in ids.items() if times > 1):
        yield said(f"block_id must be unique: {repeated}", "/blocks")
    kinds = Counter(str(one.get("type")) for one in blocks)
    if kinds["table"] > 1:
        yield said("only one table block allowed", "/blocks")
    if kinds["data_visualization"] > 2:
        yield said("only two data_visualization blocks allowed", "/blocks")
    written = sum(len(str(one.get("text"))) for one in blocks if one.get("type") == "markdown")
    if written > MOST_MARKDOWN:
        yield said(f"markdown blocks: more than {MOST_MARKDOWN} characters together", "/blocks")
    if surface == "message" and _size(blocks) > MOST_BLOCKS_SIZE:
        yield said(f"msg_blocks_too_long: more than {MOST_BLOCKS_SIZE} bytes", "/blocks")


def _size(blocks: list[Json]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")).encode())
