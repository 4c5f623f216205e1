"""The guide's parts, drawn: a step with its buttons, how far one is, lists of steps."""

from bot.helpdesk import (
    Act,
    Asked,
    Button,
    Buttons,
    Folded,
    ProgressLine,
    StepLine,
    StepLines,
    Verb,
)
from bot.slack import ids
from bot.slack.views.blocks import (
    Block,
    Element,
    button,
    buttons,
    header,
    rich,
    run,
    sections,
    small_print,
    words,
)
from bot.slack.views.message import draw_part

_FULL, _EMPTY = "■", "□"
_LONGEST_BAR = 20
_BETWEEN = "|"


def act_value(act: Act) -> str:
    """What a button of the guide carries. `act_of` reads it."""
    return _BETWEEN.join((act.verb, act.checklist, act.subject, act.choice))


def act_of(value: str, day: str = "") -> Act | None:
    """What a button carries, or None for what no button of ours does. `day` was picked with it."""
    parts = value.split(_BETWEEN)
    if len(parts) != 4 or parts[0] not in set(Verb):
        return None
    verb, checklist, subject, choice = parts
    return Act(Verb(verb), checklist, subject, day or choice)


@draw_part.register
def _asked(part: Asked) -> list[Block]:
    question = "\n".join(line for line in (part.question, part.help) if line)
    options = [
        _button(each, number, f"{number}. {each.label}")
        for number, each in enumerate(part.options, 1)
    ]
    more = [_button(each, len(options) + at) for at, each in enumerate(part.more, 1)]
    return [
        header(part.title),
        *sections(question),
        *buttons(options),
        *buttons(more),
        small_print(part.how),
    ]


@draw_part.register
def _progress(part: ProgressLine) -> list[Block]:
    if part.total > _LONGEST_BAR:
        return [rich([run(part.text, bold=True)])]
    bar = _FULL * part.done + _EMPTY * (part.total - part.done)
    return [rich([run(f"{bar}  "), run(part.text, bold=True)])]


@draw_part.register
def _step_lines(part: StepLines) -> list[Block]:
    return [
        rich([run(f"{part.intro}:", bold=True)]),
        *(block for line in part.lines for block in _line(line)),
    ]


@draw_part.register
def _buttons(part: Buttons) -> list[Block]:
    pressed = [_button(each, number) for number, each in enumerate(part.buttons, 1)]
    if part.day is not None:
        pressed.append(_calendar(part.day))
    return [*sections(part.words), *buttons(pressed)]


@draw_part.register
def _folded(part: Folded) -> list[Block]:
    return _line(StepLine(part.text, part.button))


def _line(line: StepLine) -> list[Block]:
    """A line of words; a button that says only "Change" is read aloud with them."""
    block: Block = {"type": "section", "text": words(line.words)}
    if line.button is not None:
        pressed = _button(line.button, 1, read_aloud=f"{line.button.label}: {line.words}")
        block["accessory"] = pressed
    return [block]


def _button(it: Button, number: int, label: str = "", read_aloud: str = "") -> Element:
    action = ids.numbered(ids.GUIDE, number)
    return button(action, label or it.label, act_value(it.act), read_aloud or it.label)


def _calendar(it: Button) -> Element:
    """A calendar. It carries no value, so what it is for stands in its id."""
    return {
        "type": "datepicker",
        "action_id": f"{ids.GUIDE_DAY}{act_value(it.act)}",
        "placeholder": words(it.label),
    }
