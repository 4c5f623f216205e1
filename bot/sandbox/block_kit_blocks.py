"""Block Kit's rules for blocks: what each may hold and on which surfaces it may stand."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_kit_checks import (
    Check,
    Shape,
    any_of,
    anything,
    boolean,
    different,
    integer,
    items,
    one_of,
    only_one_of,
    said,
    string,
    text,
    typed,
    url,
)
from bot.sandbox.block_kit_elements import (
    GROUPS,
    ID,
    INPUTS,
    MENUS,
    PICKERS,
    PLAIN_OR_MARKED,
    element,
)
from bot.sandbox.block_kit_rich import RICH_TEXT, cells, table_widths

_BASE: dict[str, Check] = {"type": anything, "block_id": ID}
_MESSAGE = frozenset({"message"})
_INTERACTIVE = ("button", "overflow", *MENUS, *PICKERS, *GROUPS)
_MARKED = text(3000, *PLAIN_OR_MARKED)


def _filled(longest: int) -> Check:
    """Text that is more than white space."""

    def check(value: Any, path: str) -> Iterator[str]:
        yield from text(longest, *PLAIN_OR_MARKED)(value, path)
        if isinstance(value, dict) and not str(value.get("text", "x")).strip():
            yield said("must not be blank", f"{path}/text")

    return check


_CARD = Shape(
    {
        **_BASE,
        "title": text(150, *PLAIN_OR_MARKED),
        "subtitle": text(150, *PLAIN_OR_MARKED),
        "body": text(200, *PLAIN_OR_MARKED),
        "icon": element("image"),
        "hero_image": element("image"),
        "actions": items(element("button"), 25),
        "subtext": text(200, *PLAIN_OR_MARKED),
    },
    laws=(any_of("title", "body", "hero_image", "actions"),),
)
_TASK = Shape(
    {
        **_BASE,
        "task_id": ID,
        "title": string(200),
        "status": one_of("pending", "in_progress", "complete", "error"),
        "details": anything,
        "output": anything,
        "sources": anything,
    },
    required=("task_id", "title"),
    surfaces=_MESSAGE,
)

BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {
            **_BASE,
            "text": _filled(3000),
            "fields": items(_filled(2000), 10),
            "accessory": element("image", *_INTERACTIVE),
            "expand": boolean,
        },
        laws=(any_of("text", "fields"),),
    ),
    "divider": Shape(_BASE),
    "header": Shape({**_BASE, "text": text(150), "level": integer(1, 6)}, required=("text",)),
    "context": Shape(
        {**_BASE, "elements": items(element("image", "plain_text", "mrkdwn"), 10)},
        required=("elements",),
    ),
    "actions": Shape(
        {**_BASE, "elements": items(element(*_INTERACTIVE), 25)},
        required=("elements",),
        laws=(different("elements", "action_id"),),
    ),
    "context_actions": Shape(
        {**_BASE, "elements": items(element("feedback_buttons", "icon_button"), 5)},
        required=("elements",),
        laws=(different("elements", "action_id"),),
        surfaces=_MESSAGE,
    ),
    "input": Shape(
        {
            **_BASE,
            "label": text(2000),
            "hint": text(2000),
            "optional": boolean,
            "dispatch_action": boolean,
            "element": element(*INPUTS),
        },
        required=("label", "element"),
    ),
    "image": Shape(
        {
            **_BASE,
            "image_url": url,
            "slack_file": anything,
            "alt_text": string(2000),
            "title": text(2000),
        },
        required=("alt_text",),
        laws=(only_one_of("image_url", "slack_file"),),
    ),
    "markdown": Shape({**_BASE, "text": string(12_000)}, ("text",), surfaces=_MESSAGE),
    "rich_text": RICH_TEXT,
    "table": Shape(
        {**_BASE, "rows": cells(100, 20), "column_settings": items(anything, 20)},
        required=("rows",),
        laws=(table_widths,),
        surfaces=_MESSAGE,
    ),
    "data_table": Shape(
        {**_BASE, "caption": string(2000), "rows": cells(101, 20), "page_size": integer(1, 100)}
        | {"row_header_column_index": integer(0, 19)},
        required=("caption", "rows"),
        laws=(table_widths,),
        surfaces=_MESSAGE,
    ),
    "data_visualization": Shape(
        {**_BASE, "title": string(150), "chart": anything},
        required=("title", "chart"),
        surfaces=_MESSAGE,
    ),
    "alert": Shape(
        {
            **_BASE,
            "text": _MARKED,
            "level": one_of("default", "info", "warning", "error", "success"),
        },
        required=("text",),
    ),
    "card": _CARD,
    "carousel": Shape(
        {**_BASE, "elements": items(typed(lambda: BLOCKS, "card"), 10)}, ("elements",)
    ),
    "container": Shape(
        {
            **_BASE,
            "title": text(150),
            "subtitle": text(150),
            "icon": element("image"),
            "child_blocks": items(anything, 10),
            "width": one_of("narrow", "standard", "wide", "full"),
            "is_collapsible": boolean,
            "default_collapsed": boolean,
        },
        required=("title", "child_blocks"),
    ),
    "task_card": _TASK,
    "plan": Shape(
        {**_BASE, "title": string(200), "tasks": items(_TASK, 50)},
        required=("title",),
        surfaces=_MESSAGE,
    ),
    "file": Shape(
        {**_BASE, "external_id": ID, "source": one_of("remote")},
        required=("external_id", "source"),
        surfaces=_MESSAGE,
    ),
    "video": Shape(
        {
            **_BASE,
            "video_url": url,
            "thumbnail_url": url,
            "alt_text": string(2000),
            "title": text(200),
            "title_url": url,
            "description": text(200),
            "author_name": string(50),
            "provider_name": string(50),
            "provider_icon_url": url,
        },
        required=("video_url", "thumbnail_url", "alt_text", "title"),
    ),
}


def block(value: Any, path: str, surface: str) -> Iterator[str]:
    """Check one block for a surface."""
    kind = value.get("type") if isinstance(value, dict) else None
    shape = BLOCKS.get(kind) if isinstance(kind, str) else None
    if shape is None:
        yield said(f"unsupported type: {kind}", f"{path}/type")
        return
    if surface not in shape.surfaces:
        yield said(f"unsupported type: {kind} (not on this surface: {surface})", f"{path}/type")
    yield from shape(value, path)
