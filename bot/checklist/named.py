"""Which step a message speaks of: 'remind me to stamp my ticket' names the one so titled."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from bot.checklist.alike import plain
from bot.checklist.plan import Plan, left, path
from bot.checklist.progress import Progress
from bot.checklist.when import is_of_a_moment
from bot.knowledge import Step

_BY_NUMBER = re.compile(r"\bstep (\d{1,2})\b")
_NAMES_NOTHING = frozenset(
    ("remind", "me", "my", "your", "you", "we", "our", "to", "about", "for", "and", "or", "that",
     "own", "set", "get", "have", "need", "step", "again", "can", "could", "will", "would", "old",
     "by", "as", "be", "is", "with", "from", "until", "up")
)  # fmt: skip
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def named(text: str, plan: Plan, progress: Progress) -> tuple[Step, ...]:
    """The steps of somebody's role that a message names best; empty when it names none.

    A word that stands in fewer titles counts for more; of two that count the same, the title that
    is named in full is meant. Those left come before those settled or left out.
    """
    if found := _BY_NUMBER.search(text.casefold()):
        number = int(found.group(1))
        return path(plan, progress)[number - 1 : number] if number else ()
    steps = [step for step in plan.checklist.steps if plan.applies(step, progress.role or "")]
    best = _best_titled(steps, _telling(text))
    return tuple(step for step in best if step in left(plan, progress)) or best


def _best_titled(steps: Sequence[Step], said: set[str]) -> tuple[Step, ...]:
    titles = {step.id: _telling(step.title) for step in steps}
    in_titles = Counter(word for words in titles.values() for word in words)
    scores = dict[str, tuple[float, float]]()
    for step_id, words in titles.items():
        hits = [word for word in words if any(_is_akin(word, each) for each in said)]
        if hits:
            weight = sum(1 / in_titles[word] for word in hits)
            scores[step_id] = round(weight, 6), len(hits) / len(words)
    best = max(scores.values(), default=None)
    return tuple(step for step in steps if step.id in scores and scores[step.id] == best)


def _telling(text: str) -> set[str]:
    """The words that may name something: neither a moment nor one that stands in any wish."""
    words = plain(text)
    return {word for word in words if word not in _NAMES_NOTHING and not is_of_a_moment(word)}


def _is_akin(word: str, other: str) -> bool:
    """The same word, perhaps with another ending: 'upgrade' and 'upgraded'."""
    shortest = max(_SHORTEST_STEM, min(len(word), len(other)) - _LONGEST_ENDING)
    pairs = zip(word, other, strict=False)
    beginning = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return word == other or beginning >= shortest
