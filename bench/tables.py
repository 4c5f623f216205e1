"""The tables of a run."""

from collections.abc import Sequence

from bench.figures import Figures
from bench.goals import Goal
from bench.intents import Score
from bench.job import OURS
from bench.markdown import Cells, method_name, percent, table, times
from bench.quality import Row
from bench.running import Running, goals_of
from bench.sizes import SIZES, Cost, exponent
from bench.state import PRINTS


def quality(rows: Sequence[Row]) -> str:
    """Right, shown, wrong and false answers of every method, and what they cost."""
    head = (
        "method",
        "right at once",
        "right or shown",
        "wrong",
        "false",
        "µs a question",
        "memory MB",
        "learning s",
    )
    return table(head, (_quality(row) for row in rows))


def rankings(rows: Sequence[Row]) -> str:
    """How well every method ranks, how it bears typing errors, and what caution costs it."""
    head = ("method", "first", "in three", "right or shown", "with typos", "as few bad")
    return table(head, (_ranking(row) for row in rows if not row.failed))


def cost(rows: Sequence[Row]) -> str:
    """Time and memory of every method, and as multiples of this matcher's."""
    ours = next(row for row in rows if row.name == OURS)
    head = (
        "method",
        "µs median",
        "µs p95",
        "of ours",
        "learning s",
        "of ours",
        "memory MB",
        "of ours",
        "peak MB",
    )
    return table(
        head,
        (
            (
                method_name(row.name),
                f"{row.median:,.0f}",
                f"{row.p95:,.0f}",
                times(row.median, ours.median),
                f"{row.build:.1f}",
                times(row.build, ours.build),
                f"{row.resident:,.0f}",
                times(row.resident, ours.resident),
                f"{row.peak:,.0f}",
            )
            for row in rows
            if not row.failed
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
    for score in (score for score in scores if score.method == scores[0].method):
        head += [f"{score.set} @1", "@3", "typos @1", "@3"]
        head += ["oos AUROC", "oos told"] if score.oos else []
    best = [max(column) for column in zip(*rows.values(), strict=True)]
    return table(
        head,
        (
            [method_name(method), *(_best(*pair) for pair in zip(row, best, strict=True))]
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
        ratios = [times(medians[n], ours[n]) if n in medians and n in ours else "-" for n in SIZES]
        rows.append((method_name(method), "-" if power is None else f"{power:.2f}", *ratios))
    return table(head, rows)


def running(it: Running) -> str:
    """The running bot's figures with what they must keep to."""
    return goals(goals_of(it))


def states(figures: Figures) -> str:
    """What each part was measured on, and whether it still is so."""
    names = list(PRINTS)
    head = ("part", *names, "up to date")
    old = figures.out_of_date
    return table(
        head,
        (
            (
                part,
                *(state.prints.get(name, "") for name in names),
                "**no**" if part in old else "yes",
            )
            for part, state in figures.measured.items()
        ),
    )


def all_of(figures: Figures) -> str:
    """Every table that there are figures for, for a terminal."""
    parts: list[str] = []
    if figures.rows:
        parts += [quality(figures.rows), rankings(figures.rows), cost(figures.rows)]
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
    if row.failed:
        return method_name(row.name), row.failed, *[""] * 6
    return (
        method_name(row.name),
        percent(it.right, asked),
        percent(it.right_or_shown, asked),
        f"{percent(it.wrong, asked + it.unclear)} ({it.wrong})",
        f"{percent(it.false, it.unanswerable)} ({it.false})",
        f"{row.median:,.0f}",
        f"{row.resident:,.0f}",
        f"{row.build:.1f}",
    )


def _ranking(row: Row) -> Cells:
    asked = row.tally.answerable
    counts = (
        row.first,
        row.in_three,
        row.tally.right_or_shown,
        row.mistyped.right_or_shown,
        row.at_equal,
    )
    return method_name(row.name), *(percent(count, asked) for count in counts)


def _goal(goal: Goal) -> Cells:
    wanted = f"≥ {goal.least:g} {goal.unit}" if goal.least is not None else ""
    wanted = f"≤ {goal.most:g} {goal.unit}" if goal.most is not None else wanted
    places = 2 if goal.unit in {"s", "ms"} else 1
    counted = f"{goal.part} of {goal.whole}" if goal.whole else ""
    holds = ("yes" if goal.holds else "**no**") if wanted else ""
    return goal.name, wanted, f"{goal.reached:.{places}f} {goal.unit}", counted, holds


def _cost(cost: Cost) -> Cells:
    if cost.failed:
        return method_name(cost.method), f"{cost.size:,}", cost.failed, "", "", "", ""
    return (
        method_name(cost.method),
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
