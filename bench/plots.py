"""The two pictures of the page, as SVG: quality against coverage, and cost against size.

Colours are of Okabe and Ito's palette, which colour-blind people can tell apart; lines differ in
their marks too and are labelled at their ends, so that nothing hangs on colour alone. Each picture
is drawn for light and for dark pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Look:
    """Colours of a picture for one kind of page; `ending` goes into the name of its file."""

    ending: str
    paper: str
    ink: str
    quiet: str
    grid: str
    colours: Mapping[str, str]

    def file(self, path: Path) -> Path:
        """The file for this look."""
        return path.with_stem(path.stem + self.ending)

    @property
    def settings(self) -> dict[Any, Any]:
        """What the drawing library calls it."""
        inked = ("text.color", "axes.labelcolor", "xtick.color", "ytick.color", "axes.edgecolor")
        papered = ("figure.facecolor", "axes.facecolor", "savefig.facecolor")
        return {
            **_LOOK,
            **dict.fromkeys(inked, self.ink),
            **dict.fromkeys(papered, self.paper),
            "grid.color": self.grid,
        }


MARKS = {
    OURS: "o",
    "TF-IDF + linear SVM": "s",
    "TF-IDF + logistic regression": "D",
    "BM25 (bm25s)": "^",
    "QnABot's content words": "v",
    "rapidfuzz token_set_ratio": "P",
    "rapidfuzz WRatio": "X",
    "Casey's substrings": "<",
    "Onyx's keyword rule": ">",
}


def _colours(*inks: str) -> dict[str, str]:
    return dict(zip(MARKS, inks, strict=True))


# In the order of MARKS.
_ON_LIGHT = "#000000 #0072B2 #3A9BD9 #00805E #C04F00 #B0568A #882255 #767676 #A87400"
_ON_DARK = "#FFFFFF #4DA6FF #8CCBF2 #2BC79A #FF8A3D #E59ACB #D76A9D #A8A8A8 #F0B429"
LIGHT = Look("", "#ffffff", "#1f2328", "#59636e", "#e4e7ea", _colours(*_ON_LIGHT.split()))
DARK = Look("-dark", "#0d1117", "#e6edf3", "#9198a1", "#262c34", _colours(*_ON_DARK.split()))
LOOKS = (LIGHT, DARK)

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
    "axes.axisbelow": True,
    "legend.frameon": False,
}


def quality_against_coverage(rows: Sequence[Row], look: Look, path: Path) -> None:
    """How many answers are not right, as more questions are answered at once."""
    drawn = [row for row in rows if row.curve]
    with mpl.rc_context(look.settings):
        figure, axes = plt.subplots(figsize=(9.2, 5.6), layout="constrained")
        axes.set(yscale="log", xlim=(0, 100), ylim=(100, LEAST_BAD))
        for row in drawn:
            _curve(axes, look, row)
        ends = [(row.name, 100 * row.curve[-1].answered, _bad(row.curve[-1])) for row in drawn]
        _labels(axes, look, ends, least=1.27)
        _operating_point(axes, look, rows[0])
        axes.set_yticks(_SHARES, [f"{share:g}" for share in _SHARES])
        axes.minorticks_off()
        axes.set(
            xlabel="questions answered at once, the surest first (%)",
            ylabel="of these answers, not right (%): higher up is better",
            title="Quality against coverage",
        )
        _save(figure, path)


def cost_against_size(costs: Sequence[Cost], look: Look, path: Path) -> None:
    """What one question costs, as the desk grows."""
    with mpl.rc_context(look.settings):
        figure, axes = plt.subplots(figsize=(9.2, 5.2), layout="constrained")
        axes.set(xscale="log", yscale="log")
        ends = []
        for method in dict.fromkeys(cost.method for cost in costs):
            own = [cost for cost in costs if cost.method == method and not cost.failed]
            if own:
                medians = [cost.median / 1000 for cost in own]
                _line(axes, look, method, [cost.size for cost in own], medians)
                ends.append((method, float(own[-1].size), medians[-1]))
        _labels(axes, look, ends, least=1.6)
        axes.axhline(10, color=look.quiet, linewidth=1, linestyle=(0, (4, 4)))
        axes.annotate("10 ms", (SIZES[0], 10), (2, 3), textcoords="offset points", color=look.quiet)
        axes.set(xlabel="phrasings", ylabel="a question (ms, median)", title="Cost against size")
        axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        _save(figure, path)


def _curve(axes: Any, look: Look, row: Row) -> None:
    """From where enough is answered for a share to mean something."""
    points = [point for point in row.curve if point.answered >= FEWEST] or row.curve[-1:]
    xs = [100 * point.answered for point in points]
    ys = [_bad(point) for point in points]
    _line(axes, look, row.name, xs, ys, max(1, len(points) // 10))


def _bad(point: Point) -> float:
    return max(LEAST_BAD, 100 * (1 - point.right))


def _line(
    axes: Any, look: Look, name: str, xs: Sequence[float], ys: Sequence[float], every: int = 1
) -> None:
    axes.plot(
        xs,
        ys,
        color=look.colours[name],
        marker=MARKS[name],
        markevery=every,
        markersize=6 if name == OURS else 4.5,
        linewidth=2.8 if name == OURS else 1.5,
        zorder=3 if name == OURS else 2,
    )


def _labels(axes: Any, look: Look, ends: Sequence[tuple[str, float, float]], least: float) -> None:
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
            color=look.colours[name],
            fontweight="bold" if name == OURS else "normal",
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": look.quiet, "linewidth": 0.6, "alpha": 0.5},
        )


def _operating_point(axes: Any, look: Look, ours: Row) -> None:
    """Where this matcher really stands: it answers only what its own rules let it answer."""
    it = ours.tally
    asked = it.answerable + it.unanswerable + it.unclear
    bad = it.wrong + it.false
    given = it.right + bad
    at = (100 * given / asked, max(LEAST_BAD, 100 * bad / max(1, given)))
    axes.plot(*at, marker="*", markersize=18, color=look.colours[OURS], zorder=4)
    axes.annotate(
        "this matcher\nas it runs",
        at,
        (12, 12),
        textcoords="offset points",
        fontweight="bold",
        va="bottom",
    )


def _save(figure: Any, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
