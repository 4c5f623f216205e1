"""The door of matching: `learn`, `match`, `to_bytes` and `from_bytes`, on a small invented desk."""

import hashlib
import json
import os
import subprocess
import sys
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import Decision, Kind, Lesson, Matcher, UnreadableArchive, Words, learn

LESSONS = (
    Lesson(
        "password",
        Kind.TOPIC,
        (
            "I forgot the password of my library card",
            "how do I reset the card password",
            "the password of my card is lost",
            "recover a forgotten card password",
            "the site refuses my card password",
        ),
    ),
    Lesson(
        "renew",
        Kind.TOPIC,
        (
            "how do I renew a borrowed book",
            "extend the loan of a book",
            "keep a book for another week",
            "can a loan be extended online",
            "renewal of borrowed books",
        ),
    ),
    Lesson(
        "fine",
        Kind.TOPIC,
        (
            "what does a late book cost",
            "how high is the fine for overdue books",
            "fee for bringing a book back late",
            "is there a charge when the loan is over",
            "overdue fines",
        ),
    ),
    Lesson(
        "advice",
        Kind.LEGAL_ADVICE,
        (
            "can I sue the library over a lost book",
            "is the library liable for my stolen bag",
            "must the law make me pay the fine",
            "what are my rights against the library",
            "should I go to court about the fine",
        ),
    ),
    Lesson(
        "parking",
        Kind.ELSEWHERE,
        ("where can I park my car", "is there a garage nearby", "parking places", "park a bicycle"),
    ),
    Lesson("thanks", Kind.SMALL_TALK, ("thank you", "thanks a lot", "great, that helped")),
    Lesson(
        "done",
        Kind.STATEMENT,
        ("I already renewed my book", "the fine is paid", "we returned everything last week"),
    ),
    Lesson(
        "unclear-book",
        Kind.UNCLEAR,
        ("book", "books", "a question about a book", "my book", "something about books"),
        offers=("renew", "fine"),
    ),
)
WORDS = Words(read_as={"pw": "password"}, same=(("fine", "penalty"),))


@cache
def matcher() -> Matcher:
    return learn(LESSONS, WORDS)


@pytest.mark.parametrize(
    ("typed", "decision", "chosen"),
    [
        ("how do I renew a borrowed book", Decision.ANSWER, "renew"),
        ("I forgot my card pw", Decision.ANSWER, "password"),
        ("where can I park my car", Decision.NOT_OURS, "parking"),
        ("thank you!", Decision.NOT_OURS, "thanks"),
        ("I already renewed my book", Decision.NOT_OURS, "done"),
        ("what are my rights against the library", Decision.ANSWER, "advice"),
    ],
)
def test_a_known_way_of_asking_is_found(typed: str, decision: Decision, chosen: str) -> None:
    """Phrasings, and phrasings in other letters or with abbreviations, reach their label."""
    match = matcher().match(typed)

    assert (match.decision, match.chosen) == (decision, (chosen,))


def test_a_phrasing_word_for_word_is_certain() -> None:
    """What a clerk wrote down as a way of asking is answered with that entry, without doubt."""
    for lesson in LESSONS:
        if lesson.kind is Kind.TOPIC:
            for phrasing in lesson.phrasings:
                match = matcher().match(f"{phrasing.upper()}?!")
                assert match.chosen == (lesson.id,)
                assert match.confidence > 0.9


def test_an_unclear_message_is_asked_back() -> None:
    """A message that may mean several things offers exactly what its group names."""
    match = matcher().match("a question about a book")

    assert match.decision is Decision.CHOICES
    assert match.chosen == ("renew", "fine")


def test_what_is_not_valid_today_is_never_chosen() -> None:
    """An id in `without` is neither answered nor offered."""
    for typed in ("how do I renew a borrowed book", "a question about a book"):
        match = matcher().match(typed, without={"renew"})
        assert "renew" not in match.chosen
        assert "renew" not in [each.id for each in match.candidates]


@pytest.mark.parametrize(
    "typed",
    ["renwe a borowed book", "how do i reniew a borrowed boook", "RENEW A BORROWED BOKO"],
)
def test_typing_errors_are_forgiven(typed: str) -> None:
    """One or two errors in a question do not lose its entry."""
    match = matcher().match(typed)

    assert match.candidates[0].id == "renew"
    assert match.corrections


@pytest.mark.parametrize("typed", ["", "   ", "?!", "…", "👍👍", "漢字かな", "the of and", "qwrtz"])
def test_nothing_known_is_never_answered(typed: str) -> None:
    """Without a word that says what it is about there is no answer."""
    assert matcher().match(typed).decision is not Decision.ANSWER


@settings(max_examples=300)
@given(st.text(max_size=400))
def test_any_text_gets_a_match_that_keeps_its_form(typed: str) -> None:
    """Whatever is typed, the decision and its ids agree, and confidences are probabilities."""
    match = matcher().match(typed)

    counts = {
        Decision.ANSWER: {1},
        Decision.CHOICES: {2, 3},
        Decision.NOT_OURS: {0, 1},
        Decision.UNKNOWN: {0, 1},
    }
    assert len(match.chosen) in counts[match.decision]
    assert len(set(match.chosen)) == len(match.chosen)
    assert all(0 <= each.confidence <= 1 for each in match.candidates)
    assert 0 <= match.confidence <= 1


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(["how", "renew", "book", "fine", "card", "late", "is", "my", "the?"]))
)
def test_asking_before_changes_nothing_after(words: list[str]) -> None:
    """The same question gives the same match, whatever was asked in between."""
    typed = " ".join(words)
    first = matcher().match(typed)

    matcher().match("something else entirely about fines and passwords")

    assert matcher().match(typed) == first


def test_the_order_of_lessons_does_not_matter() -> None:
    """Files read in another order teach the same."""
    other = learn(tuple(reversed(LESSONS)), WORDS)

    for typed in ("renew it", "penalty for a late book", "can I sue"):
        assert other.match(typed) == matcher().match(typed)


def test_what_was_learned_survives_as_bytes() -> None:
    """A kept matcher decides exactly as the one that was learned."""
    kept = Matcher.from_bytes(matcher().to_bytes())

    for typed in (
        "renew it",
        "penalty for a late book",
        "can I sue",
        "a question about a book",
        "",
    ):
        assert kept.match(typed) == matcher().match(typed)
        assert kept.explain(typed) == matcher().explain(typed)


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"HDBM" + bytes(40)])
def test_damaged_bytes_are_refused(damage: bytes) -> None:
    """Bytes of another version or a broken file are told apart, never served."""
    with pytest.raises(UnreadableArchive):
        Matcher.from_bytes(damage)


def test_a_cut_archive_is_refused() -> None:
    """A file that was not written to its end is not served."""
    whole = matcher().to_bytes()

    with pytest.raises(UnreadableArchive):
        Matcher.from_bytes(whole[: len(whole) // 2])


def test_two_lessons_cannot_share_an_id() -> None:
    """An id stands for one label."""
    with pytest.raises(ValueError, match="share an id"):
        learn((LESSONS[0], LESSONS[0]), WORDS)


_PROGRAM = """
import hashlib, json
from tests.matching.test_door import matcher
asked = ["renew it", "penalty for a late book", "can I sue", "a question about a book", "pw lost"]
told = [repr(matcher().match(each)) for each in asked]
print(hashlib.sha256(json.dumps(told).encode()).hexdigest())
"""


def test_every_process_decides_the_same() -> None:
    """Other processes, hash seeds and thread counts give the same confidences to four decimals."""
    told = set()
    for seed, threads in (("0", "1"), ("1", "2"), ("4242", "2")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
        environment["OPENBLAS_NUM_THREADS"] = threads
        process = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            capture_output=True, text=True, check=True, env=environment, timeout=300,
        )  # fmt: skip
        told.add(process.stdout.strip())

    asked = [
        "renew it",
        "penalty for a late book",
        "can I sue",
        "a question about a book",
        "pw lost",
    ]
    here = json.dumps([repr(matcher().match(each)) for each in asked]).encode()
    assert told == {hashlib.sha256(here).hexdigest()}


def test_a_desk_without_lessons_knows_nothing() -> None:
    """Nothing taught is nothing answered, not an error; so it is when nothing is in force."""
    empty = Matcher.from_bytes(learn((), Words()).to_bytes())

    assert empty.match("how do I renew a book").decision is Decision.UNKNOWN
    everything = {lesson.id for lesson in LESSONS}
    assert matcher().match("renew a book", without=everything).decision is Decision.UNKNOWN


def test_the_answer_hints_at_an_entry_with_few_phrasings() -> None:
    """A new entry with a single phrasing is found by the words of its answer too."""
    answer = "The reading room is upstairs.\nQuiet tables are next to the window for everybody."
    taught = Lesson("room", Kind.TOPIC, ("where is the reading room",), answer)

    match = learn((*LESSONS, taught), WORDS).match("are there quiet tables near a window")

    assert match.candidates[0].id == "room"
