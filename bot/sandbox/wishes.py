"""What the page can ask for: each wish takes what the page sent and does it in `Slack`."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

from bot.sandbox.model import Attempt, Exchange, Json, Posted
from bot.sandbox.room import Room
from bot.sandbox.slack import Slack
from bot.sandbox.views import View
from bot.sandbox.wording import wire_text, without_mention

Told = Json

_YEARS = range(2000, 2100)
_YEAR_SECONDS = 366 * 86400


class Wishes:
    """Does what the page asks.

    LookupError and ValueError tell, in words to show, of a wish that makes no sense.
    """

    def __init__(self, slack: Slack, room: Room) -> None:
        self._slack = slack
        self._room = room
        self.asked: dict[str, str] = {}
        self._wishes: dict[str, Callable[[Json], Told]] = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "command": self._command,
            "press": self._press,
            "submit": self._submit,
            "close": self._close,
            "home": self._home,
            "shortcut": self._shortcut,
            "clock": self._clock,
            "fault": self._fault,
            "retry": self._retry,
            "explain": self._explain,
            "reset": self._reset,
        }

    def grant(self, name: str, given: Json) -> Told | None:
        """Do one wish, None if there is no such wish."""
        wish = self._wishes.get(name)
        if wish is None:
            return None
        try:
            return wish(given)
        except KeyError as error:
            raise LookupError(f"there is no {error.args[0]}") from None
        except (TypeError, AttributeError):
            raise ValueError("that is not what can be asked for here") from None

    def _say(self, given: Json) -> Told:
        typed = str(given["text"])
        text = wire_text(typed, self._slack.workspace)
        before = self._heard()
        thread = given.get("thread") or None
        exchange = self._slack.say(given["channel"], text, given["user"], thread)
        self._note_answers(before, without_mention(typed, self._slack.workspace))
        return _told(exchange)

    def _edit(self, given: Json) -> Told:
        text = wire_text(str(given["text"]), self._slack.workspace)
        return _told(self._slack.edit(self._own(given).ts, text))

    def _delete(self, given: Json) -> Told:
        return _told(self._slack.delete(self._own(given).ts))

    def _command(self, given: Json) -> Told:
        typed = str(given.get("text", ""))
        before = self._heard()
        exchange = self._slack.command(
            str(given["name"]), typed, user=given["user"], channel=given["channel"]
        )
        self._note_answers(before, typed)
        return _told(exchange)

    def _press(self, given: Json) -> Told:
        target = self._target(given)
        if isinstance(target, View):
            self._slack.fill(target, _filled(given.get("values") or {}))
        before = self._heard()
        drawn_anew = given.get("block") not in [it.get("block_id") for it in target.blocks]
        exchange = self._slack.press(
            target,
            given.get("action"),
            given.get("value"),
            # What the person saw may have been replaced meanwhile: then the same button of the new.
            block_id=None if drawn_anew else given["block"],
            user=given["user"],
        )
        self._note_answers(before, "")
        return _told(exchange)

    def _submit(self, given: Json) -> Told:
        view = self._view(given)
        exchange = self._slack.submit(view, _filled(given.get("values") or {}))
        return _told(exchange) | {"errors": view.errors}

    def _close(self, given: Json) -> Told:
        return _told(self._slack.close_view(self._view(given)))

    def _home(self, given: Json) -> Told:
        return _told(self._slack.open_home(given["user"], str(given.get("tab", "home"))))

    def _shortcut(self, given: Json) -> Told:
        message = self._message(given) if given.get("ts") else None
        return _told(self._slack.shortcut(str(given["id"]), given["user"], message))

    def _clock(self, given: Json) -> Told:
        match given:
            case {"at": str(moment), **others} if not others:
                self._slack.clock.set(_moment(moment, self._room.zone))
            case {"advance": int(seconds), **others} if not others and 0 < seconds <= _YEAR_SECONDS:
                self._slack.clock.advance(seconds)
            case {} if not given:
                self._slack.clock.reset()
            case _:
                raise ValueError("the clock takes a time, or up to a year of seconds to go on")
        self._slack.state.touch()
        return {"ok": True}

    def _fault(self, given: Json) -> Told:
        faults = self._slack.faults
        kind, method = given.get("kind"), str(given.get("method") or "*")
        switches: dict[Any, Callable[[], None]] = {
            "429": lambda: faults.fail(method, status=429, retry_after=1),
            "500": lambda: faults.fail(method, status=500),
            "drop": lambda: faults.fail(method, drop=True),
            "slow": lambda: faults.slow(method, 2.0),
            "duplicate": faults.duplicate,
            "clear": faults.clear,
        }
        if kind not in switches:
            raise LookupError(f"nothing goes wrong that way; choose {', '.join(switches)}")
        switches[kind]()
        self._slack.state.touch()
        return {"ok": True}

    def _retry(self, given: Json) -> Told:
        before = self._heard()
        again = self._slack.retry_now()
        self._note_answers(before, "")
        return {"ok": True, "delivered": sum(it.delivered for it in again)}

    def _explain(self, given: Json) -> Told:
        if self._room.explain is None:
            raise LookupError("this bot does not explain itself")
        return {"ok": True, "text": self._room.explain(str(given["question"]))}

    def _reset(self, given: Json) -> Told:
        self._slack.forget()
        self._room.forget()
        self.asked.clear()
        return {"ok": True}

    # What a wish is about

    def _message(self, given: Json) -> Posted:
        message = self._slack.state.timeline.find(str(given["channel"]), str(given["ts"]))
        if message is None or message.ephemeral_for not in (None, given["user"]):
            raise LookupError("that message is gone")
        return message

    def _own(self, given: Json) -> Posted:
        message = self._message(given)
        if message.user != given["user"]:
            raise ValueError("that is somebody else's message")
        return message

    def _view(self, given: Json) -> View:
        view = self._slack.state.views.find(str(given["view"]))
        if view is None or view.user != given["user"]:
            raise LookupError("that view is gone")
        return view

    def _target(self, given: Json) -> Posted | View:
        return self._view(given) if given.get("view") else self._message(given)

    # Which words led to which answer

    def _heard(self) -> set[str]:
        return {it.ts for it in self._slack.state.timeline}

    def _note_answers(self, before: set[str], typed: str) -> None:
        for message in self._slack.state.timeline:
            if message.bot and message.ts not in before:
                self.asked[message.ts] = typed


def _moment(text: str, zone: tzinfo) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("write a time such as 2026-11-25T09:30") from None
    if moment.year not in _YEARS:
        raise ValueError(f"choose a year from {_YEARS.start} to {_YEARS.stop - 1}")
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _filled(values: Json) -> Json:
    """What was typed into a view; an empty field holds nothing."""
    return {
        block: {name: held if held not in ("", []) else None for name, held in fields.items()}
        for block, fields in values.items()
        if isinstance(fields, dict)
    }


def _told(exchange: Exchange) -> Told:
    posted = exchange.posted
    return {
        "ok": True,
        "heard": bool(exchange.deliveries),
        "ts": posted.ts if posted else None,
        "deliveries": [_attempt(it) for it in exchange.deliveries],
    }


def _attempt(attempt: Attempt) -> Json:
    return {
        "status": attempt.status,
        "ms": round(attempt.seconds * 1000),
        "problem": attempt.problem,
    }
