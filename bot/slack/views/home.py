"""The Home tab and the windows that it opens, drawn."""

from typing import Any

from bot.helpdesk import Menu, Message, Search
from bot.knowledge import Says
from bot.slack import ids
from bot.slack.views.blocks import Block, button, buttons, shortened, words
from bot.slack.views.message import blocks_of, draw_part

View = dict[str, Any]

MOST_BLOCKS = 100
_OPTIONS = 100
_LABEL = 75
_LONGEST_QUESTION = 500


def draw_home(message: Message, says: Says) -> View:
    """The Home tab."""
    return {"type": "home", "blocks": blocks_of(message, says, most=MOST_BLOCKS)}


def draw_search(says: Says) -> View:
    """A window with a box to type a question into."""
    home = says.home
    box: Block = {
        "type": "input",
        "block_id": ids.SEARCH_BOX,
        "label": words(home.search_label),
        "hint": words(home.search_hint),
        "element": {
            "type": "plain_text_input",
            "action_id": ids.SEARCH_BOX,
            "max_length": _LONGEST_QUESTION,
            "focus_on_load": True,
        },
    }
    submit = words(home.search_submit)
    return _window(ids.SEARCH_WINDOW, home.search_title, says, [box]) | {"submit": submit}


def draw_answer(message: Message, says: Says) -> View:
    """A window with a reply of the desk."""
    again = buttons([button(ids.SEARCH, says.home.search_again)])
    blocks = [*blocks_of(message, says, most=MOST_BLOCKS - 1), *again]
    return _window(ids.ANSWER_WINDOW, says.home.answer_title, says, blocks)


def _window(name: str, title: str, says: Says, blocks: list[Block]) -> View:
    return {
        "type": "modal",
        "callback_id": name,
        "title": words(title),
        "close": words(says.home.close),
        "blocks": blocks,
    }


@draw_part.register
def _search(part: Search) -> list[Block]:
    return buttons([button(ids.SEARCH, part.label)])


@draw_part.register
def _menu(part: Menu) -> list[Block]:
    """A topic's title and its questions as a menu. More than fit are found by searching."""
    menu = {
        "type": "static_select",
        "action_id": ids.TOPIC,
        "placeholder": words(part.hint),
        "options": [
            {"text": words(shortened(choice.label, _LABEL)), "value": choice.id}
            for choice in part.choices[:_OPTIONS]
        ],
    }
    return [{"type": "section", "text": words(part.title), "accessory": menu}]
