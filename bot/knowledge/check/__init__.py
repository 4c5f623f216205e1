"""What a clerk should look at before a folder is used: every problem in it, errors and warnings.

`load` finds what cannot be served. The rules here find what can be served and should not be.
One file, one kind of rule; each rule takes the folder and today's date and yields problems.
"""

from datetime import date

from bot.knowledge.check import (
    asking,
    comments,
    days,
    markup,
    people,
    questions,
    reach,
    reading,
    slack,
)
from bot.knowledge.folder import Folder
from bot.knowledge.load import Loaded
from bot.knowledge.problem import Problem, Severity

_RULES = (
    *asking.RULES,
    *comments.RULES,
    *days.RULES,
    *markup.RULES,
    *people.RULES,
    *questions.RULES,
    *reach.RULES,
    *reading.RULES,
    *slack.RULES,
)

_STOPPING = (
    markup.forbidden_addresses,
    questions.asked_twice,
    slack.button_labels,
    slack.long_blocks,
)
"""The rules that find errors; all others only warn. None depends on the day: what is taken today
must be taken tomorrow, and on a machine whose clock is wrong."""


def check(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """All problems, sorted by place: those of `load`, then what every rule finds.

    `today` is the day at the court. Files that cannot be read are left out of the rules.
    """
    folder = Folder(loaded.files)
    problems = set(loaded.problems)
    for rule in _RULES:
        problems.update(rule(folder, today))
    return tuple(sorted(problems))


def stopping(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """Only the errors, in a tenth of the time: for a desk that is about to take the folder."""
    folder = Folder(loaded.files)
    problems = {each for each in loaded.problems if each.severity is Severity.ERROR}
    for rule in _STOPPING:
        found = rule(folder, today)
        problems.update(each for each in found if each.severity is Severity.ERROR)
    return tuple(sorted(problems))
