"""The court's own checklist: every role and choice, before and after the go-live day, as drawn."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from bot.checklist import (
    ENDED,
    Command,
    Option,
    Picked,
    Plan,
    Progress,
    State,
    asked,
    path,
    read,
)
from bot.helpdesk import (
    Act,
    Answer,
    Asked,
    Guide,
    Guided,
    GuideStatus,
    GuideTalk,
    HelpDesk,
    Home,
    Message,
    Person,
    Verb,
)
from bot.knowledge import Checklist, Knowledge, Step, load
from bot.sandbox.block_kit import validate
from bot.slack.views.guide import act_of, act_value
from bot.slack.views.home import draw_home
from bot.slack.views.message import draw
from tests.slack.bot import Oracle
from tests.slack.journey import desk_of

BEFORE = datetime(2018, 3, 5, 16, tzinfo=UTC)
AFTER = datetime(2026, 11, 25, 16, tzinfo=UTC)
MOST_BYTES = 13_000
"""Slack refuses larger blocks in a message; the figure is not documented but known in the field."""


@cache
def knowledge() -> Knowledge:
    return load("knowledge").required()


@cache
def desk() -> HelpDesk:
    return desk_of(knowledge())


def checklist() -> Checklist:
    (only,) = knowledge().checklists.values()
    return only


def press(progress: Progress, now: datetime, verb: Verb, subject: str, choice: str = "") -> Guided:
    person = Person({progress.checklist: progress})
    return Guide(desk()).press(Act(verb, progress.checklist, subject, choice), person, now)


def moved(
    progress: Progress, now: datetime, verb: Verb, subject: str, choice: str = ""
) -> Progress:
    after = press(progress, now, verb, subject, choice).progress
    assert after is not None
    return after


def walk(role: str, now: datetime) -> Iterator[tuple[Progress, str]]:
    """Somebody who gives each step's first answer: the progress before each step, and the step."""
    progress = moved(Progress(checklist().id), now, Verb.ROLE, role)
    while (step := asked(plan(now), progress)) != ENDED:
        yield progress, step
        first = step_of(step).choices[0].id
        progress = moved(progress, now, Verb.ANSWER, step, first)
    yield progress, ENDED


def step_of(step_id: str) -> Step:
    step = checklist().step(step_id)
    assert step is not None
    return step


def plan(now: datetime) -> Plan:
    return Plan.on(knowledge(), checklist(), desk().today(now))


def assert_drawn_well(message: Message) -> None:
    drawn = draw(message, knowledge().says)
    assert validate({"text": drawn["text"], "blocks": drawn["blocks"]}, "message") == []
    assert len(json.dumps(drawn["blocks"])) <= MOST_BYTES


ROLES = [
    "attorney-here",
    "attorney-new",
    "filing-agent",
    "limited-filer",
    "trustee",
    "firm-admin",
]


@pytest.mark.parametrize("now", [BEFORE, AFTER], ids=["before", "after"])
@pytest.mark.parametrize("role", ROLES)
def test_every_choice_leads_on_and_shows_what_the_file_says(role: str, now: datetime) -> None:
    """Answers stand word for word, what is to do offers a reminder, and a next step or the end."""
    for progress, step in walk(role, now):
        for choice in step_of(step).choices if step != ENDED else ():
            guided = press(progress, now, Verb.ANSWER, step, choice.id)
            for message in guided.messages:
                assert_drawn_well(message)
            shown = [part.text for it in guided.messages for part in it.parts]
            entry = knowledge().entries.get(choice.shows.entry or "")
            if entry is not None and entry.id not in knowledge().sleeping(desk().today(now)):
                assert Answer(knowledge().answer(entry, desk().today(now))) in (
                    guided.messages[0].parts
                )
            offer = f"Shall I remind you of this? ({step_of(step).title})"
            assert any(text.startswith(offer) for text in shown) is (choice.state == "to-do")
            assert guided.progress is not None
            assert guided.progress.state(step) is State(choice.state)


@pytest.mark.parametrize("now", [BEFORE, AFTER], ids=["before", "after"])
@pytest.mark.parametrize("role", ROLES)
def test_the_status_the_home_tab_and_the_summary_can_be_drawn(role: str, now: datetime) -> None:
    """At every step of the way, within Slack's limits."""
    for progress, _ in walk(role, now):
        person = Person({progress.checklist: progress})
        guide = Guide(desk())
        assert_drawn_well(GuideStatus(guide).status(person, now))
        assert_drawn_well(GuideStatus(guide).export(person, now))
        for verb in (Verb.LEFT, Verb.STUCK, Verb.STOP, Verb.CHANGE_ROLE, Verb.BEGIN):
            for message in press(progress, now + timedelta(hours=1), verb, "").messages:
                assert_drawn_well(message)
        home = draw_home(Home(guide).message(person, now), knowledge().says)
        assert validate(home, "home") == []


@pytest.mark.parametrize("role", ROLES)
def test_linking_waits_for_the_go_live_day(role: str) -> None:
    """Nobody is asked before that day what cannot be done yet."""
    steps = [step for _, step in walk(role, BEFORE)]

    assert not {"link", "notices", "mfa"} & set(steps)
    assert ("link" in [step for _, step in walk(role, AFTER)]) is (
        role in ("attorney-here", "limited-filer", "trustee")
    )


def test_every_role_has_a_way_of_its_own() -> None:
    """Between four and nine steps; nobody is asked what does not apply."""
    assert [role.id for role in checklist().roles] == ROLES
    ways = {role: [step for _, step in walk(role, AFTER)][:-1] for role in ROLES}

    assert all(4 <= len(way) <= 9 for way in ways.values())
    assert len({tuple(way) for way in ways.values()}) == len(ROLES)


def test_without_an_account_what_needs_one_is_left_out() -> None:
    """Who has no account is not asked whether it is upgraded."""
    progress = moved(Progress(checklist().id), AFTER, Verb.ROLE, "attorney-here")
    progress = moved(progress, AFTER, Verb.ANSWER, "own-account", "none")

    assert [step.id for step in path(plan(AFTER), progress)][:2] == ["own-account", "old-login"]


def test_buttons_carry_what_they_do_there_and_back() -> None:
    """By ids, so that they work for years; anything else is none of ours."""
    question = press(Progress(checklist().id), AFTER, Verb.ROLE, "trustee").messages[-1]
    (step,) = (part for part in question.parts if isinstance(part, Asked))

    for button in (*step.options, *step.more):
        assert act_of(act_value(button.act)) == button.act
    assert [act_of(odd) for odd in ("", "answer", "explode|a|b|c", "a|b|c|d|e")] == [None] * 4


def test_every_step_says_all_of_itself_to_a_screen_reader() -> None:
    """Question, help, numbered choices, and the words for what the other buttons do."""
    for role in ROLES:
        for progress, step_id in walk(role, AFTER):
            if step_id == ENDED:
                continue
            step = step_of(step_id)
            text = Guide(desk()).ask_again(progress, Person(), AFTER).messages[-1].text
            assert step.question in text
            assert (step.help or "") in text
            for number, choice in enumerate(step.choices, 1):
                assert f"{number}. {choice.label}" in text
            for typed in ("skip", "back", "I'm stuck", "what's left", "stop"):
                assert typed in text


def test_all_that_the_file_says_people_type_is_understood() -> None:
    """Each label and each other word picks its own choice or role, and no command instead."""
    understood = vocabulary()
    for step in checklist().steps:
        options = [Option(it.id, it.label, it.words, it.means) for it in step.choices]
        for choice in step.choices:
            for typed in (choice.label, *choice.words):
                assert read(typed, options, understood) == Picked(choice.id), (step.id, typed)
    roles = [Option(role.id, role.label, role.words) for role in checklist().roles]
    for role in checklist().roles:
        for typed in (role.label, *role.words):
            assert read(typed, roles, understood) == Picked(role.id), typed


@pytest.mark.parametrize(
    ("typed", "choice"),
    [("I don't have one", "none"), ("i dont", "none"), ("i have one", "own"), ("none", "none")],
)
def test_plain_answers_to_the_first_step(typed: str, choice: str) -> None:
    """As people typed them who were asked for their account."""
    progress = moved(Progress(checklist().id), AFTER, Verb.ROLE, "attorney-here")
    person = Person({progress.checklist: progress})
    said = GuideTalk(Guide(desk())).say(typed, person, AFTER)

    assert said is not None
    assert said.progress is not None
    assert said.progress.records["own-account"].choice == choice


def test_a_few_words_that_lean_on_something_were_meant_for_the_step() -> None:
    """The desk would say that it does not know what they refer to."""
    (leaning,) = (it.id for it in knowledge().not_ours.values() if it.kind == "follow-up")
    progress = moved(Progress(checklist().id), AFTER, Verb.ROLE, "attorney-here")
    person = Person({progress.checklist: progress})
    oracle = HelpDesk(knowledge(), Oracle(knowledge().not_ours))  # type: ignore[arg-type]  # a fake
    said = GuideTalk(Guide(oracle)).say(leaning, person, AFTER)

    assert said is not None
    (message,) = said.messages
    assert message.text.startswith(knowledge().says.guide.not_understood)


def test_every_command_of_the_file_is_understood() -> None:
    """Whatever the step, its words mean one command."""
    understood = vocabulary()
    for command in set(Command) - {Command.YES, Command.NO, Command.NOT_SURE}:
        for typed in understood[command]:
            for step in checklist().steps:
                options = [Option(it.id, it.label, it.words, it.means) for it in step.choices]
                assert read(typed, options, understood) is command, (step.id, typed)


def vocabulary() -> dict[Command, Sequence[str]]:
    understands = knowledge().says.guide.understands
    return {each: getattr(understands, each.value.replace("-", "_")) for each in Command}
