"""What the comparison makes up is the same in every run."""

from hypothesis import given
from hypothesis import strategies as st

from bench.sizes import AN_ENTRY, Cost, enlarged, exponent
from bench.typing_errors import half_mistyped, mistyped
from bot.matching import Kind, Lesson

LESSONS = tuple(
    Lesson(
        f"entry-{n}",
        Kind.TOPIC,
        tuple(f"question number{way} about something electronic{n} today" for way in range(20)),
    )
    for n in range(3)
)


@given(st.text())
def test_typing_errors_are_the_same_every_time(text: str) -> None:
    """A slip depends on the text alone."""
    assert mistyped(text) == mistyped(text)


@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), max_size=12).map(" ".join))
def test_at_most_two_words_are_mistyped(text: str) -> None:
    """One or two slips, and only in words long enough to be read all the same."""
    before, after = text.split(" "), mistyped(text).split(" ")
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) <= 2
    assert all(len(word) >= 4 for word in changed)


def test_every_second_text_is_mistyped() -> None:
    """Half of the questions have slips."""
    texts = ("something",) * 10
    assert [new == "something" for new in half_mistyped(texts)] == [True, False] * 5


def test_an_enlarged_desk_has_the_size_that_was_asked_for() -> None:
    """Entries and phrasings grow together, and every entry has an id of its own."""
    lessons, _ = enlarged(LESSONS, ("how?",), 1000)
    assert sum(len(lesson.phrasings) for lesson in lessons) == 1000
    assert len({lesson.id for lesson in lessons}) == len(lessons) == -(-1000 // AN_ENTRY)


def test_an_enlarged_desk_has_new_words_and_is_the_same_every_time() -> None:
    """A larger desk knows more words, so that words do not get cheaper by being frequent."""
    small, large = enlarged(LESSONS, (), 210)[0], enlarged(LESSONS, (), 2100)[0]
    assert vocabulary(small) < vocabulary(large)
    assert large == enlarged(LESSONS, (), 2100)[0]


def vocabulary(lessons: tuple[Lesson, ...]) -> set[str]:
    """All words."""
    return {word for each in lessons for way in each.phrasings for word in way.split()}


def test_the_exponent_of_a_cost_in_proportion_is_one() -> None:
    """Ten times the size at ten times the cost."""
    costs = [Cost("any", size, median=size / 7) for size in (1_000, 10_000, 100_000)]
    power = exponent(costs)
    assert power is not None
    assert round(power, 6) == 1
