"""What can be pressed, chosen and typed in blocks, and how payloads tell that it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.model import Json

_CHOOSE_ONE = ("static_select", "external_select", "radio_buttons", "overflow")
_CHOOSE_SOME = ("multi_static_select", "multi_external_select", "checkboxes")
_PICKED = {
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "multi_users_select": "selected_users",
    "multi_channels_select": "selected_channels",
    "multi_conversations_select": "selected_conversations",
}
_INITIAL = {
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_date": "selected_date",
    "initial_time": "selected_time",
    "initial_date_time": "selected_date_time",
    "initial_user": "selected_user",
    "initial_channel": "selected_channel",
    "initial_conversation": "selected_conversation",
    "initial_value": "value",
}


@dataclass(frozen=True, slots=True)
class Control:
    """Something a person can use, and the block it stands in."""

    block_id: str
    element: Json

    @property
    def type(self) -> str:
        """Its kind, "button" for one."""
        return str(self.element.get("type"))

    @property
    def action_id(self) -> str:
        """Its name in its block."""
        return str(self.element.get("action_id"))

    @property
    def label(self) -> str:
        """The words on it."""
        held = self.element.get("text")
        return str(held.get("text")) if isinstance(held, dict) else ""

    @property
    def values(self) -> list[str]:
        """What it can send: a button its one value, a menu those of its options."""
        if self.type == "feedback_buttons":
            sides = ("positive_button", "negative_button")
            return [self.element[side]["value"] for side in sides]
        if self.type in (*_CHOOSE_ONE, *_CHOOSE_SOME):
            return [str(option["value"]) for option in self.options]
        return [self.element["value"]] if "value" in self.element else []

    @property
    def options(self) -> list[Json]:
        """The options of a menu, those in groups too."""
        groups = self.element.get("option_groups") or []
        grouped = [option for group in groups for option in group["options"]]
        return [*(self.element.get("options") or []), *grouped]

    def state(self, value: Any) -> Json:
        """What a payload says of this control when it holds `value`."""
        return {"type": self.type, **self._held(value)}

    def initial(self) -> Json:
        """What a payload says of this control when nobody touched it."""
        held: Json = {"type": self.type}
        for name, told in _INITIAL.items():
            if name in self.element:
                held[told] = self.element[name]
        return held if len(held) > 1 else held | self._held(None)

    def action(self, value: Any, ts: str) -> Json:
        """The entry in a payload's `actions` when this control is used."""
        named = {"action_id": self.action_id, "block_id": self.block_id, "type": self.type}
        worded = {"text": self.element["text"]} if "text" in self.element else {}
        if self.type == "feedback_buttons":
            worded = {"text": self._feedback(value)["text"]}
        return {**named, **worded, **self._held(value), "action_ts": ts}

    def _held(self, value: Any) -> Json:
        if self.type in ("button", "icon_button"):
            return {"value": self.element["value"]} if "value" in self.element else {}
        if self.type in _CHOOSE_ONE:
            return {"selected_option": None if value is None else self._option(value)}
        if self.type in _CHOOSE_SOME:
            return {"selected_options": [self._option(one) for one in value or ()]}
        return {_PICKED.get(self.type, "value"): value}

    def _option(self, value: str) -> Json:
        for option in self.options:
            if option["value"] == value:
                return {name: option[name] for name in ("text", "value")}
        raise LookupError(f"{self.action_id} offers no {value!r}, only {self.values}")

    def _feedback(self, value: str) -> Json:
        for side in ("positive_button", "negative_button"):
            button: Json = self.element[side]
            if button["value"] == value:
                return button
        raise LookupError(f"{self.action_id} offers no {value!r}, only {self.values}")


def controls(blocks: Iterable[Json]) -> Iterator[Control]:
    """All controls of these blocks, in reading order, those in cards and containers too."""
    for block in blocks:
        inside = [block.get("accessory"), block.get("element"), *(block.get("elements") or [])]
        inside += block.get("actions") or []
        for element in inside:
            if isinstance(element, dict) and "action_id" in element:
                yield Control(str(block.get("block_id", "")), element)
        cards = [it for it in inside if isinstance(it, dict) and it.get("type") == "card"]
        yield from controls([*cards, *(block.get("child_blocks") or [])])


def find_control(
    blocks: list[Json],
    *,
    action_id: str | None = None,
    block_id: str | None = None,
    value: Any = None,
    label: str | None = None,
) -> Control:
    """The first control that fits all that is given; LookupError, with what there is, if none."""
    there = list(controls(blocks))
    for control in there:
        if (
            action_id in (None, control.action_id)
            and block_id in (None, control.block_id)
            and label in (None, control.label)
            and (value is None or control.type != "button" or value in control.values)
        ):
            return control
    offered = [(it.action_id, it.label, it.values) for it in there]
    wanted = {"action_id": action_id, "block_id": block_id, "value": value, "label": label}
    raise LookupError(f"no such control: {wanted}; there are {offered}")


def typed_values(blocks: list[Json], values: Json, earlier: Json | None = None) -> Json:
    """A view's `state.values` after `values` were filled in, over what was there `earlier`.

    `values` is by `action_id`, or by `block_id` and then `action_id`.
    """
    state: Json = {}
    for control in controls(it for it in blocks if it.get("type") == "input"):
        name, block_id = control.action_id, control.block_id
        before = (earlier or {}).get(block_id, {}).get(name) or control.initial()
        given = values.get(block_id, values) if isinstance(values.get(block_id), dict) else values
        held = control.state(given[name]) if name in given else before
        state.setdefault(block_id, {})[name] = held
    return state
