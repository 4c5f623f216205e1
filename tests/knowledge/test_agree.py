"""What must agree between files: the errors that only show when files are read together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import load_contents
from bot.knowledge.agree import letters_of, words_of
from tests.knowledge.example import files, loaded, only, spoiled, told, with_file, without

ACCOUNTS, HELP = "answers/accounts.yaml", "answers/help.yaml"


def test_the_example_agrees() -> None:
    """A new court's folder has no problem."""
    assert loaded().problems == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "what", "cure"),
    [
        (ACCOUNTS, "[link-account]", "[link-acount]", "no entry", "`link-account`"),
        (ACCOUNTS, "[link-account]", "[forgot-password]", "related to itself", "out"),
        (ACCOUNTS, "sources: [pacer-website]", "sources: [pacer-site]", "no source", "pacer-web"),
        (ACCOUNTS, "route: self>psc", "route: self>pcs", "no contact", "`psc`"),
        (ACCOUNTS, "id: link-account", "id: forgot-password", "used twice (first in", "own"),
        (ACCOUNTS, "https://pacer.uscourts", "https://pacer.example", "not allowed", "link_hosts"),
        (
            ACCOUNTS,
            "reviewed:",
            "from: 2026-02-02\n    until: 2026-02-01\n    reviewed:",
            "before",
            "",
        ),
        (
            ACCOUNTS,
            "- reset my pacer password",
            "- Contact the court!",
            "also stands under `forgot-password`",
            "one",
        ),
        (ACCOUNTS, "- reset my pacer password", "- how do I reach the clerk's office", "two", ""),
        ("court.yaml", "court>psc", "clerk>psc", "no contact", "id of an existing contact"),
        ("contacts.yaml", "id: psc", "id: court", "used twice", "own"),
        ("phrasings/conversation.yaml", "  thanks:", "  thank:", "no entry", "`thanks`"),
        ("questions/all.yaml", "  contact-court:", "  contact:", "no entry", "`contact-court`"),
        ("says.yaml", "order: [accounts,", "order: [acounts,", "no topic", "`accounts`"),
        ("says.yaml", "order: [accounts,", "order: [money,", "no topic", "accounts, help"),
        (
            "questions/all.yaml",
            "questions:\n",
            "missed:\n  contact-cuort:\n    - which door is the clerk's\nquestions:\n",
            "no entry",
            "`contact-court`",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told(
    path: str, old: str, new: str, what: str, cure: str
) -> None:
    """Unknown ids, ids used twice, forbidden hosts and doubled phrasings are errors."""
    folder = spoiled(path, old, new)
    assert folder.knowledge is None
    assert any(what in told(problem) and cure in problem.cure for problem in folder.problems), [
        told(problem) for problem in folder.problems
    ]


def test_a_changed_id_is_to_be_changed_back() -> None:
    """Where several places know an id, it was not mistyped: suggesting another one misleads."""
    folder = spoiled(ACCOUNTS, "id: link-account", "id: link-my-account")
    lost = [problem for problem in folder.problems if "any more" in problem.what]
    assert len(lost) > 1
    assert all("its old id" in problem.cure for problem in lost)
    assert not any("Did you mean" in problem.cure for problem in folder.problems)


def test_a_copy_of_a_file_is_told_once() -> None:
    """The file with the longer name is named, not every id of the original."""
    copy = files()[ACCOUNTS] + b"\n"
    problem = only(with_file("answers/accounts (copy).yaml", copy).problems)
    assert problem.place.file == "answers/accounts (copy).yaml"
    assert "the same ids as answers/accounts.yaml" in problem.what
    assert "delete it" in problem.cure


def test_a_missing_file_does_not_make_others_look_wrong() -> None:
    """Without contacts.yaml nothing can be said of the routes."""
    folder = without("contacts.yaml")
    assert only(folder.problems).place.file == "contacts.yaml"


def test_a_file_under_a_wrong_name_is_told_the_right_one() -> None:
    """A copy, another ending and a misspelt folder."""
    for name, meant in (
        ("contacts (1).yaml", "contacts.yaml"),
        ("notices.yml", "notices.yaml"),
        ("answer/new.yaml", "answers/new.yaml"),
    ):
        assert f"`{meant}`" in only(with_file(name, "a: b\n").problems).cure
    assert "must be one of" in only(with_file("my-file.yaml", "a: b\n").problems).cure


def test_an_entry_without_phrasings_is_an_error() -> None:
    """A phrasings file that was cut short looks just like this, and must not be served."""
    text = files()["phrasings/conversation.yaml"].decode()
    cut = text[: text.index("  jury-service:")]
    folder = with_file("phrasings/conversation.yaml", cut)
    assert "No phrasing leads here" in (problem := only(folder.problems)).what
    assert problem.found == "jury-service"


def test_links_to_an_unreadable_file_are_not_judged() -> None:
    """One broken file does not make a hundred others look broken."""
    folder = load_contents({**files(), "sources/pages.yaml": b"sources: ["})
    assert {problem.place.file for problem in folder.problems} == {"sources/pages.yaml"}


def test_other_files_are_judged_while_one_is_broken() -> None:
    """A tab in one file does not hide an unknown contact in another."""
    broken = files()[ACCOUNTS].replace(b"route: self>psc", b"route: pcs")
    folder = load_contents({**files(), "notices.yaml": b"\tnotices: []", ACCOUNTS: broken})
    assert {problem.place.file for problem in folder.problems} == {"notices.yaml", ACCOUNTS}


def test_a_link_that_cannot_be_parsed_is_not_allowed() -> None:
    """An address that looks like a broken IPv6 one is refused and does not raise."""
    folder = spoiled(ACCOUNTS, "https://pacer.uscourts.gov/my-account-billing", "https://[pacer")
    assert "not allowed" in only(folder.problems).what


def test_host_suffixes_are_whole_labels() -> None:
    """A host that only ends in the same letters is another site."""
    folder = spoiled(ACCOUNTS, "https://pacer.uscourts.gov", "https://notuscourts.gov")
    assert "Links to notuscourts.gov are not allowed" in only(folder.problems).what


def test_days_can_be_words() -> None:
    """`go-live` and the day before it stand for the court's day in windows, also backward ones."""
    folder = spoiled(ACCOUNTS, "from: go-live", "from: go-live\n        until: day-before-go-live")
    assert "before `from`" in only(folder.problems).what


@given(st.text("aB9é’' -_.ß"))
def test_equal_words_have_equal_letters(text: str) -> None:
    """Sorting phrasings by their letters first parts none that have the same words."""
    same = "¿ " + " - ".join(words_of(text)) + "?"

    assert words_of(same) == words_of(text)
    assert letters_of(same) == letters_of(text)
