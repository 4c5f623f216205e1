from collections.abc import Container
from datetime import UTC, datetime
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk import NONE, Answer, Card, Choices, HelpDesk, Reply, Turn
from bot.knowledge import Knowledge
from bot.matching import Decision, Match, Matcher
from tests.helpdesk.folder import example, with_notices

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
AFTER = datetime(2030, 6, 3, 5, 0, tzinfo=UTC)  # midnight of the go-live day in the court's zone


class Decided:
    """A matcher that decides what the test says, and remembers what it was asked."""

    def __init__(self, decision: Decision, *chosen: str) -> None:
        self.decided = Match(decision, chosen, 0.9, (), "as the test says")
        self.asked: list[str] = []

    def match(self, question: str, *, without: Container[str] = ()) -> Match:
        self.asked.append(question)
        return self.decided


def desk(decision: Decision, *chosen: str, knowledge: Knowledge | None = None) -> HelpDesk:
    return HelpDesk(knowledge or example(), cast(Matcher, Decided(decision, *chosen)))


def test_an_answer_is_the_files_words_with_its_contacts_and_source() -> None:
    """An answer says what the file says, whom to turn to, and when it was last checked."""
    reply = desk(Decision.ANSWER, "password").ask("lost it", NOW)

    text = "Open the page & press <Reset>.\n\n1. Type *your* name.\n2. Wait."
    assert Answer(text) in reply.parts
    assert (reply.entries, reply.contacts) == (("password",), ("center",))
    assert "Phone: (555) 010-0100" in reply.text
    assert "From: The manual. Last checked November 1, 2026." in reply.text
    assert "Reset: the page: https://center.example/reset" in reply.text


def test_contacts_are_shown_in_the_order_to_try_them() -> None:
    """A route of two contacts shows two cards in its order."""
    reply = desk(Decision.ANSWER, "link").ask("link", NOW)

    cards = [part.id for part in reply.parts if isinstance(part, Card)]
    assert cards == ["clerk", "center"] == list(reply.contacts)


def test_an_answer_changes_by_itself_on_its_day() -> None:
    """Dated parts change at midnight in the court's time zone, and not a second before."""
    linking = desk(Decision.ANSWER, "link")

    before = linking.ask("link", AFTER.replace(hour=4, minute=59))
    after = linking.ask("link", AFTER)

    assert Answer("Wait for the day.\n\nThen sign in.") in before.parts
    assert Answer("Press Link.\n\nThen sign in.") in after.parts


def test_choices_are_numbered_and_end_with_none_of_these() -> None:
    """The plain text of choices holds everything that the buttons offer."""
    reply = desk(Decision.CHOICES, "password", "account").ask("hm", NOW)

    assert (
        "1. How do I reset my password?\n2. How do I open an account?\n3. None of these"
        in reply.text
    )
    assert reply.turn == Turn(choices=("password", "account"))
    assert reply.outcome is Decision.CHOICES


def test_what_may_be_legal_advice_is_handed_to_an_attorney_first() -> None:
    """Then to whom people turn when nothing else is known; the words do not claim to know."""
    reply = desk(Decision.UNKNOWN, "advice").ask("what now?", NOW)

    assert reply.contacts == ("attorney", "clerk")
    assert [part.id for part in reply.parts if isinstance(part, Card)] == ["attorney", "clerk"]
    assert reply.text.startswith(example().says.maybe_legal)
    assert (reply.outcome, reply.entries) == (Decision.UNKNOWN, ())
    assert "What should I file?" in reply.text


def test_a_typed_number_does_what_the_button_does() -> None:
    """After choices, '2' gives the second answer and '3' none of these."""
    choosing = desk(Decision.UNKNOWN)
    turn = Turn(choices=("password", "account"))

    assert choosing.ask("2", NOW, turn) == choosing.choose("account", NOW)
    assert choosing.ask("3", NOW, turn) == choosing.choose(NONE, NOW)


def test_yes_to_choices_offers_them_again() -> None:
    """'Yes' does not pick a choice; the choices are shown once more."""
    reply = desk(Decision.UNKNOWN).ask("yes", NOW, Turn(choices=("password", "account")))

    assert reply.turn.choices == ("password", "account")
    assert "I could not tell which one you mean." in reply.text


def test_nobody_is_left_without_a_person_to_call() -> None:
    """Where there is no answer there are contacts, in the court's own order."""
    unknown = desk(Decision.UNKNOWN)

    for reply in (unknown.ask("xyz", NOW), unknown.choose(NONE, NOW), unknown.choose("gone", NOW)):
        assert reply.outcome is Decision.UNKNOWN
        assert reply.entries == ()
        assert reply.contacts == ("clerk", "center")
        assert "(555) 010-0199" in reply.text


def test_what_is_not_ours_is_told_in_the_clerks_words() -> None:
    """A class of not-ours gives its fixed reply and its contact."""
    reply = desk(Decision.NOT_OURS, "parking").ask("parking?", NOW)

    assert Answer("We do not know about parking.") in reply.parts
    assert (reply.entries, reply.contacts) == (("parking",), ("clerk",))


@pytest.mark.parametrize("typed", ["", "   ", "👍", "?!", "\n\n", "…"])
def test_an_empty_message_is_answered(typed: str) -> None:
    """Nothing to read is told kindly and never guessed at."""
    asking = desk(Decision.ANSWER, "password")

    reply = asking.ask(typed, NOW)

    assert reply.outcome is Decision.UNKNOWN
    assert "I did not see a question" in reply.text


def test_a_secret_is_warned_of_and_never_reaches_the_matcher() -> None:
    """The person is warned, still gets the answer, and the secret goes no further."""
    asking = desk(Decision.ANSWER, "password")

    reply = asking.ask("my password is Sunfl0wer!Tractor99 and it fails", NOW)

    assert reply.sensitive
    assert "a password" in reply.parts[0].text
    assert "delete your message" in reply.parts[0].text
    assert reply.entries == ("password",)
    assert "Sunfl0wer" not in reply.text
    assert "Sunfl0wer" not in "".join(cast(Decided, asking.matcher).asked)


def test_a_notice_tops_every_reply_while_it_is_valid() -> None:
    """Notices in force come first, the most urgent before the others."""
    noticed = with_notices(
        "notices:\n"
        "  - {id: a, text: Phones are slow., from: 2026-11-24}\n"
        "  - {id: b, text: Closed today., severity: urgent, until: 2026-11-24}\n"
        "  - {id: c, text: Long ago., until: 2026-11-23}\n"
    )
    noticing = desk(Decision.ANSWER, "password", knowledge=noticed)

    for said in (noticing.ask("x", NOW), noticing.usage(NOW), noticing.person((), NOW)):
        assert said.text.startswith("Important: Closed today.\n\nNotice: Phones are slow.")
    assert "Long ago" not in noticing.status(NOW).text


def test_a_follow_up_offers_what_belongs_to_the_last_answer() -> None:
    """A message that leans on the last answer is never answered by guessing."""
    leaning = desk(Decision.NOT_OURS, "leaning")

    reply = leaning.ask("and how much is that?", NOW, Turn(entry="password"))

    assert reply.outcome is Decision.CHOICES
    assert reply.entries == ("account", "link", "closing")
    assert "How do I reset my password?" in reply.text


def test_a_question_that_leans_on_the_last_answer_is_not_answered_as_if_it_were_whole() -> None:
    """'And how much is it?' is offered with what belongs to the last answer, not answered."""
    turn = Turn(entry="password")
    sure = desk(Decision.ANSWER, "account")

    assert sure.ask("and how much is it?", NOW, turn).entries == ("account", "link", "closing")
    assert sure.ask("how do I open one of those accounts?", NOW, turn).entries == ("account",)
    assert desk(Decision.NOT_OURS, "thanks").ask("ok thanks", NOW, turn).entries == ("thanks",)


def test_a_number_without_choices_is_no_question() -> None:
    """'2' means nothing where nothing was offered, and is never guessed at."""
    for turn in (None, Turn(entry="password")):
        reply = desk(Decision.ANSWER, "password").ask("2", NOW, turn)
        assert reply.outcome is Decision.UNKNOWN


def test_that_did_not_work_gives_the_contact_of_the_last_answer() -> None:
    """Somebody for whom an answer did not do is sent to its contact."""
    reply = desk(Decision.NOT_OURS, "leaning").ask("that didn't work", NOW, Turn(entry="password"))

    assert reply.contacts == ("center",)
    assert reply.outcome is Decision.UNKNOWN


def test_a_follow_up_to_nothing_asks_for_the_whole_question() -> None:
    """Without a last answer the class's own reply asks for the whole question."""
    reply = desk(Decision.NOT_OURS, "leaning").ask("and how much is that?", NOW)

    assert Answer("Please ask the whole question.") in reply.parts


def test_an_entry_whose_days_are_over_is_told_as_gone() -> None:
    """A button from last year does not bring back an answer that has ended."""
    reply = desk(Decision.UNKNOWN).choose("closing", AFTER)

    assert "has been changed or taken away" in reply.text


def test_talk_to_a_person_shows_the_entrys_contact() -> None:
    """The card is the entry's own; without an entry, the court's usual order."""
    asking = desk(Decision.UNKNOWN)

    assert "Account Center" in asking.person(("account",), NOW).text
    assert "Clerk's Office" not in asking.person(("account",), NOW).text
    assert "Clerk's Office" in asking.person((), NOW).text
    assert "No office in particular" in asking.person(("thanks",), NOW).text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((2030, 6, 1), "goes live on NextGen CM/ECF on June 3, 2030: 2 days to go."),
        ((2030, 6, 2), "tomorrow, June 3, 2030."),
        ((2030, 6, 3), "today, June 3, 2030."),
        ((2030, 6, 4), "has been live on NextGen CM/ECF since June 3, 2030."),
    ],
)
def test_the_status_says_whether_the_court_is_live(day: tuple[int, int, int], said: str) -> None:
    """Before the go-live day the status counts the days; after it, it names the day."""
    assert said in desk(Decision.UNKNOWN).status(datetime(*day, 18, tzinfo=UTC)).text


def test_the_status_names_version_notices_and_contacts() -> None:
    """The status is complete on its own."""
    text = desk(Decision.UNKNOWN).status(NOW).text

    assert example().version in text
    assert "No notices are in force." in text
    assert text.index("Clerk's Office") < text.index("Account Center")


@given(st.text(max_size=300))
def test_every_text_gets_a_reply_that_keeps_its_form(typed: str) -> None:
    """Whatever is typed, the outcome and its entries agree and the text is not empty."""
    for decision, chosen in (
        (Decision.ANSWER, ("password",)),
        (Decision.CHOICES, ("password", "link")),
        (Decision.NOT_OURS, ("thanks",)),
        (Decision.UNKNOWN, ()),
    ):
        reply = desk(decision, *chosen).ask(typed, NOW, Turn(choices=("password", "link")))
        assert_form(reply)


def assert_form(reply: Reply) -> None:
    counts = {
        Decision.ANSWER: {1},
        Decision.CHOICES: {2, 3},
        Decision.NOT_OURS: {0, 1},
        Decision.UNKNOWN: {0},
    }
    assert len(reply.entries) in counts[reply.outcome]
    assert 0 <= reply.confidence <= 1
    assert reply.text.strip()
    positions = [reply.text.index(part.text) for part in reply.parts if isinstance(part, Choices)]
    assert all(first < second for first, second in pairwise(positions))
