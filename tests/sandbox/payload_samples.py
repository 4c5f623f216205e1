"""Payloads that Slack takes, and the same with one defect each."""

import copy
from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def marked(text: str) -> Json:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def button(action_id: str = "go", **more: Any) -> Json:
    return {"type": "button", "text": plain("Go"), "action_id": action_id, "value": "1"} | more


def option(value: str = "a") -> Json:
    return {"text": plain(f"Option {value}"), "value": value}


def message(*blocks: Json) -> Json:
    return {"text": "What the blocks say", "blocks": list(blocks)}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks)} | more


SECTION = {"type": "section", "text": plain("Words")}
FIELDS = {"type": "section", "fields": [plain("One"), marked("*Two*")]}
HEADER = {"type": "header", "text": plain("Heading")}
CONTEXT = {"type": "context", "elements": [marked("small"), plain("print")]}
ACTIONS = {"type": "actions", "elements": [button(), button("stop", style="danger")]}
CONFIRM = {"title": plain("Sure?"), "text": plain("It"), "confirm": plain("Yes")}
CONFIRM["deny"] = plain("No")
SURE = {"type": "actions", "elements": [button(confirm=CONFIRM)]}
SELECT = {
    "type": "static_select",
    "action_id": "pick",
    "placeholder": plain("Pick one"),
    "options": [option("a"), option("b")],
    "initial_option": option("b"),
}
MENU = SECTION | {"accessory": SELECT}
OVERFLOW = SECTION | {
    "accessory": {"type": "overflow", "action_id": "more", "options": [option("a"), option("b")]}
}
FEEDBACK: Json = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "helped",
            "positive_button": {"text": plain("Yes"), "value": "yes"},
            "negative_button": {"text": plain("No"), "value": "no"},
        }
    ],
}
INPUT = {
    "type": "input",
    "block_id": "words",
    "label": plain("Your words"),
    "element": {"type": "plain_text_input", "action_id": "typed", "multiline": True},
}
CHECKS: Json = {
    "type": "input",
    "label": plain("Which"),
    "optional": True,
    "element": {
        "type": "checkboxes",
        "action_id": "ticked",
        "options": [option("a"), option("b")],
    },
}
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "a"}]}
            ],
        }
    ],
}
ALERT = {"type": "alert", "text": marked("Read this"), "level": "warning"}
MARKDOWN = {"type": "markdown", "text": "**Bold** words"}

TABLE: Json = {
    "type": "table",
    "rows": [
        [{"type": "raw_text", "text": "Head"}, {"type": "raw_text", "text": "Other"}],
        [{"type": "raw_text", "text": "cell"}, RICH],
    ],
}
CARD: Json = {"type": "card", "title": plain("A card"), "body": marked("of *words*")}

GOOD_MESSAGES = {
    "section": message(SECTION),
    "fields": message(FIELDS),
    "header": message(HEADER, {"type": "divider"}),
    "context": message(CONTEXT),
    "actions": message(ACTIONS),
    "confirm": message(SURE),
    "select": message(MENU),
    "overflow": message(OVERFLOW),
    "feedback": message(SECTION, FEEDBACK),
    "rich text": message(RICH),
    "alert": message(ALERT),
    "markdown": message(MARKDOWN),
    "everything": message(HEADER, SECTION, FIELDS, ACTIONS, CONTEXT, FEEDBACK),
}
GOOD_MODALS = {
    "no input": modal(SECTION, close=plain("Close")),
    "input": modal(INPUT, CHECKS, submit=plain("Send"), private_metadata="x" * 3000),
}
GOOD_HOMES = {"home": {"type": "home", "blocks": [HEADER, SECTION, ACTIONS]}}


def with_change(payload: Json, path: str, value: Any) -> Json:
    """The payload with one place changed; `...` takes it out."""
    changed = copy.deepcopy(payload)
    *way, last = [int(it) if it.isdigit() else it for it in path.split("/")]
    place: Any = changed
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return changed


_ELEMENT = "blocks/0/elements/0"
_ACCESSORY = "blocks/0/accessory"
BAD_MESSAGES = {
    "no type": with_change(message(SECTION), "blocks/0/type", ...),
    "unknown type": with_change(message(SECTION), "blocks/0/type", "sectoin"),
    "unknown field": with_change(message(SECTION), "blocks/0/txt", "x"),
    "a string for a block": with_change(message(SECTION), "blocks/0", "words"),
    "section with nothing": with_change(message(SECTION), "blocks/0/text", ...),
    "section empty": with_change(message(SECTION), "blocks/0/text/text", ""),
    "section blank": with_change(message(SECTION), "blocks/0/text/text", "  \n"),
    "section long": with_change(message(SECTION), "blocks/0/text/text", "x" * 3001),
    "text is a string": with_change(message(SECTION), "blocks/0/text", "words"),
    "text of no kind": with_change(message(SECTION), "blocks/0/text/type", "html"),
    "text is a number": with_change(message(SECTION), "blocks/0/text/text", 5),
    "eleven fields": with_change(message(FIELDS), "blocks/0/fields", [plain("x")] * 11),
    "no fields": with_change(message(FIELDS), "blocks/0/fields", []),
    "field long": with_change(message(FIELDS), "blocks/0/fields/0/text", "x" * 2001),
    "header long": with_change(message(HEADER), "blocks/0/text/text", "x" * 151),
    "header marked": with_change(message(HEADER), "blocks/0/text", marked("x")),
    "header without text": with_change(message(HEADER), "blocks/0/text", ...),
    "context full": with_change(message(CONTEXT), "blocks/0/elements", [plain("x")] * 11),
    "context empty": with_change(message(CONTEXT), "blocks/0/elements", []),
    "button in context": with_change(message(CONTEXT), _ELEMENT, button()),
    "26 buttons": message({"type": "actions", "elements": [button(str(n)) for n in range(26)]}),
    "no buttons": with_change(message(ACTIONS), "blocks/0/elements", []),
    "button label long": with_change(message(ACTIONS), f"{_ELEMENT}/text/text", "x" * 76),
    "button marked": with_change(message(ACTIONS), f"{_ELEMENT}/text", marked("x")),
    "button without text": with_change(message(ACTIONS), f"{_ELEMENT}/text", ...),
    "button value long": with_change(message(ACTIONS), f"{_ELEMENT}/value", "x" * 2001),
    "button value number": with_change(message(ACTIONS), f"{_ELEMENT}/value", 1),
    "button style": with_change(message(ACTIONS), f"{_ELEMENT}/style", "green"),
    "button url": with_change(message(ACTIONS), f"{_ELEMENT}/url", "javascript:alert(1)"),
    "button url long": with_change(message(ACTIONS), f"{_ELEMENT}/url", f"https://{'x' * 3000}"),
    "button says long": with_change(message(ACTIONS), f"{_ELEMENT}/accessibility_label", "x" * 76),
    "action_id long": with_change(message(ACTIONS), f"{_ELEMENT}/action_id", "x" * 256),
    "action_id twice": with_change(message(ACTIONS), f"{_ELEMENT}/action_id", "stop"),
    "action_id missing": with_change(message(ACTIONS), f"{_ELEMENT}/action_id", ...),
    "block_id long": with_change(message(SECTION), "blocks/0/block_id", "x" * 256),
    "block_id twice": message(SECTION | {"block_id": "a"}, HEADER | {"block_id": "a"}),
    "confirm title long": with_change(message(SURE), f"{_ELEMENT}/confirm/title/text", "x" * 101),
    "confirm text long": with_change(message(SURE), f"{_ELEMENT}/confirm/text/text", "x" * 301),
    "confirm deny missing": with_change(message(SURE), f"{_ELEMENT}/confirm/deny", ...),
    "confirm button long": with_change(message(SURE), f"{_ELEMENT}/confirm/deny/text", "x" * 31),
    "101 options": with_change(
        message(MENU), f"{_ACCESSORY}/options", [option(str(n)) for n in range(101)]
    ),
    "no options": with_change(message(MENU), f"{_ACCESSORY}/options", []),
    "option long": with_change(message(MENU), f"{_ACCESSORY}/options/0/text/text", "x" * 76),
    "option value long": with_change(message(MENU), f"{_ACCESSORY}/options/0/value", "x" * 151),
    "placeholder long": with_change(message(MENU), f"{_ACCESSORY}/placeholder/text", "x" * 151),
    "initial not offered": with_change(message(MENU), f"{_ACCESSORY}/initial_option", option("z")),
    "six in overflow": with_change(
        message(OVERFLOW), f"{_ACCESSORY}/options", [option(str(n)) for n in range(6)]
    ),
    "feedback in actions": message({"type": "actions", "elements": FEEDBACK["elements"]}),
    "button in context_actions": with_change(message(FEEDBACK), _ELEMENT, button()),
    "feedback long": with_change(
        message(FEEDBACK), f"{_ELEMENT}/positive_button/text/text", "x" * 76
    ),
    "feedback one-sided": with_change(message(FEEDBACK), f"{_ELEMENT}/negative_button", ...),
    "alert level": with_change(message(ALERT), "blocks/0/level", "loud"),
    "markdown long": with_change(message(MARKDOWN), "blocks/0/text", "x" * 12_001),
    "markdown long together": message(*[MARKDOWN | {"text": "x" * 6001}] * 2),
    "51 blocks": message(*[{"type": "divider"}] * 51),
    "blocks too big": message(*[SECTION | {"text": plain("x" * 2900)}] * 5),
    "text over 40,000": message(SECTION) | {"text": "x" * 40_001},
    "two tables": message(*[{"type": "table", "rows": [[{"type": "raw_text", "text": "a"}]]}] * 2),
    "rich text unknown": with_change(message(RICH), "blocks/0/elements/0/type", "rich_text_poem"),
}
_FORM = modal(INPUT, submit=plain("Send"))
BAD_MODALS = {
    "no submit with an input": modal(INPUT),
    "no title": with_change(_FORM, "title", ...),
    "title long": with_change(_FORM, "title/text", "x" * 25),
    "submit long": with_change(_FORM, "submit/text", "x" * 25),
    "close long": _FORM | {"close": plain("x" * 25)},
    "metadata long": _FORM | {"private_metadata": "x" * 3001},
    "callback long": _FORM | {"callback_id": "x" * 256},
    "label long": with_change(_FORM, "blocks/0/label/text", "x" * 2001),
    "no label": with_change(_FORM, "blocks/0/label", ...),
    "no element": with_change(_FORM, "blocks/0/element", ...),
    "a button as input": with_change(_FORM, "blocks/0/element", button()),
    "11 boxes": modal(
        CHECKS | {"element": CHECKS["element"] | {"options": [option(str(n)) for n in range(11)]}},
        submit=plain("Send"),
    ),
    "101 blocks": modal(*[{"type": "divider"}] * 101),
    "feedback in a modal": modal(FEEDBACK),
    "markdown in a modal": modal(MARKDOWN),
    "a home as modal": {"type": "home", "blocks": [SECTION]},
}
