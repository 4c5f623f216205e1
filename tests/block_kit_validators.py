"""Three libraries' opinions of a payload, beside that of `bot.sandbox.block_kit`.

None of them takes JSON. So a library's objects are built from the payload, rendered back and
compared: what the library raises, loses or changes is a problem. Kinds and fields that a library
does not know yet are left out of its test; `bot.sandbox.block_kit` refuses unknown ones.
"""

import copy
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import blockkit
import slackblocks
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

Json = dict[str, Any]

ROLES = {
    "option": ("initial_option",),
    "options": ("options", "initial_options"),
    "groups": ("option_groups",),
    "confirm": ("confirm",),
    "feedback": ("positive_button", "negative_button"),
}
"""Fields that hold an object without a `type`, or a list of them."""


@dataclass(frozen=True)
class Library:
    """How one library calls things, and how it makes text and renders."""

    name: str
    kinds: Mapping[str, Callable[..., Any]]
    untyped: Mapping[str, Callable[..., Any]]
    text: Callable[[Json], Any]
    render: Callable[[Any], Any]


def third_party_problems(payload: Json, surface: str) -> list[str]:
    """What `slack_sdk.models`, `slackblocks` and `blockkit` find wrong with a payload."""
    problems = [f"slack_sdk: {it}" for it in _sdk_problems(payload, surface)]
    for library in LIBRARIES:
        problems += [f"{library.name}: {it}" for it in _problems(library, payload, surface)]
    return problems


def _sdk_problems(payload: Json, surface: str) -> Iterator[str]:
    sent = copy.deepcopy(payload)
    try:
        for block in sent.get("blocks") or ():
            parsed = Block.parse(copy.deepcopy(block))
            if parsed is not None:
                yield from _differences(block, parsed.to_dict(), "")
        if surface != "message":
            View(**copy.deepcopy(payload)).to_dict()
    except Exception as error:
        yield f"{type(error).__name__}: {error}"


def _problems(library: Library, payload: Json, surface: str) -> Iterator[str]:
    known = [it for it in payload.get("blocks") or () if it.get("type") in library.kinds]
    sent = known if surface == "message" else [{**payload, "blocks": known}]
    for one in sent:
        try:
            built, understood = _built(library, one)
            yield from _differences(understood, library.render(built), "")
        except _UnknownError:
            continue
        except Exception as error:
            yield f"{type(error).__name__}: {error}"


class _UnknownError(Exception):
    """The library has no name for a kind of element."""


def _built(library: Library, value: Json) -> tuple[Any, Json]:
    """The library's object for a typed value, and the part of the value that it knows."""
    kind = value["type"]
    if kind in ("plain_text", "mrkdwn"):
        return library.text(value), value
    if kind not in library.kinds:
        raise _UnknownError(kind)
    return _constructed(library, library.kinds[kind], value)


def _constructed(library: Library, make: Callable[..., Any], value: Json) -> tuple[Any, Json]:
    accepted = inspect.signature(make).parameters
    arguments, understood = {}, {name: value[name] for name in ("type",) if name in value}
    for name, held in value.items():
        if name in accepted and name != "type":
            arguments[name], understood[name] = _argument(library, name, held)
    return make(**arguments), understood


def _argument(library: Library, name: str, held: Any) -> tuple[Any, Any]:
    if isinstance(held, list):
        pairs = [_argument(library, name, one) for one in held]
        return [built for built, _ in pairs], [understood for _, understood in pairs]
    if not isinstance(held, dict):
        return held, held
    if "type" in held:
        return _built(library, held)
    for role, names in ROLES.items():
        if name in names and role in library.untyped:
            return _constructed(library, library.untyped[role], held)
    raise _UnknownError(name)


def _differences(sent: Any, rendered: Any, path: str) -> Iterator[str]:
    """Where the rendered value does not hold what was sent; what it adds does not matter."""
    if isinstance(sent, dict) and isinstance(rendered, dict):
        for name, held in sent.items():
            if held is not False or rendered.get(name):
                yield from _differences(held, rendered.get(name), f"{path}/{name}")
    elif isinstance(sent, list) and isinstance(rendered, list) and len(sent) == len(rendered):
        for place, (one, other) in enumerate(zip(sent, rendered, strict=True)):
            yield from _differences(one, other, f"{path}/{place}")
    elif sent != rendered:
        yield f"{path}: sent {sent!r}, rendered {rendered!r}"


def _slackblocks_text(value: Json) -> Any:
    return slackblocks.Text.from_dict(value)


def _slackblocks_confirm(title: Any, text: Any, confirm: Any, deny: Any, style: Any = None) -> Any:
    more = {} if style is None else {"style": style}
    return slackblocks.Confirm(title=title, text=text, confirm=confirm, deny=deny, **more)


SLACKBLOCKS = Library(
    "slackblocks",
    {
        "actions": slackblocks.ActionsBlock,
        "alert": slackblocks.AlertBlock,
        "context": slackblocks.ContextBlock,
        "context_actions": slackblocks.ContextActionsBlock,
        "divider": slackblocks.DividerBlock,
        "header": slackblocks.HeaderBlock,
        "input": slackblocks.InputBlock,
        "markdown": slackblocks.MarkdownBlock,
        "section": slackblocks.SectionBlock,
        "image": slackblocks.Image,
        "button": slackblocks.Button,
        "feedback_buttons": slackblocks.FeedbackButtons,
        "icon_button": slackblocks.IconButton,
        "checkboxes": slackblocks.CheckboxGroup,
        "radio_buttons": slackblocks.RadioButtonGroup,
        "overflow": slackblocks.OverflowMenu,
        "static_select": slackblocks.StaticSelectMenu,
        "multi_static_select": slackblocks.StaticMultiSelectMenu,
        "datepicker": slackblocks.DatePicker,
        "timepicker": slackblocks.TimePicker,
        "plain_text_input": slackblocks.PlainTextInput,
        "email_text_input": slackblocks.EmailInput,
        "home": slackblocks.HomeTabView,
        "modal": slackblocks.ModalView,
    },
    {
        "option": slackblocks.Option,
        "options": slackblocks.Option,
        "groups": slackblocks.OptionGroup,
        "confirm": _slackblocks_confirm,
        "feedback": slackblocks.FeedbackButton,
    },
    _slackblocks_text,
    lambda built: built._resolve(),
)

BLOCKKIT = Library(
    "blockkit",
    {
        "actions": blockkit.Actions,
        "context": blockkit.Context,
        "divider": blockkit.Divider,
        "header": blockkit.Header,
        "input": blockkit.Input,
        "markdown": blockkit.Markdown,
        "section": blockkit.Section,
        "image": blockkit.ImageEl,
        "button": blockkit.Button,
        "checkboxes": blockkit.Checkboxes,
        "radio_buttons": blockkit.RadioButtons,
        "overflow": blockkit.Overflow,
        "static_select": blockkit.StaticSelect,
        "multi_static_select": blockkit.MultiStaticSelect,
        "plain_text_input": blockkit.PlainTextInput,
        "email_text_input": blockkit.EmailInput,
        "home": blockkit.Home,
        "modal": blockkit.Modal,
    },
    {
        "option": blockkit.Option,
        "options": blockkit.Option,
        "groups": blockkit.OptionGroup,
        "confirm": blockkit.Confirm,
    },
    lambda value: blockkit.Text(**value),
    lambda built: built.build(),
)

LIBRARIES = (SLACKBLOCKS, BLOCKKIT)
