"""What the files of the knowledge folder may say, as types.

Every class here is one form that a clerk fills in. The field descriptions are read by people:
they appear in the JSON Schema that editors show while a clerk types.
"""

import re
from datetime import date, time, timedelta
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from bot.knowledge.route import Route, parse_route

T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(strict=False)]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[
    str,
    Field(
        pattern=ID_PATTERN,
        max_length=60,
        description="A lasting id in small letters, digits and hyphens. Never use it again.",
    ),
]
Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\n\r]*\S[^\n\r]*$")]
Text = Annotated[
    str,
    Field(min_length=1, max_length=3000, description="Plain text, posted word for word."),
    AfterValidator(str.rstrip),
]
Url = Annotated[str, Field(pattern=r"^https://[^\s<>|]+$", max_length=2000)]
Day = date | Literal["go-live", "day-before-go-live"]


def day_of(day: Day, go_live: date) -> date:
    """The date that a day of a file stands for."""
    if day == "go-live":
        return go_live
    if day == "day-before-go-live":
        return go_live - timedelta(days=go_live > date.min)
    return day


_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?", re.ASCII)


def _as_time(value: object) -> object:
    """Read `8:00 am`, `17:30` or `6 pm`."""
    if not isinstance(value, str):
        return value
    words = value.lower().replace(".", "").split()
    clock, half = (words[0], words[1]) if len(words) == 2 else (value.lower().strip(), "")
    if not half and clock[-2:] in ("am", "pm"):
        clock, half = clock[:-2], clock[-2:]
    written = _CLOCK.fullmatch(clock)
    if written is None or half not in ("", "am", "pm"):
        return value
    hour, minute = int(written["hour"]), int(written["minute"] or 0)
    if half:  # 12 am is midnight and 12 pm noon; there is no 0 am and no 13 pm
        return time(hour % 12 + 12 * (half == "pm"), minute) if 1 <= hour <= 12 else value
    return time(hour, minute) if hour < 24 else value


Clock = Annotated[time, BeforeValidator(_as_time, json_schema_input_type=str)]


def _is_time_zone(name: str) -> str:
    """Accept only a name that the time zone database knows."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("a time zone is named like America/Chicago") from error
    return name


TimeZoneName = Annotated[str, AfterValidator(_is_time_zone)]


class Form(BaseModel):
    """What all forms share: unknown keys are refused, nothing is converted, nothing changes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        populate_by_name=True,
        defer_build=True,  # most forms only stand inside another's, which is built with them
    )


class Link(Form):
    """A link offered under an answer."""

    title: Line
    url: Url


class Source(Form):
    """Where an answer comes from. Shown, never linked: old pages may have plain http addresses."""

    title: Line
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>|]+$", max_length=2000)] | None = None


class Window(Form):
    """Anything that holds only for some days."""

    first: Day | None = Field(default=None, alias="from", description="The first day it holds.")
    last: Day | None = Field(default=None, alias="until", description="The last day it holds.")


class Part(Window):
    """A piece of an answer, shown on the days of its window."""

    text: Text


RouteField = Annotated[
    str,
    AfterValidator(parse_route),
    Field(description="Whom to turn to, in order: `court`, `psc`, `self>court`, `none` ..."),
]


class Answerable(Form):
    """What an entry and a class of `not-ours` have in common."""

    id: Id
    route: RouteField
    links: Many[Link] = ()
    sources: Many[Id] = ()
    reviewed: date
    reviewer: Line | None = Field(default=None, description="Who last checked it: a role.")

    @property
    def contacts(self) -> tuple[str, ...]:
        """Contact ids of the route, in the order to try them."""
        return Route.of(self.route).contacts


class Entry(Answerable, Window):
    """A question this desk answers."""

    question: Annotated[str, Field(min_length=1, max_length=75)]
    answer: Text | Many[Part]
    related: Many[Id] = ()
    phrasings: Many[Line] = ()


class NotOurs(Answerable):
    """A class of messages that this desk does not answer, with its fixed reply."""

    title: Annotated[str, Field(min_length=1, max_length=75)]
    kind: Literal["elsewhere", "small-talk", "statement", "follow-up", "abuse"]
    reply: Text


class AnswersFile(Form):
    """`answers/<topic>.yaml`."""

    topic: Line
    reviewer: Line | None = None
    entries: Many[Entry]


class NotOursFile(Form):
    """`not-ours/<group>.yaml`."""

    classes: Many[NotOurs]


class Unclear(Form):
    """Messages that may mean several things: the desk asks which."""

    id: Id
    offers: Annotated[
        tuple[Id, ...],
        Field(strict=False, min_length=2, max_length=3, description="The entries to offer."),
    ]
    phrasings: Many[Line]


class UnclearFile(Form):
    """`unclear.yaml`."""

    unclear: Many[Unclear] = ()


class PhrasingsFile(Form):
    """`phrasings/<topic>.yaml`: ways people ask, under the id they belong to."""

    phrasings: dict[Id, Many[Line]]


class QuestionsFile(Form):
    """`questions/<topic>.yaml`: what people asked and the entry it must reach. Never learned."""

    questions: dict[Id, Many[Line]]
    offered: dict[Id, Many[Line]] = Field(
        default={},
        description="Questions that need no answer at once: the id must be among the choices.",
    )
    missed: dict[Id, Many[Line]] = Field(
        default={},
        description="Questions that do not reach this id yet: asked and counted, no failure.",
    )


class SourcesFile(Form):
    """`sources/<any>.yaml`."""

    sources: dict[Id, Source]


class Hours(Form):
    """Opening hours on some days of the week."""

    days: Annotated[
        str,
        Field(
            pattern=r"^(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?$",
            description="A day (`fri`) or a run of days (`mon-fri`).",
        ),
    ]
    opens: Clock
    closes: Clock

    @field_validator("closes")
    @classmethod
    def _opens_first(cls, closes: time, info: ValidationInfo) -> time:
        if closes <= info.data.get("opens", time.min):
            raise ValueError("it must open before it closes; write pm after noon, like 5:00 pm")
        return closes


class Contact(Form):
    """Somebody who helps: a card of the desk."""

    id: Id
    name: Line
    helps_with: Line
    phone: (
        Annotated[str, Field(pattern=r"^\+?([ ().-]{0,2}[0-9]){10,15}( ext\. ?\d+)?$")] | None
    ) = None
    email: Annotated[str, Field(pattern=r"^[^@\s<>|,;:]+@[^@\s<>|,;:]+\.[a-z]+$")] | None = None
    links: Many[Link] = ()
    time_zone: TimeZoneName | None = None
    hours: Many[Hours] = ()
    hours_text: Line | None = Field(
        default=None, description="Said when exact hours are not published."
    )
    federal_holidays: bool = Field(default=True, description="Closed on federal holidays?")
    follows_court_closures: bool = Field(
        default=False, description="Closed on the court's own closures (court.yaml) too?"
    )


class ContactsFile(Form):
    """`contacts.yaml`."""

    contacts: Many[Contact]


class Closure(Form):
    """A day the court is closed, besides weekends and federal holidays."""

    day: date
    reason: Line


class Court(Form):
    """`court.yaml`: what is true of this court."""

    name: Line
    time_zone: TimeZoneName
    go_live: date
    website: Url
    link_hosts: Many[Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]]
    when_unsure: RouteField
    closures: Many[Closure] = ()


class Notice(Window):
    """A line that tops every reply while it is valid."""

    id: Id
    text: Line
    severity: Literal["info", "warning", "urgent"] = "info"


class NoticesFile(Form):
    """`notices.yaml`."""

    notices: Many[Notice] = ()


class WordsFile(Form):
    """`words.yaml`: what the words people type stand for."""

    read_as: dict[str, Line] = Field(
        default={}, description="A short form people type, and what it stands for."
    )
    same: Many[Many[Line]] = Field(
        default=(), description="Words or short phrases that mean the same here."
    )
    readers_know: Many[Line] = Field(
        default=(),
        description="Terms every reader of this desk knows: not counted as hard words.",
    )
