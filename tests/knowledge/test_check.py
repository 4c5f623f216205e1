"""The rules of `check`: each finds its fault, at its place, and leaves the clean folder alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import Loaded, Problem, Severity, load_contents
from bot.knowledge.check import asking, check, stopping
from bot.knowledge.check.reading import grade_of
from bot.knowledge.folder import Said
from tests.knowledge.example import TODAY, checked, files, loaded, only, spoiled, told, with_file

ACCOUNTS, HELP, COURT = "answers/accounts.yaml", "answers/help.yaml", "court.yaml"
CONTACTS, TALK = "contacts.yaml", "phrasings/conversation.yaml"
PARAGRAPH = "You can reset it yourself on PACER's website."


def line_of(folder: Loaded, problem: Problem) -> str:
    return folder.files[problem.place.file].raw.decode().split("\n")[problem.place.line - 1]


def test_the_clean_folder_has_no_problem() -> None:
    """A new court's folder passes, so every fault below is the rule's own."""
    assert checked(loaded()) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        # ways to ask
        (ACCOUNTS, "      - reset my pacer password\n", "", "Only 11 ways"),
        (ACCOUNTS, "- reset my pacer password", "- Forgot PACER password!", "already there"),
        (ACCOUNTS, "- reset my pacer password", '- "..."', "no word"),
        (
            ACCOUNTS,
            "- reset my pacer password",
            "- which form is right for the case of mine",
            "Nearly the same",
        ),
        (TALK, "- jury duty parking", "- jury duty parking in lot #4", "after # is not read"),
        (ACCOUNTS, "- reset my pacer password", "- reset #1", "after # is not read"),
        (ACCOUNTS, "question: I forgot", "question: I forgot form #5 of it", "after # is not read"),
        (
            ACCOUNTS,
            "    answer: |\n      You can reset",
            "    answer:\n      You can reset",
            "run together into one",
        ),
        (
            CONTACTS,
            "        closes: 4:30 pm\n",
            "        closes: 4:30 pm\n      - {days: fri, opens: 9 am, closes: 1 pm}\n",
            "the same day and time",
        ),
        # days
        (ACCOUNTS, f"reviewed: {TODAY}", "reviewed: 2025-11-24", "Last checked 366 days ago"),
        (ACCOUNTS, "until: day-before-go-live", "until: 2026-11-24", "This part was last shown"),
        (COURT, "closures: []", "closures: [{day: 2026-07-03, reason: x}]", "This day is over"),
        (
            COURT,
            "closures: []",
            "closures: [{day: 2027-01-04, reason: x}, {day: 2027-01-04, reason: y}]",
            "already in the list",
        ),
        # what people would see
        (ACCOUNTS, PARAGRAPH, "You can <b>reset</b> it yourself.", "HTML is shown"),
        (ACCOUNTS, PARAGRAPH, "Reset it&nbsp;yourself.", "HTML sign"),
        (ACCOUNTS, PARAGRAPH, "Use [this page](https://x.gov).", "Markdown link"),
        (ACCOUNTS, PARAGRAPH, "You can **reset** it.", "bold"),
        (ACCOUNTS, PARAGRAPH, "You can *reset* it.", "bold or italics"),
        (ACCOUNTS, PARAGRAPH, "Choose `Reset` there.", "Backquotes"),
        (ACCOUNTS, PARAGRAPH, "Well done :tada: there.", "emoji"),
        (ACCOUNTS, PARAGRAPH, "Ask <@U123> or <!here> now.", "Slack's own"),
        (ACCOUNTS, PARAGRAPH, "PACERâ€™s website does it.", "wrong encoding"),
        (ACCOUNTS, PARAGRAPH, "Open https://pacer.uscourts.gov now.", "web address inside"),
        (ACCOUNTS, PARAGRAPH, "Open www.uscourts.gov now.", "web address inside"),
        (ACCOUNTS, PARAGRAPH, "Open http://evil.example/x, now.", "Links to evil.example"),
        (ACCOUNTS, PARAGRAPH, "Open www.uscourts.gov.evil.example now.", "are not allowed"),
        ("says.yaml", "    back: Back", "    back: www.evil.example", "Links to www.evil"),
        ("says.yaml", "which: More", "which: See www.evil.example. More", "Links to www.evil"),
        ("says.yaml", "which: More", "which: <i>More</i>", "HTML"),
        # people
        (CONTACTS, "    hours_text: a bar", "    links: []\n    #", "no way to reach"),
        (CONTACTS, "id: attorney", "id: lawyer", "no contact"),
        (CONTACTS, "    time_zone: Am", "    hours_text: x\n    time_zone: Am", "not shown where"),
        (COURT, "when_unsure: court>psc", "when_unsure: none", "names nobody"),
        # leading on
        (ACCOUNTS, "    related: [link-account]\n", "", "No related entry"),
        (ACCOUNTS, "    sources: [pacer-website]\n", "", "names no source"),
        (ACCOUNTS, "[pacer-website]", "[pacer-website, pacer-website]", "already in the list"),
        (ACCOUNTS, "from: go-live", "from: 2030-02-01", "From 2030-01-07 on, no part"),
        ("says.yaml", "order: [accounts,", "order: [accounts, accounts,", "already in the list"),
        # Slack
        ("says.yaml", "none_of_these: None", f"none_of_these: {'None ' * 20}", "75 characters"),
        ("says.yaml", "Last checked {date}.", "Checked.", "no longer tells the date"),
        (ACCOUNTS, "related: [link-account]", f"related: [{'legal-advice, ' * 6}]", "more than"),
        (ACCOUNTS, PARAGRAPH, "x" * 2700 + "& " * 60, "Slack would count"),
        # questions
        ("questions/all.yaml", "    - lost my pacer password\n", "", "2 questions test"),
        (
            "questions/all.yaml",
            "- lost my pacer password",
            "- pacer login lost, what now?",
            "phrasing",
        ),
        (
            "questions/all.yaml",
            "- lost my pacer password",
            "- how do I call the court?",
            "also stands",
        ),
        (
            "questions/all.yaml",
            "    - can you give legal advice about my lawsuit\n",
            "missed:\n  legal-advice:\n    - can you give legal advice about my lawsuit\n",
            "2 questions test",
        ),
        (
            "questions/all.yaml",
            "questions:\n",
            "missed:\n  legal-advice:\n    - how do I call the court\nquestions:\n",
            "Keep it once",
        ),
        (
            "questions/all.yaml",
            "questions:\n",
            "missed:\n  legal-advice:\n    - pacer login lost, what now?\nquestions:\n",
            "phrasing",
        ),
    ],
)
def test_a_rule_finds_its_fault(path: str, old: str, new: str, what: str) -> None:
    """Each fault is told in the file it stands in, with a cure; errors stop a running desk too."""
    found = [problem for problem in checked(spoiled(path, old, new)) if what in told(problem)]
    assert found, [told(problem) for problem in checked(spoiled(path, old, new))]
    assert all(problem.cure and problem.place.line > 1 for problem in found)
    errors = [each for each in checked(spoiled(path, old, new)) if each.severity is Severity.ERROR]
    assert list(stopping(spoiled(path, old, new), TODAY)) == errors


def test_a_fault_inside_a_text_is_shown_on_its_own_line() -> None:
    """The place is the line of the words themselves, not where the long text begins."""
    folder = spoiled(ACCOUNTS, "Please do not post a password", "Please do **not** post a password")
    problem = only(checked(folder))
    assert problem.found == "**not**"
    assert line_of(folder, problem)[problem.place.column - 1 :].startswith("**not**")


def test_signs_that_are_words_are_left_alone() -> None:
    """Menu paths, sums, single stars, underscores and e-mail addresses are plain text."""
    fine = (
        "Choose Utilities > Link. A login with & @ $ or * may fail; 2 * 3 * 4 is no bold. "
        "Write to help_desk@court.example at 8:30 am, or use file_name_one. Is 3 < 4 > 2?"
    )
    folder = spoiled(ACCOUNTS, "Please do not post a password here.", fine)
    assert checked(folder) == ()


def test_a_day_to_come_is_told_and_stops_nothing() -> None:
    """What is served must not hang on a clock; a clerk east of the court may be a day ahead."""
    ahead = spoiled(ACCOUNTS, f"reviewed: {TODAY}", f"reviewed: {TODAY + timedelta(days=2)}")
    problem = only(checked(ahead))
    assert (problem.what, problem.severity) == ("This day is still to come", Severity.WARNING)
    assert stopping(ahead, TODAY) == ()
    assert check(ahead, TODAY + timedelta(days=1)) == ()


def test_the_words_for_days_never_go_stale() -> None:
    """`until: day-before-go-live` may stay after the day: it teaches the next reader."""
    later = spoiled(COURT, "go_live: 2030-01-07", "go_live: 2018-01-08")
    assert checked(later) == ()


def test_an_entry_that_is_over_for_good_is_told() -> None:
    """An entry that no day to come shows cannot be reached."""
    over = spoiled(HELP, f"reviewed: {TODAY}", f"until: 2026-11-24\n    reviewed: {TODAY}")
    whats = [problem.what for problem in checked(over)]
    assert "This entry was last shown on 2026-11-24" in whats
    assert "This is not shown on any day to come" in whats


def test_an_answer_without_parts_is_told() -> None:
    """An empty list of parts says nothing on any day."""
    text = files()[HELP].decode()
    begin, end = text.index("    answer: |"), text.index("    related:")
    empty = with_file(HELP, f"{text[:begin]}    answer: []\n{text[end:]}")
    assert [p.what for p in checked(empty)] == ["This is not shown on any day to come"]


def test_phrasings_of_one_entry_may_be_alike() -> None:
    """Only nearness across entries makes an answer a guess."""
    near = spoiled(ACCOUNTS, "- reset my pacer password", "- forgot my PACER password, please")
    assert checked(near) == ()


def test_hard_words_are_told_and_known_terms_are_not() -> None:
    """Long sentences of long words are hard; the terms in words.yaml count as easy."""
    hard = (
        "Notwithstanding the aforementioned administrative considerations, registration "
        "applications necessitate verification of professional qualifications, organizational "
        "affiliation, and jurisdictional eligibility prior to authorization."
    )
    problem = only(checked(spoiled(ACCOUNTS, PARAGRAPH, hard)))
    assert "Hard to read" in problem.what
    assert problem.found.startswith("Notwithstanding")
    term = "multifactor authentication administration"
    text = f"You need {term} here. " * 8
    assert "Hard" in only(checked(spoiled(ACCOUNTS, PARAGRAPH, text))).what
    words = files()["words.yaml"].decode() + f"  - {term}\n"
    both = {**spoiled(ACCOUNTS, PARAGRAPH, text).files, **with_file("words.yaml", words).files}
    known = load_contents(
        {name: filled.raw for name, filled in both.items() if name not in (ACCOUNTS, "words.yaml")}
        | {"words.yaml": words.encode()}
        | {ACCOUNTS: files()[ACCOUNTS].decode().replace(PARAGRAPH, text).encode()}
    )
    assert checked(known) == ()


def test_the_grade_grows_with_sentences_and_syllables() -> None:
    """Short words in short sentences take less school than long ones; no words take none."""
    easy, hard = (
        "We can help you. Call us.",
        "Administrative registration necessitates authorization.",
    )
    assert grade_of(easy) < 3 < 12 < grade_of(hard)
    assert grade_of("...") == 0


def test_rules_go_on_where_files_are_broken() -> None:
    """A file that cannot be read does not hide the faults of the others, nor multiply them."""
    folder = load_contents(
        {**files(), "notices.yaml": b"notices: [", TALK: files()[TALK], HELP: b"\tentries:"}
    )
    assert {problem.place.file for problem in checked(folder)} == {"notices.yaml", HELP}


def test_an_empty_folder_is_told_and_no_more() -> None:
    """Nothing at all is a list of missing files and not an exception."""
    assert all("missing" in p.what or "no YAML" in p.what for p in check(load_contents({}), TODAY))


@pytest.mark.parametrize("today", [date.min, date(1970, 1, 1), date.max])
def test_any_day_can_be_today(today: date) -> None:
    """The first and the last day of the calendar overflow nothing."""
    check(loaded(), today)
    check(spoiled(ACCOUNTS, "until: day-before-go-live", "until: 9999-12-31"), today)
    check(spoiled(COURT, "go_live: 2030-01-07", "go_live: 0001-01-01"), today)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["forgot-password", "link-account"]),
            st.lists(st.sampled_from(["red", "blue", "green", "gold", "pink", "teal"]), max_size=7),
        ),
        max_size=12,
    )
)
def test_near_phrasings_are_those_that_comparing_all_pairs_finds(
    asked: list[tuple[str, list[str]]],
) -> None:
    """The fast search leaves out no phrasing that has a near one above it, and adds none."""
    file = loaded().files[ACCOUNTS]
    said = [
        Said(each, " ".join(words), file, (number,)) for number, (each, words) in enumerate(asked)
    ]
    bags = [bag for each in said if len((bag := asking.Bag.of(each)).words) > 1]
    slow = [
        one.said.path
        for number, one in enumerate(bags)
        if any(
            one.said.id != other.said.id
            and len(one.words & other.words) >= 0.8 * len(one.words | other.words) - 1e-9
            for other in bags[:number]
        )
    ]
    assert [one.said.path for one, _ in asking.near_pairs(bags)] == slow
