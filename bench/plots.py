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
    """How many answers are right, as more questions are answered at once."""
    with mpl.rc_context(_LOOK):
        figure, axes = plt.subplots(figsize=(9.2, 5.2), layout="constrained")
        for row in rows:
            _curve(axes, row)
        _labels(axes, [(row.name, *_end(row)) for row in rows], least=4.2)
        _operating_point(axes, rows[0])
        axes.set(
            xlim=(0, 100),
            ylim=(0, 102),
            xlabel="questions answered at once, the surest first (%)",
            ylabel="of these answers, right (%)",
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
        _labels(axes, ends, least=1.45, log=True)
        axes.axhline(10, color="#666666", linewidth=1, linestyle=(0, (4, 4)))
        axes.annotate("10 ms", (SIZES[0], 10), (2, 3), textcoords="offset points", color="#555555")
        axes.set(xlabel="phrasings", ylabel="a question (ms, median)", title="Cost against size")
        axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        _save(figure, path)


def _curve(axes: Any, row: Row) -> None:
    every = max(1, len(row.curve) // 12)
    _line(
        axes,
        row.name,
        [100 * point.answered for point in row.curve],
        [100 * point.right for point in row.curve],
        every,
    )


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


def _end(row: Row) -> tuple[float, float]:
    last = row.curve[-1]
    return 100 * last.answered, 100 * last.right


def _labels(
    axes: Any, ends: Sequence[tuple[str, float, float]], least: float, *, log: bool = False
) -> None:
    """Names beside the right edge, `least` apart (a factor, if `log`), led to the lines' ends."""
    height = float("inf")
    for name, x, y in sorted(ends, key=lambda end: -end[2]):
        height = min(y, height / least if log else height - least)
        axes.annotate(
            name,
            (x, y),
            (1.03, height),
            xycoords="data",
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
    given = it.right + it.wrong + it.false
    at = (100 * given / asked, 100 * it.right / max(1, given))
    axes.plot(*at, marker="*", markersize=17, color="#000000", zorder=4)
    axes.annotate(
        "as it runs", at, (-12, -24), textcoords="offset points", ha="right", fontweight="bold"
    )


def _save(figure: Any, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
