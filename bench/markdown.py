"""Tables in Markdown that also read well in a terminal, and how figures are written in them."""

from collections.abc import Iterable, Sequence

from bench.job import OURS

Cells = Sequence[str]


def table(head: Cells, rows: Iterable[Cells]) -> str:
    """A table whose first column is text and whose others are figures."""
    lines = [head, *rows]
    widths = [max(2, *(len(row[place]) for row in lines)) for place in range(len(head))]
    marks = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(row, widths) for row in (head, marks, *lines[1:]))


def method_name(name: str) -> str:
    """Bold for this matcher."""
    return f"**{name}**" if name == OURS else name


def percent(part: int, whole: int) -> str:
    """A share with one place."""
    return f"{100 * part / max(1, whole):.1f}"


def times(figure: float, ours: float) -> str:
    """A figure as a multiple of ours."""
    ratio = figure / ours if ours else 0.0
    return f"x {ratio:.2f}" if ratio < 10 else f"x {ratio:,.0f}"


def _line(cells: Cells, widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return f"| {' | '.join([first, *rest])} |"
