"""Find again and again until nothing is left, so that what was redacted is clean."""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.guard.model import Found
from bot.guard.plain import read

_DIGIT = re.compile("[0-9]")

Finder = Callable[[str], Iterable[Found]]

MOST_PASSES = 8
"""Removing one secret can bring the next one near its keyword; people's texts need two passes."""


def sweep(text: str, finders: Sequence[Finder]) -> tuple[Found, ...]:
    """Everything the finders find in `text`, in order, none overlapping; earlier finders win.

    A text that still shows something after `MOST_PASSES` was made to: all of it is one stretch.
    """
    plain = read(text)
    gathered = list[Found]()
    for _ in range(MOST_PASSES):
        found = _apart(plain.text, finders)
        if not found:
            return tuple(sorted(gathered, key=lambda stretch: stretch.start))
        gathered += [plain.typed(stretch) for stretch in found]
        plain = plain.without(found)
    rest = _apart(plain.text, finders)
    if rest:
        return (Found(rest[0].kind, 0, len(text)),)
    return tuple(sorted(gathered, key=lambda stretch: stretch.start))


def where_digits(finder: Finder) -> Finder:
    """`finder`, not asked about a text without a digit: most questions have none."""

    def find(text: str) -> Iterable[Found]:
        return finder(text) if _DIGIT.search(text) else ()

    return find


def _apart(text: str, finders: Sequence[Finder]) -> list[Found]:
    """What the finders find in one pass, in order, without those that touch an earlier find."""
    taken = bytearray(len(text))
    kept = list[Found]()
    for finder in finders:
        for found in finder(text):
            if found.end > found.start and not any(taken[found.start : found.end]):
                taken[found.start : found.end] = b"\x01" * (found.end - found.start)
                kept.append(found)
    return sorted(kept, key=lambda stretch: stretch.start)
