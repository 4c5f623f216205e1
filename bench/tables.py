"""The tables of a run, in Markdown that also reads well in a terminal."""

from collections.abc import Iterable, Sequence

from bench.figures import Figures
from bench.goals import Goal
from bench.intents import Score
from bench.job import OURS
from bench.quality import Row
from bench.running import Running, goals_of
from bench.sizes import SIZES, Cost, exponent

Cells = Sequence[str]


def table(head: Cells, rows: Iterable[Cells]) -> str:
    """A table whose first column is text and whose others are figures."""
    lines = [head, *rows]
    widths = [max(2, *(len(row[place]) for row in lines)) for place in range(len(head))]
    marks = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, marks, *lines[1:]))


def quality(rows: Sequence[Row]) -> str:
    """Right, shown, wrong and false answers of every method."""
    head = (
        "method",
        "first",
        "in three",
        "right at once",
        "right or shown",
        "wrong",
        "false",
        "with typos",
        "as few bad",
    )
    return table(head, (_quality(row) for row in rows))


def cost(rows: Sequence[Row]) -> str:
    """Time and memory of every method, and as multiples of this matcher's."""
    ours = next(row for row in rows if row.name == OURS)
    head = ("method", "µs median", "µs p95", "of ours", "learning s", "of ours", "memory MB")
    return table(
        head,
        (
            (
                _name(row.name),
                f"{row.median:,.0f}",
                f"{row.p95:,.0f}",
                _times(row.median, ours.median),
                f"{row.build:.1f}",
                _times(row.build, ours.build),
                f"{row.resident:,.0f}",
            )
            for row in rows
        ),
    )


def goals(goals: Sequence[Goal]) -> str:
    """What must be reached and what is."""
    return table(("", "to reach", "reached", "", "holds"), (_goal(goal) for goal in goals))


def intents(scores: Sequence[Score]) -> str:
    """The public sets, a method a row; the best of a column is bold."""
    head, rows = ["method"], dict[str, list[float]]()
    for score in scores:
        rows.setdefault(score.method, []).extend(_shares(score))
    for score in scores[: len(scores) // len(rows)]:
        head += [f"{score.set} @1", "@3", "typos @1", "@3"]
        head += ["oos AUROC", "oos told"] if score.oos else []
    best = [max(column) for column in zip(*rows.values(), strict=True)]
    return table(
        head,
        (
            [_name(method), *(_best(*pair) for pair in zip(row, best, strict=True))]
            for method, row in rows.items()
        ),
    )


def sizes(costs: Sequence[Cost]) -> str:
    """Cost against size."""
    head = ("method", "phrasings", "µs median", "µs p95", "learning s", "peak MB", "load s")
    return table(head, (_cost(cost) for cost in costs))


def growth(costs: Sequence[Cost]) -> str:
    """How the cost of a question grows with size."""
    methods = list(dict.fromkeys(cost.method for cost in costs))
    ours = {cost.size: cost.median for cost in costs if cost.method == OURS and not cost.failed}
    head = ("method", "exponent", *(f"of ours at {size:,}" for size in SIZES))
    rows = []
    for method in methods:
        own = [cost for cost in costs if cost.method == method]
        power = exponent(own)
        medians = {cost.size: cost.median for cost in own if not cost.failed}
        ratios = [_times(medians[n], ours[n]) if n in medians and n in ours else "-" for n in SIZES]
        rows.append((_name(method), "-" if power is None else f"{power:.2f}", *ratios))
    return table(head, rows)


def running(it: Running) -> str:
    """The running bot's figures with what they must keep to."""
    return goals(goals_of(it))


def all_of(figures: Figures) -> str:
    """Every table that there are figures for, for a terminal."""
    parts: list[str] = []
    if figures.rows:
        parts += [quality(figures.rows), cost(figures.rows)]
    parts += [f"{name}\n{goals(each)}" for name, each in figures.goals.items()]
    if figures.differing is not None:
        parts.append(f"questions that differ between two processes: {figures.differing}")
    if figures.running:
        parts.append(running(figures.running))
    if figures.costs:
        parts += [sizes(figures.costs), growth(figures.costs)]
    if figures.scores:
        parts.append(intents(figures.scores))
    return "\n\n".join(parts)


def _quality(row: Row) -> Cells:
    it, asked = row.tally, row.tally.answerable
    return (
        _name(row.name),
        _percent(row.first, asked),
        _percent(row.in_three, asked),
        _percent(it.right, asked),
        _percent(it.right_or_shown, asked),
        f"{_percent(it.wrong, asked + it.unclear)} ({it.wrong})",
        f"{_percent(it.false, it.unanswerable)} ({it.false})",
        _percent(row.mistyped.right_or_shown, asked),
        _percent(row.at_equal, asked),
    )


def _goal(goal: Goal) -> Cells:
    wanted = f"≥ {goal.least:g} {goal.unit}" if goal.least is not None else ""
    wanted = f"≤ {goal.most:g} {goal.unit}" if goal.most is not None else wanted
    places = 2 if goal.unit in {"s", "ms"} else 1
    counted = f"{goal.part} of {goal.whole}" if goal.whole else ""
    holds = ("yes" if goal.holds else "**no**") if wanted else ""
    return goal.name, wanted, f"{goal.reached:.{places}f} {goal.unit}", counted, holds


def _cost(cost: Cost) -> Cells:
    if cost.failed:
        return _name(cost.method), f"{cost.size:,}", cost.failed, "", "", "", ""
    return (
        _name(cost.method),
        f"{cost.size:,}",
        f"{cost.median:,.0f}",
        f"{cost.p95:,.0f}",
        f"{cost.build:,.1f}",
        f"{cost.peak:,.0f}",
        "" if cost.load is None else f"{cost.load:.2f}",
    )


def _shares(score: Score) -> list[float]:
    plain = [score.first, score.in_three, score.first_mistyped, score.in_three_mistyped]
    return [100 * each for each in (*plain, *(score.oos or ()))]


def _best(share: float, top: float) -> str:
    return f"**{share:.1f}**" if share == top else f"{share:.1f}"


def _name(name: str) -> str:
    return f"**{name}**" if name == OURS else name


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f}"


def _times(figure: float, ours: float) -> str:
    ratio = figure / ours if ours else 0.0
    return f"x {ratio:.2f}" if ratio < 10 else f"x {ratio:,.0f}"


def _line(cells: Cells, widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return f"| {' | '.join([first, *rest])} |"
