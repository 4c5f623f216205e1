"""What Slack itself asks of a modal's fields before it sends a submission."""

from typing import Any

from bot.sandbox.controls import controls
from bot.sandbox.model import Json
from bot.sandbox.views import View


def missing(view: View) -> dict[str, str]:
    """Words for each input block that may not stay as it is, by `block_id`."""
    told = {}
    for block in view.blocks:
        if block.get("type") == "input":
            words = _refusal(block, view.values.get(block["block_id"], {}))
            if words:
                told[block["block_id"]] = words
    return told


def _refusal(block: Json, values: Json) -> str:
    for control in controls([block]):
        held = _held(values.get(control.action_id, {}))
        if not held:
            return "" if block.get("optional") else "Please complete this required field."
        least, most = control.element.get("min_length", 0), control.element.get("max_length", 3000)
        if control.type == "plain_text_input" and not least <= len(held) <= most:
            return f"This must have between {least} and {most} characters."
    return ""


def _held(value: Json) -> Any:
    """What a field holds, whatever its kind calls it."""
    return next((held for name, held in value.items() if name != "type"), None)
