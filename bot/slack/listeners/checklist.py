"""Somebody goes through the checklist: by buttons of any age, or in typed words."""

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.checklist import ROLE_QUESTION
from bot.helpdesk import (
    Act,
    Guide,
    Guided,
    GuideTalk,
    Known,
    Message,
    Note,
    Person,
    Place,
    Verb,
)
from bot.slack import ids
from bot.slack.conversation import conversations_of, last_turn, remember_turn
from bot.slack.errors import log_failure
from bot.slack.guiding import fold, say_in_message, settled, who_is, with_status
from bot.slack.incoming import Press, Question, press_of
from bot.slack.listeners.home import is_in_window, publish, show_in_window
from bot.slack.outgoing import answer_privately, replace_privately
from bot.slack.people import Walked, undo, walk
from bot.slack.services import Services
from bot.slack.views.guide import act_of
from bot.slack.views.message import draw

_ASKS = frozenset({Verb.ANSWER, Verb.SKIP, Verb.BACK, Verb.ROLE})
"""Buttons that stand below a question, which is folded when one of them is pressed."""


def on_guide(services: Services) -> Callable[..., None]:
    """Do what a button of the guide says, and answer where it was pressed."""

    def listen(body: Mapping[str, Any], client: WebClient, ack: Ack) -> None:
        ack()
        press = press_of(body)
        act = pressed_act(body)
        try:
            if act is None:
                _tell(services, client, press, services.desk().knowledge.says.guide.step_gone)
            else:
                _press(services, client, body, press, act)
        except Exception as error:
            log_failure("guiding", error)
            _apologise(services, client, press)

    return listen


def pressed_act(body: Mapping[str, Any]) -> Act | None:
    """What was pressed, or picked in a calendar."""
    action = body["actions"][0]
    if action["action_id"].startswith(ids.GUIDE_DAY):
        value = action["action_id"].removeprefix(ids.GUIDE_DAY)
        return act_of(value, action.get("selected_date") or "")
    return act_of(action.get("value") or "")


def heard(services: Services, client: WebClient, question: Question) -> bool:
    """Take a direct message, if it is for the guide; whether it was."""
    who = who_is(question.team, question.user)
    delivery = f"{question.channel}:{question.ts}"
    conversations = conversations_of(question)

    def decide(person: Person, known: Known) -> Guided | None:
        turn = last_turn(services, conversations[-1])
        talk = GuideTalk(Guide(services.desk()))
        mine = _in_its_thread(services, question, known)
        try:
            return talk.say(question.text, person, services.now(), turn, in_its_thread=mine)
        except Exception as error:  # it would fail at every retry; the desk tells the person now
            log_failure("listening for the guide", error)
            return None

    walked = walk(services, client, who, delivery, decide)
    if walked is None:
        return False
    try:
        walked = settled(services, client, who, walked)
        say_in_message(services, client, who, walked, question.channel, question.thread)
    except Exception:
        undo(services, who, walked)  # Slack sends the message again
        raise
    remember_turn(services, conversations, walked.guided.turn)
    return True


def heard_elsewhere(
    services: Services, client: WebClient, who: str, text: str, delivery: str = ""
) -> Message | None:
    """Take what was typed outside the direct message, if it is for the guide, which answers there.

    Returns what to say where it was typed, None when it was something else.
    """
    talk = GuideTalk(Guide(services.desk()))
    if not talk.hears_anywhere(text):
        return None

    def decide(person: Person, known: Known) -> Guided | None:
        return talk.say(text, person, services.now(), in_its_thread=False)

    walked = walk(services, client, who, delivery, decide)
    if walked is None:
        return None
    walked = settled(services, client, who, walked)
    say_in_message(services, client, who, walked, who.partition(":")[2], None)
    return _see_message(services)


def _see_message(services: Services) -> Message:
    """Where the checklist goes on, told where it was asked for."""
    knowledge = services.desk().knowledge
    return Message((Note(knowledge.says.guide.see_message),), knowledge.version)


def _in_its_thread(services: Services, question: Question, known: Known) -> bool:
    """Whether a message goes on where the guide asked: in its thread, or freshly below it."""
    if not known.kept:
        return True
    place, moved = known.kept[0].place, known.kept[0].progress.moved
    if place is not None and question.thread == place.thread:
        return True
    recent = moved is not None and services.now() - moved < services.guide_listens_for
    return question.begins_thread and recent


def _press(
    services: Services, client: WebClient, body: Mapping[str, Any], press: Press, act: Act
) -> None:
    who = who_is(press.team, press.user)

    def decide(person: Person, known: Known) -> Guided:
        return Guide(services.desk()).press(act, person, services.now())

    walked = walk(services, client, who, "", decide)
    if walked is None or not walked.guided.messages:
        return
    walked = settled(services, client, who, walked)
    if press.thread:
        _fold_pressed(services, client, press, act, walked)
        say_in_message(services, client, who, walked, press.channel, press.thread)
    elif press.response_url and act.verb is not Verb.BEGIN:
        said = with_status(services, client, who, walked)
        replace_privately(client, press, draw(said, services.desk().knowledge.says))
    else:
        say_in_message(services, client, who, walked, press.user, None)
        if press.response_url:
            _tell(services, client, press, services.desk().knowledge.says.guide.see_message)
        if is_in_window(body):
            show_in_window(services, client, body, lambda: _see_message(services))
        if (body.get("view") or {}).get("type") == "home":
            publish(services, client, press.team, press.user)


def _tell(services: Services, client: WebClient, press: Press, words: str) -> None:
    """Tell the presser something, for their eyes only."""
    knowledge = services.desk().knowledge
    answer_privately(
        client, press, draw(Message((Note(words),), knowledge.version), knowledge.says)
    )


def _apologise(services: Services, client: WebClient, press: Press) -> None:
    """A press is not sent again: tell the person, with whom to call."""
    desk = services.desk()
    try:
        message = desk.went_wrong(services.now())
        answer_privately(client, press, draw(message, desk.knowledge.says))
    except Exception as error:
        log_failure("saying that something went wrong", error)


def _fold_pressed(
    services: Services, client: WebClient, press: Press, act: Act, walked: Walked
) -> None:
    """Fold the message that was pressed, if it is an older one than that which asked last."""
    asked_last = walked.place.message if walked.place else ""
    if act.verb in _ASKS and act.subject and press.message != asked_last:
        what = ROLE_QUESTION if act.verb is Verb.ROLE else act.subject
        fold(services, client, walked, Place(press.channel, press.thread, press.message, what))
