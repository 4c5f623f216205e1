"""The page and its figures: what was measured is kept and told, and nothing else."""

from dataclasses import replace
from pathlib import Path

from bench import tables
from bench.cut_offs import Point
from bench.figures import Figures, read, save
from bench.goals import Goal, share
from bench.intents import Score
from bench.job import OURS
from bench.outcomes import Tally
from bench.page import page
from bench.quality import Row
from bench.sizes import Cost
from bench.state import State

TALLY = Tally(answerable=8, right=6, shown=1, wrong=1, unanswerable=4, false=1)
ROW = Row(OURS, 6, 7, TALLY, TALLY, 6, 500.0, 900.0, 4.0, 120.0, 230.0, [Point(0.5, 1.0)])
SLOW = Row("BM25 (bm25s)", 5, 6, TALLY, TALLY, 4, 50.0, 90.0, 1.0, 60.0, 80.0, [Point(0.5, 0.9)])
FIGURES = Figures(
    rows=[ROW, SLOW],
    goals={"development questions": [share("answered wrong", 1, 8, most=2)]},
    differing=0,
    costs=[Cost(OURS, 1_000, median=500.0), Cost(OURS, 10_000, failed="took over 300 s")],
    scores=[
        Score("CLINC150", OURS, 0.8, 0.9, 0.7, 0.8, (0.9, 0.5)),
        Score("CLINC150", "BM25 (bm25s)", 0.7, 0.95, 0.6, 0.7, (0.8, 0.2)),
    ],
    measured={"quality": State({"matching": "1"}, "here")},
    now={"matching": "1"},
)


def test_figures_are_read_as_they_were_saved(tmp_path: Path) -> None:
    """Parts that are measured apart meet in one file."""
    save(FIGURES, tmp_path / "docs" / "quality.json")
    assert read(tmp_path / "docs" / "quality.json") == FIGURES


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    """The first run starts with nothing."""
    assert read(tmp_path / "quality.json") == Figures()


def test_times_stand_as_multiples_of_ours_too() -> None:
    """Another machine is slower or faster; the multiples stay about the same."""
    assert "x 0.10" in tables.cost([ROW, SLOW])


def test_the_best_of_a_column_is_bold_whoever_it_is() -> None:
    """What a peer does better is seen at once."""
    ours, peer = tables.intents(FIGURES.scores).splitlines()[2:]
    assert "**80.0**" in ours
    assert "**95.0**" in peer


def test_a_goal_that_does_not_hold_is_told() -> None:
    """One of eight is more than two percent."""
    assert "**no**" in tables.goals([share("answered wrong", 1, 8, most=2)])
    assert Goal("x", 2.0, most=2).holds


def test_a_size_that_failed_says_why() -> None:
    """No figure is left out silently."""
    assert "took over 300 s" in tables.sizes(FIGURES.costs)


def test_the_page_tells_what_was_measured_and_nothing_else() -> None:
    """Parts without figures leave no heading behind."""
    whole, empty = page(FIGURES), page(Figures())
    assert "## Beside other methods" in whole
    assert "## The running bot" not in whole
    assert "## Beside other methods" not in empty


def test_the_page_says_where_the_public_sets_are() -> None:
    """They are not in the project, and may not be at hand."""
    assert "CLINC150 (Larson et al. 2019" in page(Figures())


def test_a_method_that_failed_says_why_and_leaves_the_others_alone() -> None:
    """One peer that wants too much memory does not cost the run."""
    failed = replace(SLOW, failed="wants too much memory", curve=[])
    whole = page(replace(FIGURES, rows=[ROW, failed]))
    assert "wants too much memory" in whole
    assert "x 1.00" in whole
