"""Drawing: all words of a message, none of them taken for markup, within Slack's limits."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk import (
    Alert,
    Answer,
    Card,
    Choice,
    Choices,
    Heading,
    Links,
    Message,
    Note,
    Provenance,
    Related,
    Reply,
)
from bot.knowledge import Link
from bot.matching import Decision
from bot.sandbox.block_kit import validate
from bot.slack.views.blocks import pieces, shortened
from bot.slack.views.message import MOST_BLOCKS, blocks_of, draw
from tests.block_kit_validators import third_party_problems
from tests.helpdesk.folder import example

SAYS = example().says
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    str.strip
)
LINES = WORDS.map(lambda text: text[:300])
IDS = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}", fullmatch=True)
LINKS = st.builds(
    Link,
    title=LINES.map(lambda it: it.replace("\x85", "").replace("\u2028", "") or "x"),
    url=st.just("https://center.example/page"),
)
LABELS = WORDS.map(lambda text: text[:75]).filter(str.strip)


def numbered(labels: list[str]) -> tuple[Choice, ...]:
    return tuple(Choice(n, f"id-{n}", label) for n, label in enumerate(labels, 1))


CHOICES = st.lists(LABELS, min_size=1, max_size=3).map(numbered)
PARTS = st.one_of(
    st.builds(Alert, LINES, st.sampled_from(["info", "warning", "urgent"])),
    st.builds(Heading, LABELS),
    st.builds(Answer, st.lists(WORDS, min_size=1, max_size=40).map("\n\n".join)),
    st.builds(Note, WORDS),
    st.builds(Links, LINES, st.lists(LINKS, min_size=1, max_size=3).map(tuple)),
    st.builds(Provenance, LINES),
    st.builds(Choices, LINES, CHOICES, st.just("None of these"), LINES),
    st.builds(Related, LINES, CHOICES),
    st.builds(
        Card, IDS, LINES, LINES, st.none() | LINES, st.none() | st.just("a@b.example"), LINES,
        st.lists(LINKS, max_size=2).map(tuple),
    ),
)  # fmt: skip


def reply(*parts: Any, entries: tuple[str, ...] = ("password",)) -> Reply:
    return Reply(
        parts=parts,
        version="v",
        outcome=Decision.ANSWER,
        entries=entries,
        confidence=1.0,
        contacts=(),
    )


def words_in(block: Any) -> list[str]:
    """Every word that the block shows, buttons included."""
    if isinstance(block, dict):
        shown = [block["text"]] if isinstance(block.get("text"), str) else []
        nested = (block[key] for key in ("text", "elements") if key in block)
        return [word for it in nested if not isinstance(it, str) for word in words_in(it)] + [
            word for text in shown for word in text.split()
        ]
    if isinstance(block, list):
        return [word for each in block for word in words_in(each)]
    return []


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_blocks_say_what_the_text_says(parts: list[Any]) -> None:
    """Who sees the blocks and who hears the text learn the same: no word more, no word less."""
    message = Message(tuple(parts), "v")
    shown = set(words_in(blocks_of(message, SAYS)))
    links = {f"{it.title}: {it.url}" for part in parts for it in getattr(part, "links", ())}
    spoken = message.text
    for spoken_link in links:
        spoken = spoken.replace(spoken_link, spoken_link.rpartition(": ")[0])
    shortened_labels = {word for word in shown if word.endswith("…")}

    assert {word for word in spoken.split() if word != "-"} <= shown | {"•"}
    assert {word for word in shown - shortened_labels if word not in spoken} == set()


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_every_drawing_keeps_slacks_rules(parts: list[Any]) -> None:
    """Our own table of limits and three libraries find nothing wrong."""
    payload = draw(reply(*parts), SAYS, shareable=True)
    payload["blocks"] = [{**it, "block_id": f"b{n}"} for n, it in enumerate(payload["blocks"])]

    size_alone = [problem for problem in validate(payload, "message") if "bytes" not in problem]
    assert size_alone == []
    assert third_party_problems(payload, "message") == []


@given(st.text(st.sampled_from("ab \n"), max_size=400), st.integers(1, 30))
def test_pieces_are_the_text_again(text: str, most: int) -> None:
    """Cutting loses nothing but white space at the cuts, and every piece fits."""
    cut = pieces(text, most)

    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(0 < len(piece) <= most and piece.strip() for piece in cut)


def test_a_text_is_cut_at_the_end_of_a_paragraph() -> None:
    """3,000 characters stay together; one more is cut where a paragraph ends."""
    first, second = "a" * 1500, "b" * 1498

    assert pieces(f"{first}\n\n{second}") == [f"{first}\n\n{second}"]
    assert pieces(f"{first}\n\n{second}b") == [first, f"{second}b"]


@pytest.mark.parametrize(("length", "cut"), [(75, False), (76, True)])
def test_a_label_is_shortened_only_when_it_must(length: int, cut: bool) -> None:
    """At the limit a label is whole; beyond it it ends in an ellipsis."""
    label = shortened("x" * length, 75)

    assert len(label) == 75
    assert label.endswith("…") is cut


def test_a_shortened_choice_is_read_aloud_in_full() -> None:
    """A number in front makes the longest label too long; the screen reader gets it whole."""
    label = "q" * 75
    message = reply(Choices("Which?", (Choice(1, "a", label),), "None", "Press."))
    (row, *_) = [it["elements"] for it in blocks_of(message, SAYS) if it["type"] == "actions"]

    assert row[0]["accessibility_label"] == label
    assert label in blocks_of(message, SAYS)[0]["text"]["text"]


def test_a_message_of_too_many_parts_is_drawn_as_text() -> None:
    """More blocks than Slack takes become plain sections; the buttons stay."""
    notes = [Note(f"note {number}") for number in range(MOST_BLOCKS)]
    fits, too_many = reply(*notes[1:]), reply(*notes)

    assert len(blocks_of(fits, SAYS)) == MOST_BLOCKS
    assert [it["type"] for it in blocks_of(too_many, SAYS)] == ["section", "actions"]
    assert blocks_of(too_many, SAYS)[0]["text"]["text"] == too_many.text


def test_a_button_carries_ids_within_slacks_limit() -> None:
    """Three of the longest ids fit in the value of "Talk to a person"."""
    message = reply(Note("x"), entries=("a" * 60, "b" * 60, "c" * 60))
    button = blocks_of(message, SAYS)[-1]["elements"][0]

    assert button["value"].split() == list(message.entries)


def test_an_unknown_part_is_a_mistake_found_at_once() -> None:
    """A new kind of part must be drawn before it can be said."""
    with pytest.raises(TypeError, match="no drawing for object"):
        blocks_of(Message((object(),), "v"), SAYS)  # type: ignore[arg-type]  # the point
