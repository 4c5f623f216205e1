import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.checklist import Command, Option, Picked, Unclear, matches, read
from tests.checklist.invented import loaded

OPTIONS = (
    Option("own", "Yes, my own", ("I have my own", "I have one"), "yes"),
    Option("none", "No", ("I don't have one",), "no"),
    Option("shared", "We share one", ("shared", "the office has one")),
    Option("unsure", "I'm not sure", (), "not-sure"),
)
WORDS = loaded().required().says.guide.understands
VOCABULARY = {each: getattr(WORDS, each.value.replace("-", "_")) for each in Command}


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("yes", "own"), ("Yes!", "own"), ("YES PLEASE", "own"), ("yep", "own"), ("y", "own"),
        ("yes, on my phone", "own"), ("yes we do", "own"), ("no i do not", "none"),
        ("No, sorry", "none"), ("shared here", "shared"), ("yes it is mine", "own"),
        ("i have my own", "own"), ("i hav my own", "own"),
        ("no", "none"), ("nope", "none"), ("No.", "none"), ("i dont have one", "none"),
        ("i don't", "none"), ("I do not", "none"), ("i haven’t", "none"), ("none", "none"),
        ("i dont have one yet", "none"), ("I do", "own"), ("i have", "own"), ("i have one", "own"),
        ("we share one", "shared"), ("I think we share one", "shared"), ("we shar one", "shared"),
        ("yes, we share one", "shared"), ("shared", "shared"), ("shraed", "shared"),
        ("not sure", "unsure"), ("I’m not sure", "unsure"), ("im not shure", "unsure"),
        ("dunno", "unsure"), ("no idea", "unsure"), ("i have no idea", "unsure"),
        ("2", "none"), ("2.", "none"), ("number 3", "shared"), ("the third one", "shared"),
        ("option two please", "none"), ("1st", "own"), ("one", "own"), ("it's 4", "unsure"),
    ],
)  # fmt: skip
def test_a_choice_can_be_typed(typed: str, choice: str) -> None:
    """By its words, other words for it, yes and no, or its number, give or take spelling."""
    assert read(typed, OPTIONS, VOCABULARY) == Picked(choice)


@pytest.mark.parametrize(
    "typed",
    ["i don't understand this", "i do want to know more", "i have one that others use", "i have to",
     "none of these", "we have a firm login"],
)  # fmt: skip
def test_words_that_others_must_follow_answer_only_alone(typed: str) -> None:
    """'I don't' is an answer; what follows it may say anything."""
    assert read(typed, OPTIONS, VOCABULARY) is None


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("skip", Command.SKIP), ("Skip this one", Command.SKIP), ("sikp", Command.SKIP),
        ("back", Command.BACK), ("go back", Command.BACK), ("undo", Command.BACK),
        ("start over", Command.START_OVER), ("strat over", Command.START_OVER),
        ("what's left", Command.WHATS_LEFT), ("whats left?", Command.WHATS_LEFT),
        ("stop", Command.STOP), ("Stop!", Command.STOP), ("go on", Command.RESUME),
        ("I'm stuck", Command.STUCK), ("im stuk", Command.STUCK), ("stuck", Command.STUCK),
        ("stop reminders", Command.STOP_REMINDERS), ("stop remiders", Command.STOP_REMINDERS),
        ("skip this one for now please", Command.SKIP), ("ok, go back", Command.BACK),
        ("I want to stop now", Command.STOP), ("i'm stuck with the form", Command.STUCK),
        ("cancel my reminders", Command.STOP_REMINDERS), ("show reminders", Command.SHOW_REMINDERS),
        ("start reminders", Command.START_REMINDERS), ("change role", Command.CHANGE_ROLE),
    ],
)  # fmt: skip
def test_a_command_can_be_typed(typed: str, command: Command) -> None:
    """What every step's message names, give or take spelling."""
    assert read(typed, OPTIONS, VOCABULARY) is command


@pytest.mark.parametrize(
    "typed",
    [
        "what is a PAA?", "how do i get one", "yes but what does it cost?",
        "no, how do I open an account", "my login is broken since this morning",
        "we share one, no, we have two", "i have not got the letter", "",
        "reset my password", "change my email", "right now the site is down", "no smartphone",
        "start over with a new account", "list of creditors", "cancel my old login",
        "I forgot my PACER password", "yes " * 40, "2 accounts or 3", "!!!",
    ],
)  # fmt: skip
def test_a_question_is_not_taken_for_an_answer(typed: str) -> None:
    """Better to answer a question too many than to mark what nobody said."""
    assert read(typed, OPTIONS, VOCABULARY) is None


@pytest.mark.parametrize("typed", ["5", "9", "number 12"])
def test_a_number_that_was_not_offered_is_told(typed: str) -> None:
    """There are four choices."""
    assert read(typed, OPTIONS, VOCABULARY) is Unclear.OUT_OF_RANGE


def test_yes_where_no_choice_means_yes_is_told() -> None:
    """It answers nothing, and is no question either."""
    assert read("yes", OPTIONS[2:], VOCABULARY) is Unclear.WHICH


def test_a_denied_choice_is_not_picked() -> None:
    """'It is not shared' shares every other word with 'it is shared'."""
    options = (Option("shared", "It is shared"), Option("mine", "It is mine"))

    assert read("it is not shared", options, VOCABULARY) is None


@given(st.text(max_size=120))
def test_anything_may_be_typed(text: str) -> None:
    """No text is an error, and what is picked was offered."""
    found = read(text, OPTIONS, VOCABULARY)

    assert not isinstance(found, Picked) or found.id in {option.id for option in OPTIONS}


@pytest.mark.parametrize("typed", ["help me get ready", "Help me get reddy please", "get ready"])
def test_a_checklist_can_be_begun_in_words(typed: str) -> None:
    """By the phrases of its file, give or take spelling and a please."""
    assert matches(typed, ["help me get ready", "get ready"])


@pytest.mark.parametrize("typed", ["get ready for what?", "help", "i am not ready", "ready"])
def test_other_words_do_not_begin_it(typed: str) -> None:
    """A question is not hijacked."""
    assert not matches(typed, ["help me get ready", "get ready"])
