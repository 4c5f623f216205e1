"""`python -m bot ask`: one question, a conversation, or a batch for other programs."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from bot.cli.moment import Clock, add_as_of, clock_of
from bot.desk import open_desk
from bot.helpdesk import Guide, GuideStatus, Heard, HelpDesk, Reply, Turn

_WELCOME = """Ask about NextGen CM/ECF, PACER or e-filing, in your own words.
Pick a choice by its number. Type "quit" to leave.
"""
_LEAVE = frozenset({"quit", "exit", "bye", ":q"})


def add(commands: Any) -> None:
    """Add the command and its arguments."""
    parser = commands.add_parser("ask", help="ask a question here, without Slack")
    parser.add_argument("question", nargs="?", help="without it, a conversation begins")
    parser.add_argument("--knowledge", type=Path, metavar="DIR", help="another knowledge folder")
    add_as_of(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object a question")
    parser.add_argument("--batch", metavar="FILE", help="a question a line; - reads standard input")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Answer what was asked for and return the exit status."""
    desk = open_desk(chosen.knowledge)
    clock = clock_of(chosen.as_of, desk)
    if chosen.batch:
        return _batch(desk, clock, chosen.batch)
    if chosen.question is not None:
        print(_printed(desk, chosen.question, clock(), None, as_json=chosen.json)[0])
        return 0
    return _converse(desk, clock, as_json=chosen.json)


def _as_json(question: str, reply: Reply) -> str:
    """The stable form that other programs read: keys are added, never changed."""
    return json.dumps(
        {
            "question": question,
            "outcome": str(reply.outcome),
            "entries": list(reply.entries),
            "confidence": reply.confidence,
            "contacts": list(reply.contacts),
            "text": reply.text,
            "sensitive": reply.sensitive,
            "rule": reply.rule,
            "version": reply.version,
        }
    )


def _converse(desk: HelpDesk, clock: Clock, *, as_json: bool) -> int:
    if not as_json:
        print(_WELCOME)
    turn: Turn | None = None
    while (typed := _read_line(silent=as_json)) is not None:
        if typed.strip().lower() in _LEAVE:
            break
        told, turn = _printed(desk, typed, clock(), turn, as_json=as_json)
        print(told if as_json else f"\n{told}\n", flush=True)
    return 0


def _printed(
    desk: HelpDesk, typed: str, now: datetime, turn: Turn | None, *, as_json: bool
) -> tuple[str, Turn]:
    """What to print. Programs get what Slack would show; here are no buttons and no messages.

    For what Slack alone can do, people are told where to type it there.
    """
    reply = desk.ask(typed, now, turn, Heard.CONVERSATION if as_json else Heard.UNPOSTED)
    if as_json:
        return _as_json(typed, reply), reply.turn
    pointer = GuideStatus(Guide(desk)).pointer(typed, now, to_press=False)
    return (pointer or reply).text, reply.turn


def _read_line(*, silent: bool) -> str | None:
    try:
        return input("" if silent else "> ")
    except EOFError:
        return None


def _batch(desk: HelpDesk, clock: Clock, source: str) -> int:
    try:
        with _opened(source) as lines:
            for printed in _replies(desk, clock, lines):
                print(printed, flush=source == "-")
    except OSError as error:
        print(f"{source} cannot be read: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _opened(source: str) -> BinaryIO:
    return sys.stdin.buffer if source == "-" else open(source, "rb")


def _replies(desk: HelpDesk, clock: Clock, lines: Iterable[bytes]) -> Iterator[str]:
    for number, raw in enumerate(lines, 1):
        try:
            question = _question(raw)
        except ValueError as error:
            yield json.dumps({"error": str(error), "line": number})
        else:
            yield _as_json(question, desk.ask(question, clock()))


def _question(raw: bytes) -> str:
    """The question of a line. Raises ValueError that says what is wrong with the line."""
    try:
        line = raw.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise ValueError("the line is not UTF-8 text") from None
    if not line.lstrip().startswith("{"):
        return line
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("the line begins like a JSON object but is none") from None
    if not isinstance(data.get("q"), str):
        raise ValueError('the JSON object has no text under the key "q"')
    return str(data["q"])
