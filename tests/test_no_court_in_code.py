"""Everything about this court is in `knowledge/`: the program serves any court."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.knowledge import Knowledge, load

ELSEWHERE = frozenset(
    {"us", "bankruptcy", "court", "the", "for", "of", "district", "clerk", "office"}
)
ELSEWHERE |= {"southern", "northern", "eastern", "western", "central", "middle", "united", "states"}
CODE = sorted(
    path
    for path in Path("bot").rglob("*")
    if path.suffix in {".py", ".yaml", ".html", ".js", ".css", ".json", ".ini", ".mako"}
)


@cache
def knowledge() -> Knowledge:
    return load("knowledge").required()


def signs_of(court: Knowledge) -> set[str]:
    """What only this court has: its name and place, its site, its numbers, its days."""
    own = [court.contacts[each] for each in court.contacts if "Clerk" in court.contacts[each].name]
    own = [each for each in own if each.follows_court_closures]
    name = re.findall(r"\w{4,}", court.court.name)
    signs = {court.court.name, *(word for word in name if word.lower() not in ELSEWHERE)}
    signs |= {court.court.website.removeprefix("https://"), court.court.website.split(".")[1]}
    for contact in own:
        signs |= {contact.name, *filter(None, (contact.phone, contact.email))}
        signs |= {"".join(re.findall(r"\d", contact.phone or ""))[-7:]} - {""}
    return signs | set(ways_to_write(court.court.go_live))


def ways_to_write(day: date) -> tuple[str, ...]:
    month = day.strftime("%B")
    return (
        day.isoformat(),
        f"{month} {day.day}",
        f"{day.day} {month}",
        f"{day.month}/{day.day}/{day.year}",
        f"date({day.year}, {day.month}, {day.day}",
    )


def test_the_signs_are_those_of_a_court() -> None:
    """The guard below would be idle if it looked for nothing."""
    signs = signs_of(knowledge())
    assert len(signs) >= 8
    assert all(len(sign) >= 4 for sign in signs), signs


@pytest.mark.parametrize("path", CODE, ids=str)
def test_no_file_of_the_program_knows_the_court(path: Path) -> None:
    """Neither its name nor its number nor its days stand in `bot/`."""
    text = path.read_text(encoding="utf-8")
    found = [
        sign
        for sign in signs_of(knowledge())
        if re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", text, re.IGNORECASE)
    ]
    assert not found, f"{path} knows {found}"
