"""docs/quality.md, written from the figures of a run."""

from collections.abc import Iterator
from pathlib import Path

from bench import tables
from bench.figures import Figures
from bench.intents import WHERE
from bench.job import OURS
from bench.outcomes import NEEDLESS, RIGHT, SHOWN, WRONG
from bench.sizes import AN_ENTRY, SIZES, exponent

PAGE = Path("quality.md")
COVERAGE, GROWTH = Path("pictures/quality-coverage.svg"), Path("pictures/quality-size.svg")


def page(figures: Figures) -> str:
    """The page, without what was not measured."""
    return "\n\n".join(part.strip() for part in _parts(figures)) + "\n"


def _parts(figures: Figures) -> Iterator[str]:
    yield _HEAD
    yield from _goals(figures)
    yield from _quality(figures)
    yield from _running(figures)
    yield from _sizes(figures)
    yield from _intents(figures)
    yield _how(figures)


def _goals(figures: Figures) -> Iterator[str]:
    if not figures.goals:
        return
    yield "## What must hold, and what does"
    yield _GOALS
    for name, goals in figures.goals.items():
        yield f"**{name[0].upper()}{name[1:]}**"
        yield tables.goals(goals)
    yield _sameness(figures.differing)


def _sameness(differing: int | None) -> str:
    if differing is None:
        return ""
    told = "none" if differing == 0 else f"**{differing}**"
    return (
        "**The same every time.** All questions were asked in two processes that learned anew, "
        "with other hash seeds, other numbers of threads, and questions and entries the other way "
        f"round. Decisions, choices or confidences (four decimals) that differ: {told}."
    )


def _quality(figures: Figures) -> Iterator[str]:
    if not figures.rows:
        return
    ours = figures.rows[0].tally
    yield "## Beside other methods"
    yield _QUALITY.format(
        answerable=ours.answerable, unanswerable=ours.unanswerable, unclear=ours.unclear
    )
    yield tables.quality(figures.rows)
    yield _COLUMNS.format(right=RIGHT, shown=SHOWN, needless=NEEDLESS, wrong=WRONG)
    yield f"![Quality against coverage]({COVERAGE})"
    yield _CURVE
    yield "## Time and memory"
    yield _COST
    yield tables.cost(figures.rows)


def _running(figures: Figures) -> Iterator[str]:
    if figures.running:
        yield "## The running bot"
        yield tables.running(figures.running)
        yield _RUNNING


def _sizes(figures: Figures) -> Iterator[str]:
    if not figures.costs:
        return
    yield "## Cost against size"
    yield _SIZES.format(an_entry=AN_ENTRY, largest=f"{SIZES[-1]:,}")
    yield f"![Cost against size]({GROWTH})"
    yield tables.growth(figures.costs)
    yield tables.sizes(figures.costs)
    power = exponent([cost for cost in figures.costs if cost.method == OURS])
    if power is not None:
        yield f"A question to this matcher costs as size to the power of {power:.2f}."


def _intents(figures: Figures) -> Iterator[str]:
    yield "## Public intent sets"
    if figures.scores:
        yield _INTENTS
        yield tables.intents(figures.scores)
    yield WHERE


def _how(figures: Figures) -> str:
    lines = [f"- {part}: {about}" for part, about in figures.about.items()]
    return "\n".join(["## How it was measured", "", _HOW.strip(), "", *lines])


_HEAD = """
# How good is it, and what does it cost?

Every figure here was measured by `make bench`, which writes this page. Nothing is rounded in
anyone's favour, and what other methods do better stands here too. Times differ from machine to
machine, so each also stands as a multiple of this matcher's own.
"""
_GOALS = """
The whole desk, as people meet it: guard, conversation and matcher. The *development questions* were
typed by people who had not seen the phrasings, and the desk's thresholds were set on them. The
*clerks' questions* were written beside the answers. The desk learns from neither, but both were
looked at while it was built, so expect less from questions that nobody here has seen.

The clerks' questions here are all that were written (`tests/data/clerks_questions.jsonl`), with the
one entry each was written for. The list in `knowledge/questions/` is a later form of it: questions
that the desk missed were taken out of it, and those to which it offers choices were marked so.
It is there to tell when an answer changes, and would flatter the desk here.
"""
_QUALITY = """
All methods learn from the same phrasings (`knowledge/`) and get the same {answerable} questions
that an entry answers, {unanswerable} that none answers and {unclear} that may mean several things.
A class of what is not ours, or a group of vague messages, is a label for every method; for each, a
top label that is not ours means that nothing is answered.
"""
_COLUMNS = """
In percent. *first*, *in three*: the ranking begins with a right entry, or has one among its first
three, with no cut-off. *right at once*: answered, and right. *right or shown*: or the right entry
is among at most three that are offered. *wrong*: answered with an entry that is not right (of
answerable and vague questions; the number in brackets). *false*: answered although nothing answers
it. *with typos*: right or shown, when half of the questions have one or two typing errors. *as few
bad*: answered right, if the method may give no more wrong and false answers than this matcher does.

This matcher decides by its own rules. A peer answers from one score on and shows three from another
on; both cut-offs are the best for it **over these very questions**, in hindsight, which no operator
could know: {right:+g} for a right answer, {shown:+g} for a right one among three, {needless:+g} for
a choice without it, {wrong:+g} for a wrong or false answer. What each peer's rule is, where it was
read and what was added in its favour stands in its file in `bench/peers/`.
"""
_CURVE = """
Each line answers the questions it is surest of first; further right, more are answered. The star is
where this matcher stands with its own rules, which also look at what kind of message it is.
"""
_COST = """
One question at a time, on one core: time of the process, median and 95th percentile, each method in
a fresh process of its own, warmed up by other questions. *Learning* is once for each change of the
folder. *Memory* is what the process holds after learning and answering, Python included.
"""
_RUNNING = """
"On the clock" is what a person waits, other work on the machine included; the rest is CPU time of
one core.
"""
_SIZES = """
A larger desk has more entries: {an_entry} phrasings each, made from the folder's own, with a part
of the words of every further copy replaced by new ones. So entries, words and phrasings grow
together, up to {largest} phrasings. *Exponent*: cost grows as size to that power, so 1 is in
proportion and less is better.
"""
_INTENTS = """
Ten phrasings an intent, means of three samplings, in percent; the best of each column is bold. *oos
AUROC*: how well out-of-scope questions are told apart by score; *oos told*: the share of them that
is told apart while 95 % of the others are still answered.
"""
_HOW = """
`make bench` measures all but the public sets; `make bench ARGS="--intents DIR"` those too, and
`make bench ARGS="--only quality"` one part. The figures are kept in `quality.json`, from which this
page is written.
"""
