"""What the command line can do is written down."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from bot.cli import parser

TOP = Path(__file__).parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", "knowledge/README.md")


def typed() -> Iterator[tuple[str, str]]:
    """Every command, and every option of it."""
    for action in parser()._actions:  # argparse has no public way to its commands
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name, ""
                for option in command._actions:
                    yield from ((name, it) for it in option.option_strings if it != "-h")


def test_every_command_and_option_is_written_down() -> None:
    """In one of the pages that clerks, operators and developers read."""
    text = "\n".join((TOP / page).read_text(encoding="utf-8") for page in PAGES)
    commands = set(re.findall(r"python -m bot (\w[\w-]*)", text))
    options = set(re.findall(r"(?<![\w-])--\w[\w-]*", text))

    assert [name for name, _ in typed() if name not in commands] == []
    assert [f"{name} {it}" for name, it in typed() if it and it not in options] == []


def test_no_command_is_written_down_that_is_not_there() -> None:
    """Whoever follows the pages finds what they promise."""
    there = {name for name, _ in typed()}
    for page in PAGES:
        text = (TOP / page).read_text(encoding="utf-8")
        assert set(re.findall(r"python -m bot (\w[\w-]*)", text)) <= there, page
