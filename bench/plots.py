"""The two pictures of the page, as SVG: quality against coverage, and cost against size.

Colours are of Okabe and Ito's palette, which colour-blind people can tell apart; lines differ in
their marks too and are labelled at their ends, so that nothing hangs on colour alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")

import matplotlib.pyplot as plt
from matplotlib.ticker import FuncFormatter

from bench.cut_offs import Point
from bench.job import OURS
from bench.quality import Row
from bench.sizes import SIZES, Cost

STYLES = {
    OURS: ("#000000", "o"),
    "TF-IDF + linear SVM": ("#0072B2", "s"),
    "TF-IDF + logistic regression": ("#56B4E9", "D"),
    "BM25 (bm25s)": ("#009E73", "^"),
    "QnABot's content words": ("#D55E00", "v"),
    "rapidfuzz token_set_ratio": ("#CC79A7", "P"),
    "rapidfuzz WRatio": ("#882255", "X"),
    "Casey's substrings": ("#999999", "<"),
    "Onyx's keyword rule": ("#E69F00", ">"),
}
LEAST_BAD = 0.25
"""Percent; where fewer answers are bad, a line runs along the edge."""

FEWEST = 0.05
"""The share of questions from which on a line is drawn."""

_SHARES = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100)
_LOOK: dict[Any, Any] = {
    "svg.hashsalt": "quality",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e4e4e4",
    "axes.axisbelow": True,
    "figure.facecolor": "white",
    "legend.frameon": False,
}


def quality_against_coverage(rows: Sequence[Row], path: Path) -> None:
    """How many answers are not right, as more questions are answered at once."""
    with mpl.rc_context(_LOOK):
        figure, axes = plt.subplots(figsize=(9.2, 5.6), layout="constrained")
        axes.set(yscale="log", xlim=(0, 100), ylim=(100, LEAST_BAD))
        for row in rows:
            _curve(axes, row)
        ends = [(row.name, 100 * row.curve[-1].answered, _bad(row.curve[-1])) for row in rows]
        _labels(axes, ends, least=1.27)
        _operating_point(axes, rows[0])
        axes.set_yticks(_SHARES, [f"{share:g}" for share in _SHARES])
        axes.minorticks_off()
        axes.set(
            xlabel="questions answered at once, the surest first (%)",
            ylabel="of these answers, not right (%): higher up is better",
            title="Quality against coverage",
        )
        _save(figure, path)


def cost_against_size(costs: Sequence[Cost], path: Path) -> None:
    """What one question costs, as the desk grows."""
    with mpl.rc_context(_LOOK):
        figure, axes = plt.subplots(figsize=(9.2, 5.2), layout="constrained")
        axes.set(xscale="log", yscale="log")
        ends = []
        for method in dict.fromkeys(cost.method for cost in costs):
            own = [cost for cost in costs if cost.method == method and not cost.failed]
            if own:
                _line(axes, method, [it.size for it in own], [it.median / 1000 for it in own])
                ends.append((method, float(own[-1].size), own[-1].median / 1000))
        _labels(axes, ends, least=1.45)
        axes.axhline(10, color="#666666", linewidth=1, linestyle=(0, (4, 4)))
        axes.annotate("10 ms", (SIZES[0], 10), (2, 3), textcoords="offset points", color="#555555")
        axes.set(xlabel="phrasings", ylabel="a question (ms, median)", title="Cost against size")
        axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        _save(figure, path)


def _curve(axes: Any, row: Row) -> None:
    """From where enough is answered for a share to mean something."""
    points = [point for point in row.curve if point.answered >= FEWEST] or row.curve[-1:]
    xs = [100 * point.answered for point in points]
    _line(axes, row.name, xs, [_bad(point) for point in points], max(1, len(points) // 10))


def _bad(point: Point) -> float:
    return max(LEAST_BAD, 100 * (1 - point.right))


def _line(axes: Any, name: str, xs: Sequence[float], ys: Sequence[float], every: int = 1) -> None:
    colour, mark = STYLES[name]
    axes.plot(
        xs,
        ys,
        color=colour,
        marker=mark,
        markevery=every,
        markersize=6 if name == OURS else 4.5,
        linewidth=2.8 if name == OURS else 1.5,
        zorder=3 if name == OURS else 2,
    )


def _labels(axes: Any, ends: Sequence[tuple[str, float, float]], least: float) -> None:
    """Names beside the right edge, from top to bottom `least` (a factor) apart, led to the ends."""
    upward = bool(axes.get_ylim()[1] > axes.get_ylim()[0])
    height: float | None = None
    for name, x, y in sorted(ends, key=lambda end: end[2], reverse=upward):
        if height is None:
            height = y
        else:
            height = min(y, height / least) if upward else max(y, height * least)
        axes.annotate(
            name,
            (x, y),
            (1.03, height),
            textcoords=("axes fraction", "data"),
            va="center",
            color=STYLES[name][0],
            fontweight="bold" if name == OURS else "normal",
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": "#cccccc", "linewidth": 0.8},
        )


def _operating_point(axes: Any, ours: Row) -> None:
    """Where this matcher really stands: it answers only what its own rules let it answer."""
    it = ours.tally
    asked = it.answerable + it.unanswerable + it.unclear
    bad = it.wrong + it.false
    given = it.right + bad
    at = (100 * given / asked, max(LEAST_BAD, 100 * bad / max(1, given)))
    axes.plot(*at, marker="*", markersize=18, color=STYLES[OURS][0], zorder=4)
    axes.annotate(
        "this matcher\nas it runs",
        at,
        (12, 12),
        textcoords="offset points",
        fontweight="bold",
        va="bottom",
    )


def _save(figure: Any, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
