"""An invented checklist and folder, in memory, for the checklist's tests."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache

from bot.checklist import Plan, Progress
from bot.knowledge import Checklist, Loaded, load_contents
from tests.says import says

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)

CHECKLIST = """
id: ready
title: Ready to fly
intro: I will walk you through it.
starts_with: [help me fly]
role_question: Who are you?
roles:
  - {id: pilot, label: A pilot, words: [captain]}
  - {id: guest, label: A guest}
steps:
  - id: ticket
    title: Your ticket
    question: Do you have a ticket?
    stuck: desk
    choices:
      - {id: have, label: "Yes, my own", means: "yes", words: [i have one], marks: done}
      - id: none
        label: "No"
        means: "no"
        marks: to-do
        next: seat
        shows: {entry: buying}
      - {id: shared, label: We share one, words: [shared], marks: to-do, shows: {entry: buying}}
      - {id: unsure, label: I'm not sure, means: not-sure, marks: to-do, shows: {contacts: [desk]}}
  - id: stamp
    title: Ticket stamped
    question: Is it stamped?
    stuck: self>desk
    choices:
      - {id: stamped, label: "Yes", means: "yes", marks: done}
      - {id: plain, label: "No", means: "no", marks: to-do, shows: {text: Stamp it.}}
  - id: wings
    title: Your wings
    question: Do you know how to fly?
    for: [pilot]
    from: go-live
    stuck: desk
    choices:
      - {id: can, label: I can, means: "yes", marks: done}
      - {id: cannot, label: I cannot, means: "no", marks: to-do, shows: {text: Learn it.}}
  - id: seat
    title: Your seat
    question: Where do you sit?
    stuck: none
    choices:
      - {id: window, label: At the window, marks: done}
      - {id: nowhere, label: I stand, marks: not-for-me}
"""

FILES = {
    "court.yaml": """
name: Field of Examples
time_zone: America/Chicago
go_live: 2031-03-10
website: https://field.example
link_hosts: [field.example]
when_unsure: desk
""",
    "contacts.yaml": """
contacts:
  - {id: desk, name: The desk, helps_with: tickets, phone: (555) 010-0100, hours_text: by day}
""",
    "answers/all.yaml": """
topic: Tickets
entries:
  - id: buying
    question: How do I buy a ticket?
    route: self>desk
    answer: Pay at the desk.
    reviewed: 2030-01-01
  - id: paying
    question: How do I pay?
    route: desk
    answer: In coins.
    reviewed: 2030-01-01
""",
    "phrasings/all.yaml": "phrasings: {buying: [buy a ticket], paying: [pay for a ticket]}\n",
}


def loaded(checklist: str = CHECKLIST, go_live: str = "2031-03-10") -> Loaded:
    """A folder with the checklist."""
    texts = {**FILES, "says.yaml": says()}
    texts["court.yaml"] = texts["court.yaml"].replace("2031-03-10", go_live)
    texts["checklists/ready.yaml"] = checklist
    return load_contents({name: text.encode() for name, text in texts.items()})


@cache
def checklist() -> Checklist:
    """The invented checklist."""
    return loaded().required().checklists["ready"]


def plan(awake: Iterable[str] = ("ticket", "stamp", "wings", "seat")) -> Plan:
    """The invented checklist with these steps asked today."""
    return Plan(checklist(), frozenset(awake))


def fresh(role: str | None = "pilot") -> Progress:
    """Somebody who has just said who they are."""
    return Progress("ready", role, active=True)


def later(seconds: float) -> datetime:
    """A moment after NOON."""
    return NOON + timedelta(seconds=seconds)
