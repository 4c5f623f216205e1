"""A message's text and blocks, checked as Slack checks them and by a few rules of good manners."""

import re
from typing import Any

from bot.sandbox.model import Json
from bot.sandbox.state import RefusalError, State
from bot.sandbox.timeline import with_block_ids

_LINK = re.compile(r"https?://")
_FALSE = (False, "false", "0", 0)


def checked_text(state: State, params: Json) -> tuple[str, list[Json]]:
    """The text (cut at 40,000 characters) and blocks with ids; refused as Slack refuses them."""
    text = str(params.get("text") or "")
    blocks = params.get("blocks") or []
    if not isinstance(blocks, list):
        raise RefusalError("invalid_blocks_format")
    if not text and not blocks:
        raise RefusalError("no_text")
    state.check({"text": text, "blocks": blocks}, "message")
    _note_bad_manners(state, params, text)
    return text, with_block_ids(blocks)


def _note_bad_manners(state: State, params: Json, text: str) -> None:
    """What Slack lets pass and this project does not."""
    if not text.strip():
        state.problem("a message without top-level text: screen readers say nothing")
    if _is_true(params.get("link_names")) or params.get("parse") == "full":
        state.problem("link_names or parse=full: typed names would call people")
    if _LINK.search(text) and not _unfurl_off(params):
        state.problem("a message with a link and unfurl_links or unfurl_media not switched off")
    for call in ("<!channel>", "<!here>", "<!everyone>"):
        if call in text:
            state.problem(f"a message that calls everybody: {call}")


def _is_true(value: Any) -> bool:
    return value is not None and value not in _FALSE


def _unfurl_off(params: Json) -> bool:
    if params.get("response_type") == "ephemeral" or params.get("user"):
        return True  # what one person sees is never unfurled
    return all(params.get(name) in _FALSE for name in ("unfurl_links", "unfurl_media"))
