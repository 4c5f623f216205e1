"""Parts of a message that belong to the guided checklist. Like all parts, each knows its `text`."""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """What pressing one of the guide's buttons does."""

    BEGIN = "begin"
    ROLE = "role"
    ANSWER = "answer"
    SKIP = "skip"
    BACK = "back"
    STUCK = "stuck"
    STOP = "stop"
    LEFT = "left"
    FINISH = "finish"
    REVISIT = "revisit"
    CHANGE_ROLE = "change-role"
    RESET = "reset"
    KEEP = "keep"
    REMIND_TOMORROW = "remind-tomorrow"
    REMIND_MONDAY = "remind-monday"
    REMIND_DAY = "remind-day"
    STOP_REMINDERS = "stop-reminders"
    START_REMINDERS = "start-reminders"


@dataclass(frozen=True, slots=True)
class Act:
    """What was pressed, by lasting ids. `subject` is a step or a role, where the verb needs one."""

    verb: Verb
    checklist: str
    subject: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A label to press, and what it does."""

    label: str
    act: Act


@dataclass(frozen=True, slots=True)
class Asked:
    """A step, or the question who somebody is: a question with choices.

    `more` holds what can be done besides answering; `how` tells the words to type for it.
    """

    title: str
    question: str
    help: str
    options: tuple[Button, ...]
    more: tuple[Button, ...]
    how: str

    @property
    def text(self) -> str:
        """The question with numbered choices, one a line."""
        numbered = [f"{number}. {each.label}" for number, each in enumerate(self.options, 1)]
        head = [line for line in (self.title, self.question, self.help) if line]
        return "\n".join([*head, *numbered, self.how])


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """How far somebody is. The bar shows to the eye what the words say."""

    text: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with what became of it; `button`, where it can be changed."""

    words: str
    button: Button | None = None


@dataclass(frozen=True, slots=True)
class StepLines:
    """A list of steps."""

    intro: str
    lines: tuple[StepLine, ...]

    @property
    def text(self) -> str:
        """One step a line."""
        return "\n".join([f"{self.intro}:", *(f"- {line.words}" for line in self.lines)])


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons below a line of words, which say what to type instead.

    `day`, where there is one, lets the person pick a day in a calendar.
    """

    words: str
    buttons: tuple[Button, ...]
    day: Button | None = None

    @property
    def text(self) -> str:
        """The words, and the labels, which the words say how to type."""
        labels = [each.label for each in (*self.buttons, self.day) if each]
        return "\n".join([self.words, *(f"- {label}" for label in labels)])


@dataclass(frozen=True, slots=True)
class Folded:
    """What is left of a step's message once it was answered: one line, and a way to change it."""

    text: str
    button: Button | None = None


GuidePart = Asked | ProgressLine | StepLines | Buttons | Folded
