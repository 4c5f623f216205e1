"""Ids that travel through Slack and back: views write them, listeners read them.

They are lasting: messages with old buttons stay in people's channels for years.
"""

import re

CHOOSE = "choose"
"""Pick one of the choices offered, or none of them. Value: the id of an entry or class, or NONE."""

RELATED = "related"
"""Ask what people also ask. Value: the id of an entry."""

PERSON = "person"
"""Talk to a person. Value: ids of the entries and classes it is about, a space apart; or none."""

SHARE = "share"
"""Post a private answer in the channel. Value: the id of an entry or class."""

GUIDE = "guide"
"""Do something in the guided checklist. Value: verb|checklist|subject|choice, all but the verb may
be empty (`bot.slack.views.guide`)."""

GUIDE_DAY = "guide-day:"
"""Begins the id of a calendar of the guide; the rest is what stands in a button's value else."""

SEARCH = "search"
"""Open the search window."""

SEARCH_BOX = "search-box"
"""The box of the search window, as block and as action."""

SEARCH_WINDOW = "search-window"
"""The search window itself: a callback id."""

TOPIC = "topic"
"""Choose a question from the menu of a topic. Value of the option: the id of an entry."""

ANSWER_WINDOW = "answer-window"
"""A window with an answer: a callback id."""

ASK = "/nextgen"
STATUS = "/nextgen-status"


def numbered(action: str, number: int) -> str:
    """One of several buttons with the same action: ids must differ within a block."""
    return f"{action}.{number}"


def pattern(action: str) -> re.Pattern[str]:
    """Matches the action's id, numbered or not, or with what it is for behind a colon."""
    if action.endswith(":"):
        return re.compile(rf"^{re.escape(action)}")
    return re.compile(rf"^{re.escape(action)}(\.\d+)?$")
