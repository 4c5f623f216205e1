"""A message of the desk, drawn: the whole of it as text, and the same again as blocks."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from bot.helpdesk import (
    NONE,
    Alert,
    Answer,
    Card,
    Choice,
    Choices,
    Heading,
    Links,
    Message,
    Note,
    Part,
    Provenance,
    Related,
    Reply,
)
from bot.knowledge import Says
from bot.slack import ids
from bot.slack.tokens import escape
from bot.slack.views.blocks import (
    Block,
    Element,
    button,
    buttons,
    header,
    link,
    rich,
    run,
    sections,
    small_print,
)

Payload = dict[str, Any]
"""The arguments of `chat.postMessage` that say what, not where."""

MOST_BLOCKS = 50


def draw(message: Message, says: Says, *, shareable: bool = False) -> Payload:
    """The message for Slack. `shareable` adds a button that posts an answer in the channel.

    Screen readers and notifications get `text` and not the blocks, so it says everything.
    """
    return payload(escape(message.text), blocks_of(message, says, shareable=shareable))


def payload(text: str, blocks: list[Block]) -> Payload:
    """Text that is already escaped, and blocks. Nothing is unfurled and nothing is markup."""
    return {
        "text": text,
        "blocks": blocks,
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def blocks_of(
    message: Message, says: Says, *, shareable: bool = False, most: int = MOST_BLOCKS
) -> list[Block]:
    """The message's parts in order, then what can be done next; as text when they are too many."""
    foot = buttons(_next_steps(message, says, shareable))
    drawn = [block for part in message.parts for block in draw_part(part)]
    if len(drawn) + len(foot) > most:
        drawn = sections(message.text)
    return [*drawn, *foot]


@singledispatch
def draw_part(part: Part) -> list[Block]:
    """The blocks of one part."""
    raise TypeError(f"no drawing for {type(part).__name__}")


@draw_part.register
def _alert(part: Alert) -> list[Block]:
    mark = part.text.removesuffix(part.words)
    return [rich([run(mark, bold=True), run(part.words)])]


@draw_part.register
def _heading(part: Heading) -> list[Block]:
    return [header(part.text)]


@draw_part.register(Answer)
@draw_part.register(Note)
def _plain(part: Answer | Note) -> list[Block]:
    return sections(part.text)


@draw_part.register
def _provenance(part: Provenance) -> list[Block]:
    return [small_print(part.text)]


@draw_part.register
def _links(part: Links) -> list[Block]:
    return [rich([run(f"{part.intro}:"), *_on_lines(link(it.url, it.title) for it in part.links)])]


@draw_part.register
def _card(part: Card) -> list[Block]:
    return [rich([run(part.name, bold=True), *_on_lines(_card_lines(part))])]


@draw_part.register
def _choices(part: Choices) -> list[Block]:
    numbered = part.text.removesuffix(part.how).rstrip()
    pick = [_numbered(choice) for choice in part.choices]
    none = button(
        ids.numbered(ids.CHOOSE, part.none_number),
        f"{part.none_number}. {part.none_label}",
        NONE,
    )
    how = [small_print(part.how)] if part.how else []
    return [*sections(numbered), *buttons([*pick, none]), *how]


@draw_part.register
def _related(part: Related) -> list[Block]:
    ask = (
        button(ids.numbered(ids.RELATED, choice.number), choice.label, choice.id)
        for choice in part.choices
    )
    return [*sections(f"{part.intro}:"), *buttons(ask)]


def _numbered(choice: Choice) -> Element:
    return button(
        ids.numbered(ids.CHOOSE, choice.number),
        f"{choice.number}. {choice.label}",
        choice.id,
        read_aloud=choice.label,
    )


def _card_lines(part: Card) -> Iterator[Element]:
    yield run(f"For {part.helps_with}.")
    if part.phone:
        yield run(f"Phone: {part.phone}")
    if part.email:
        yield link(f"mailto:{part.email}", f"E-mail: {part.email}")
    if part.availability:
        yield run(part.availability)
    for it in part.links:
        yield link(it.url, it.title)


def _on_lines(elements: Iterator[Element]) -> Iterator[Element]:
    for element in elements:
        yield run("\n")
        yield element


def _next_steps(message: Message, says: Says, shareable: bool) -> Iterator[Element]:
    """What can be done after a reply to a question; other messages are their own next step."""
    if not isinstance(message, Reply):
        return
    about = " ".join(message.entries)
    yield button(ids.PERSON, says.talk_to_a_person, about)
    if shareable and can_be_shared(message):
        yield button(ids.SHARE, says.share, message.entries[0])


def can_be_shared(reply: Reply) -> bool:
    """Only an answer of the court's is worth a channel's attention."""
    return reply.turn.entry is not None
