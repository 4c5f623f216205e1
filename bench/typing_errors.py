"""Typing errors, the same in every run: one or two slips of a keyboard in a text."""

from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG = 4


def mistyped(text: str) -> str:
    """The text with one or two slips in words of four letters or more; else the text itself."""
    chance = Random(text)  # noqa: S311 - the same slips in every run
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if word.isalpha() and len(word) >= _LONG]
    for place in chance.sample(places, min(len(places), chance.choice((1, 2)))):
        words[place] = _slip(words[place], chance)
    return " ".join(words)


def half_mistyped(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Every second text with slips."""
    return tuple(mistyped(text) if place % 2 else text for place, text in enumerate(texts))


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            return word[:at] + _neighbour(word[at], chance) + word[at + 1 :]


def _neighbour(letter: str, chance: Random) -> str:
    for row in _ROWS:
        if (at := row.find(letter.lower())) >= 0:
            return chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return letter
