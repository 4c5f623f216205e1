"""docs/quality.md, written from the figures of a run."""

from collections.abc import Iterator
from pathlib import Path

from bench import page_words, tables
from bench.figures import Figures
from bench.intents import WHERE
from bench.job import OURS, TIMED
from bench.outcomes import NEEDLESS, RIGHT, SHOWN, WRONG
from bench.sizes import AN_ENTRY, MOST_SECONDS, SIZES, exponent
from bench.state import PRINTS

PAGE = Path("quality.md")
COVERAGE, GROWTH = Path("pictures/quality-coverage.svg"), Path("pictures/quality-size.svg")


def page(figures: Figures) -> str:
    """The page, without what was not measured."""
    return "\n\n".join(part.strip() for part in _parts(figures) if part) + "\n"


def _parts(figures: Figures) -> Iterator[str]:
    yield page_words.HEAD
    yield from _goals(figures)
    yield from _quality(figures)
    yield from _running(figures)
    yield from _sizes(figures)
    yield from _intents(figures)
    yield from _how(figures)


def _goals(figures: Figures) -> Iterator[str]:
    if not figures.goals:
        return
    yield "## What must hold, and what does"
    yield _age(figures, "goals")
    yield page_words.GOALS
    for name, goals in figures.goals.items():
        yield f"**{name[0].upper()}{name[1:]}**"
        yield tables.goals(goals)
    yield _sameness(figures)


def _sameness(figures: Figures) -> str:
    if figures.differing is None:
        return ""
    told = "none" if figures.differing == 0 else f"**{figures.differing}**"
    differ = f"Decisions, choices or confidences that differ: {told}."
    return " ".join([page_words.SAME.strip(), differ, _age(figures, "same")])


def _quality(figures: Figures) -> Iterator[str]:
    if not figures.rows:
        return
    ours = figures.rows[0].tally
    yield "## Beside other methods"
    yield _age(figures, "quality")
    yield page_words.QUALITY.format(
        answerable=ours.answerable, unanswerable=ours.unanswerable, unclear=ours.unclear
    )
    yield tables.quality(figures.rows)
    yield page_words.COLUMNS.format(right=RIGHT, shown=SHOWN, needless=NEEDLESS, wrong=WRONG)
    yield picture(COVERAGE, "Quality against coverage, this matcher and eight others")
    yield page_words.CURVE
    yield tables.rankings(figures.rows)
    yield page_words.RANKINGS
    yield "## Time and memory"
    yield page_words.COST.format(timed=TIMED)
    yield tables.cost(figures.rows)


def _running(figures: Figures) -> Iterator[str]:
    if figures.running:
        yield "## The running bot"
        yield _age(figures, "running")
        yield tables.running(figures.running)
        yield page_words.RUNNING
        if figures.running.busy is not None:
            yield page_words.BUSY.format(busy=figures.running.busy)


def _sizes(figures: Figures) -> Iterator[str]:
    if not figures.costs:
        return
    yield "## Cost against size"
    yield _age(figures, "sizes")
    yield page_words.SIZES.format(
        an_entry=AN_ENTRY, largest=f"{SIZES[-1]:,}", most=f"{MOST_SECONDS // 60} minutes"
    )
    yield picture(GROWTH, "Cost against size, this matcher and eight others")
    yield tables.growth(figures.costs)
    yield tables.sizes(figures.costs)
    power = exponent([cost for cost in figures.costs if cost.method == OURS])
    if power is not None:
        yield f"A question to this matcher costs as size to the power of {power:.2f}."


def _intents(figures: Figures) -> Iterator[str]:
    yield "## Public intent sets"
    if figures.scores:
        yield _age(figures, "intents")
        yield page_words.INTENTS
        yield tables.intents(figures.scores)
    yield WHERE


def _how(figures: Figures) -> Iterator[str]:
    yield "## How it was measured"
    yield page_words.HOW
    if figures.measured:
        yield page_words.STATE
        yield "\n".join(f"- *{name}*: {told}" for name, told in PRINTS.items())
        yield tables.states(figures)
        yield _machines(figures)


def _machines(figures: Figures) -> str:
    parts: dict[str, list[str]] = {}
    for part, state in figures.measured.items():
        parts.setdefault(state.told, []).append(part)
    return "\n".join(f"- {', '.join(names)}: {told}" for told, names in parts.items())


def _age(figures: Figures, part: str) -> str:
    """A warning, if some of what a part depends on has changed since it was measured."""
    changed = sorted(
        {
            name
            for measured, names in figures.out_of_date.items()
            if measured.split(":")[0] == part
            for name in names
        }
    )
    if not changed:
        return ""
    return f"**Out of date:** measured before a change of {', '.join(changed)}."


def picture(path: Path, told: str) -> str:
    """A picture that is dark where the reader's page is."""
    dark = path.with_stem(f"{path.stem}-dark")
    return (
        "<picture>\n"
        f'  <source media="(prefers-color-scheme: dark)" srcset="{dark}">\n'
        f'  <img alt="{told}" src="{path}">\n'
        "</picture>"
    )
