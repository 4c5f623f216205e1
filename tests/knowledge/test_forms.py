"""Filling in the forms: each mismatch is told at its place with what to type instead."""

import pytest

from bot.knowledge import Severity
from tests.knowledge.example import only, spoiled, told, with_file

COURT, CONTACTS, ACCOUNTS = "court.yaml", "contacts.yaml", "answers/accounts.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "what", "cure"),
    [
        (ACCOUNTS, "    phrasings:", "    phrasing:", "not a key", "Did you mean `phrasings`?"),
        (ACCOUNTS, "    route: self>psc\n", "", "`route` is missing", "Add a line `route: ...`"),
        (ACCOUNTS, "route: self>psc", "route: psc>self", "`route`", "`self` comes first"),
        (ACCOUNTS, "- locked out, wrong password", "- no", "read as yes or no", '"no"'),
        (ACCOUNTS, "- locked out, wrong password", "- 2026-11-25", "read as a date", "quotes"),
        (ACCOUNTS, "- locked out, wrong password", "- 5150", "read as a number", '"5150"'),
        (ACCOUNTS, "- locked out, wrong password", "- error: 404", "key with a value", "quotes"),
        (ACCOUNTS, "- locked out, wrong password", "- Error: none", "key", '"Error: none"'),
        (ACCOUNTS, "- locked out, wrong password", "- how to:", "key", '"how to:"'),
        (ACCOUNTS, "- locked out, wrong password", "- null", "read as nothing", '"null"'),
        (ACCOUNTS, "- locked out, wrong password", "- #1 rule", "no text", "begins with #"),
        (ACCOUNTS, "[link-account]", "[link-account; contact]", "like an id", "hyphens"),
        (ACCOUNTS, "route: self>psc", "route: self > psc", "`route`", "without spaces"),
        (ACCOUNTS, "from: go-live", "from: 1/7/2030", "not a day", "2030-01-07"),
        (ACCOUNTS, "from: go-live", 'from: "2030-01-07"', "in quotes", "Take the quotes away"),
        (ACCOUNTS, "- locked out, wrong password", "-", "no text", "or delete the line"),
        (ACCOUNTS, "id: forgot-password", "id: Forgot_Password", "`id`", "small letters"),
        (ACCOUNTS, "[link-account]", "link-account", "must be a list", "hyphen and a space"),
        (ACCOUNTS, "url: https", "url: http", "`url`", "https://"),
        (ACCOUNTS, "until: day-before-go-live", "until: never", "not a day", "or 'go-live' or"),
        (CONTACTS, "phone: (555) 010-0199", "phone: 5550100199", "a number", '"5550100199"'),
        (CONTACTS, "phone: (555) 010-0199", "phone: 010-0199", "`phone`", "(555) 010-0199"),
        (CONTACTS, "phone: (555) 010-0199", "phone: (555) 010-0199 x12", "`phone`", "ext. 12"),
        (CONTACTS, "email: pacer@psc", "email: mailto:pacer@psc", "`email`", "desk@example.gov"),
        (CONTACTS, "phone: (555) 010-0199", "phone: call us", "`phone`", "(555) 010-0199"),
        (CONTACTS, "opens: 8:30 am", "opens: early", "time of day", "8:00 am"),
        (CONTACTS, "opens: 8:30 am", "opens: 25:00 am", "time of day", "8:00 am"),
        (CONTACTS, "opens: 8:30 am", "opens: 13:00 am", "time of day", "8:00 am"),
        (CONTACTS, "closes: 4:30 pm", "closes: 0:30 pm", "time of day", "8:00 am"),
        (CONTACTS, "closes: 4:30 pm", "closes: 4:3 pm", "time of day", "8:00 am"),
        (CONTACTS, "closes: 4:30 pm", "closes: 4:30 am", "not right", "open before it closes"),
        (CONTACTS, "closes: 4:30 pm", "closes: 5:00", "`closes` is not right", "pm after noon"),
        (CONTACTS, "    hours:\n", "    hours: mon-fri\n    was:\n", "list", "`opens: ...`"),
        (CONTACTS, "days: mon-fri", "days: weekdays", "`days`", "mon-fri"),
        (CONTACTS, "email: pacer@psc", "email: pacer at psc", "`email`", "desk@example.gov"),
        (
            COURT,
            "time_zone: America/New_York",
            "time_zone: Eastern",
            "`time_zone`",
            "America/Chicago",
        ),
        (COURT, "go_live: 2030-01-07", "go_live: Jan 7, 2030", "not a date", "2030-01-07"),
        (COURT, "go_live: 2030-01-07", 'go_live: "2030-01-07"', "in quotes", "quotes away"),
        (COURT, "closures: []", "closures:", "must be a list", "`closures: []`"),
        (COURT, "closures: []", "closures: {day: 2030-12-24}", "a list", "`- day: ...`"),
        (COURT, "go_live: 2030-01-07", "go_live: soon", "`go_live`", "year-month-day"),
        (CONTACTS, "opens: 8:30 am", "opens: 6", "time of day", "8:00 am"),
        (COURT, "closures: []", "closures: [2030-12-24]", "block of", "`day: ...`, `reason: ...`"),
        ("sources/pages.yaml", "    title: PACER", "    titel: PACER", "not a key", "`title`"),
        (COURT, "closures: []", "closures: none", "must be a list", "hyphen and a space"),
        ("says.yaml", "{question}", "{questoin}", "`after_this`", "{question}"),
        ("says.yaml", "none_of_these:", "none_of_theese:", "not a key", "none_of_these"),
    ],
)
def test_a_wrong_value_is_told_with_its_cure(
    path: str, old: str, new: str, what: str, cure: str
) -> None:
    """What is wrong is named in a clerk's words, in its file, with the cure."""
    problems = spoiled(path, old, new).problems
    assert any(
        problem.place.file == path and what in problem.what and cure in problem.cure
        for problem in problems
    ), [told(problem) for problem in problems]


def test_the_place_is_the_line_of_the_slip() -> None:
    """The line and the offending text are those of the slip, not of the block around it."""
    folder = spoiled(ACCOUNTS, "- locked out, wrong password", "- on")
    problem = only(folder.problems)
    raw = folder.files[ACCOUNTS].raw.decode()
    assert raw.split("\n")[problem.place.line - 1].strip() == "- on"
    assert problem.found == "on"
    assert problem.severity is Severity.ERROR


def test_all_problems_come_at_once() -> None:
    """Slips in several places of several files are told together."""
    text = "contacts:\n  - id: court\n    nmae: X\n    phone: 1\n"
    folder = with_file("contacts.yaml", text)
    folder_told = " ".join(told(problem) for problem in folder.problems)
    for part in ("`nmae` is not a key", "`helps_with` is missing", "a number"):
        assert part in folder_told


def test_a_union_tells_only_of_the_branch_that_was_meant() -> None:
    """An answer with bad parts is told of its parts, not that it should be a text."""
    problems = spoiled(ACCOUNTS, "from: go-live", "form: go-live").problems
    assert [problem.what for problem in problems] == ["`form` is not a key that is known here"]
    assert "`from`" in problems[0].cure


def test_a_slip_is_told_once() -> None:
    """A misspelt key is not missing too, and a bad day is not both a bad date and a bad word."""
    misspelt = spoiled(ACCOUNTS, "    route: self>psc", "    rout: self>psc").problems
    assert [problem.what for problem in misspelt] == ["`rout` is not a key that is known here"]
    no_day = spoiled(ACCOUNTS, "until: day-before-go-live", "until: the day before").problems
    assert [problem.found for problem in no_day] == ["the day before"]


def test_too_many_and_too_few_items_are_told() -> None:
    """A group of messages that may mean several things offers two or three answers."""
    group = "unclear:\n  - id: unclear-x\n    offers: [{offers}]\n    phrasings: [what now]\n"
    few = only(with_file("unclear.yaml", group.format(offers="link-account")).problems)
    assert ("too few items: 1" in few.what, few.cure) == (True, "Write 2 at least.")
    many = only(with_file("unclear.yaml", group.format(offers="a, b, c, d")).problems)
    assert ("too many items: 4" in many.what, many.cure) == (True, "Keep 3 at most.")


def test_a_time_needs_no_quotes() -> None:
    """YAML reads 17:30 as a number of minutes; a clerk means a time, here and in a phrasing."""
    contacts = spoiled(CONTACTS, "closes: 4:30 pm", "closes: 17:30").required().contacts
    assert contacts["court"].hours[0].closes.isoformat() == "17:30:00"
    folder = spoiled(ACCOUNTS, "- locked out, wrong password", "- 12:30")
    assert "12:30" in folder.required().phrasings["forgot-password"]
