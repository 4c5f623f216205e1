"""Block Kit's rules for what stands inside blocks: buttons, menus, inputs, pictures."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.block_kit_checks import (
    Check,
    Shape,
    anything,
    boolean,
    different,
    integer,
    items,
    listed,
    one_of,
    only_one_of,
    said,
    string,
    text,
    typed,
    url,
)

ID = string(255)
PLAIN_OR_MARKED = ("plain_text", "mrkdwn")

CONFIRM = Shape(
    {
        "title": text(100),
        "text": text(300, *PLAIN_OR_MARKED),
        "confirm": text(30),
        "deny": text(30),
        "style": one_of("primary", "danger"),
    },
    required=("title", "text", "confirm", "deny"),
)
_BASE: dict[str, Check] = {"type": anything, "action_id": ID}
_MENU: dict[str, Check] = {**_BASE, "confirm": CONFIRM, "focus_on_load": boolean}
_PLACEHOLDER: dict[str, Check] = {"placeholder": text(150)}


def option(text_kinds: tuple[str, ...] = ("plain_text",), *, with_url: bool = False) -> Shape:
    """An option of a menu or group: its text 75 characters, its value 150."""
    fields: dict[str, Check] = {
        "text": text(75, *text_kinds),
        "value": string(150),
        "description": text(75, *text_kinds),
    }
    return Shape(fields | ({"url": url} if with_url else {}), required=("text", "value"))


_GROUP = Shape({"label": text(75), "options": items(option(), 100)}, required=("label", "options"))


def _chosen_is_offered(value: Any, path: str) -> Iterator[str]:
    chosen = value.get("initial_options", [value.get("initial_option")])
    offered = listed(value.get("options"))
    for group in listed(value.get("option_groups")):
        offered = offered + (listed(group.get("options")) if isinstance(group, dict) else [])
    for one in listed(chosen):
        if one is not None and one not in offered:
            yield said("initial option must be one of the options", path)


def _static_menu(extra: dict[str, Check]) -> Shape:
    fields = _MENU | _PLACEHOLDER | extra
    fields |= {"options": items(option(), 100), "option_groups": items(_GROUP, 100)}
    laws = (only_one_of("options", "option_groups"), _chosen_is_offered)
    return Shape(fields, required=("action_id",), laws=laws)


def _group_of(most: int) -> Shape:
    fields = _MENU | {"options": items(option(PLAIN_OR_MARKED), most)}
    fields |= {"initial_option": anything, "initial_options": anything}
    laws = (_chosen_is_offered, different("options", "value"))
    return Shape(fields, required=("action_id", "options"), laws=laws)


def _picker(**initial: Check) -> Shape:
    return Shape(_MENU | _PLACEHOLDER | initial, required=("action_id",))


def _people_menus(kind: str) -> dict[str, Shape]:
    fields: dict[str, Check] = {"filter": anything, "response_url_enabled": boolean}
    fields |= {"default_to_current_conversation": boolean}
    return {
        f"{kind}s_select": _picker(**{f"initial_{kind}": string(255)}, **fields),
        f"multi_{kind}s_select": _picker(
            **{f"initial_{kind}s": anything, "max_selected_items": integer(1, 100)}, **fields
        ),
    }


def _typed_field(longest: int, **extra: Check) -> Shape:
    fields = _BASE | _PLACEHOLDER | extra
    fields |= {"initial_value": string(longest, 0), "focus_on_load": boolean}
    fields |= {"dispatch_action_config": anything}
    return Shape(fields, required=("action_id",))


_BUTTON = Shape(
    {
        **_BASE,
        "text": text(75),
        "url": url,
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
        "visible_to_user_ids": items(ID, 10),
        "agent_prompt": string(2000),
    },
    required=("text", "action_id"),
)
_FEEDBACK = Shape(
    {"text": text(75), "value": string(2000), "accessibility_label": string(75)},
    required=("text", "value"),
)
_IMAGE = Shape(
    {"type": anything, "image_url": url, "slack_file": anything, "alt_text": string(2000)},
    required=("alt_text",),
    laws=(only_one_of("image_url", "slack_file"),),
)

ELEMENTS: dict[str, Shape] = {
    "button": _BUTTON,
    "image": _IMAGE,
    "static_select": _static_menu({"initial_option": anything}),
    "multi_static_select": _static_menu(
        {"initial_options": anything, "max_selected_items": integer(1, 100)}
    ),
    "external_select": _picker(initial_option=option(), min_query_length=integer(1, 1000)),
    "multi_external_select": _picker(
        initial_options=items(option(), 100),
        min_query_length=integer(1, 1000),
        max_selected_items=integer(1, 100),
    ),
    **_people_menus("user"),
    **_people_menus("channel"),
    **_people_menus("conversation"),
    "overflow": Shape(
        {**_BASE, "options": items(option(with_url=True), 5), "confirm": CONFIRM},
        required=("action_id", "options"),
        laws=(different("options", "value"),),
    ),
    "checkboxes": _group_of(10),
    "radio_buttons": _group_of(10),
    "datepicker": _picker(initial_date=string(10, 10)),
    "timepicker": _picker(initial_time=string(5, 5), timezone=string(255)),
    "datetimepicker": _picker(initial_date_time=integer(1_000_000_000, 9_999_999_999)),
    "plain_text_input": _typed_field(
        3000, multiline=boolean, min_length=integer(0, 3000), max_length=integer(1, 3000)
    ),
    "email_text_input": _typed_field(3000),
    "url_text_input": _typed_field(3000),
    "number_input": _typed_field(
        3000, is_decimal_allowed=boolean, min_value=string(100), max_value=string(100)
    ),
    "rich_text_input": _picker(initial_value=anything, dispatch_action_config=anything),
    "file_input": Shape(
        {**_BASE, "filetypes": items(string(20), 100), "max_files": integer(1, 10)},
        required=("action_id",),
    ),
    "feedback_buttons": Shape(
        {**_BASE, "positive_button": _FEEDBACK, "negative_button": _FEEDBACK},
        required=("action_id", "positive_button", "negative_button"),
    ),
    "icon_button": Shape(
        {
            **_BASE,
            "icon": one_of("trash"),
            "text": text(75),
            "value": string(2000),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
            "visible_to_user_ids": items(ID, 10),
        },
        required=("action_id", "icon", "text"),
    ),
    "plain_text": Shape({"type": anything, "text": string(2000), "emoji": boolean}, ("text",)),
    "mrkdwn": Shape({"type": anything, "text": string(2000), "verbatim": boolean}, ("text",)),
}

MENUS = tuple(kind for kind in ELEMENTS if kind.endswith("_select"))
PICKERS = ("datepicker", "timepicker", "datetimepicker")
GROUPS = ("checkboxes", "radio_buttons")
TYPED = ("plain_text_input", "email_text_input", "url_text_input", "number_input")
INPUTS = (*MENUS, *PICKERS, *GROUPS, *TYPED, "rich_text_input", "file_input")


def element(*types: str) -> Check:
    """One of these kinds of element."""
    return typed(lambda: ELEMENTS, *types)
