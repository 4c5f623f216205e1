"""Parts are measured apart: none loses another's figures, and those out of date are told."""

from datetime import date
from pathlib import Path

import pytest

from bench.__main__ import DOCS, KEPT, main
from bench.figures import HOLDS, Figures, merge, read, save
from bench.goals import share
from bench.intents import Score
from bench.job import OURS
from bench.page import COVERAGE, GROWTH, PAGE, page
from bench.questions import EVERY_LIST
from bench.sizes import Cost
from bench.state import NEEDS, PRINTS, State, out_of_date, print_of_code
from bot.knowledge.new_court import new_court

NOW = dict.fromkeys(PRINTS, "0000")
GOALS = {"development questions": [share("answered wrong", 1, 8, most=2)]}
COSTS = [Cost(OURS, 1_000, median=500.0)]
SCORES = [Score("CLINC150", OURS, 0.8, 0.9, 0.7, 0.8, (0.9, 0.5))]


def measured(part: str, **prints: str) -> dict[str, State]:
    """A part's note, in short."""
    return {part: State(prints, "here")}


def test_a_part_that_is_measured_leaves_all_others_as_they_are(tmp_path: Path) -> None:
    """Both runs read the file before either wrote it; both find their figures in it."""
    kept = tmp_path / "quality.json"
    save(Figures(goals=GOALS, measured=measured("goals", matching="1")), kept)
    one, other = read(kept), read(kept)
    one.costs, one.measured = COSTS, one.measured | measured("sizes", matching="2")
    other.scores, other.measured = SCORES, other.measured | measured("intents", matching="3")
    merge(kept, "sizes", one)
    merge(kept, "intents", other)
    whole = read(kept)
    assert (whole.goals, whole.costs, whole.scores) == (GOALS, COSTS, SCORES)
    assert {part: it.prints["matching"] for part, it in whole.measured.items()} == {
        "goals": "1",
        "sizes": "2",
        "intents": "3",
    }


def test_a_part_measured_again_replaces_its_own_figures(tmp_path: Path) -> None:
    """The newest are the ones that count, and its peers' note goes with them."""
    kept = tmp_path / "quality.json"
    save(Figures(costs=COSTS, measured=measured("sizes: peers", folder="1")), kept)
    again = [Cost(OURS, 1_000, median=400.0)]
    merge(kept, "sizes", Figures(costs=again, measured=measured("sizes: peers", folder="2")))
    assert read(kept).costs == again
    assert read(kept).measured["sizes: peers"].prints == {"folder": "2"}


def test_figures_are_out_of_date_once_something_they_need_has_changed() -> None:
    """Only what a part depends on counts: the public sets do not learn the folder."""
    states = {**measured("goals", matching="1", folder="1"), **measured("intents", matching="1")}
    assert out_of_date(states, {"matching": "1", "folder": "1"}) == {}
    assert out_of_date(states, {"matching": "1", "folder": "2"}) == {"goals": ["folder"]}
    assert set(out_of_date(states, {"matching": "2", "folder": "1"})) == {"goals", "intents"}


def test_the_page_says_what_is_out_of_date() -> None:
    """A reader need not compare hashes."""
    old = Figures(costs=COSTS, measured=measured("sizes", matching="older"), now=NOW)
    new = Figures(costs=COSTS, measured=measured("sizes", matching="0000"), now=NOW)
    assert "measured before a change of matching" in page(old)
    assert "Out of date" not in page(new)


def test_every_part_has_its_needs_and_its_figures() -> None:
    """A part without either could never be told out of date, or would not be kept."""
    assert {part.split(":")[0] for part in NEEDS} == set(HOLDS)
    assert {name for needs in NEEDS.values() for name in needs} == set(PRINTS)
    assert set(HOLDS.values()) <= set(vars(Figures()))


def test_a_print_of_code_is_of_its_content(tmp_path: Path) -> None:
    """Names and content count; how a machine ends its lines does not."""
    (tmp_path / "bot").mkdir()
    code = tmp_path / "bot" / "one.py"
    code.write_bytes(b"x = 1\ny = 2\n")
    first = print_of_code(tmp_path, ["bot"])
    code.write_bytes(b"x = 1\r\ny = 2\r\n")
    assert print_of_code(tmp_path, ["bot"]) == first
    code.write_bytes(b"x = 1\ny = 3\n")
    assert print_of_code(tmp_path, ["bot"]) != first
    code.write_bytes(b"x = 1\ny = 2\n")
    code.rename(tmp_path / "bot" / "two.py")
    assert print_of_code(tmp_path, ["bot"]) != first


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    """A run over a small folder, with a place of its own for its figures."""
    folder = tmp_path / "knowledge"
    for name, text in new_court(date(2026, 1, 1)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return ["--knowledge", str(folder), "--docs", str(tmp_path / "docs")]


def test_a_run_keeps_its_figures_and_writes_the_page(small: list[str], tmp_path: Path) -> None:
    """One part of a small folder, from the command line to the page."""
    assert main([*small, "--only", "goals"]) == 0
    found = read(tmp_path / "docs" / KEPT)
    assert set(found.measured) == {"goals"}
    assert set(found.goals) == set(EVERY_LIST)
    assert "## What must hold" in (tmp_path / "docs" / PAGE).read_text("utf-8")


def test_a_check_tells_what_is_out_of_date(
    small: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It measures nothing, and fails so that a script sees it."""
    kept = tmp_path / "docs" / KEPT
    save(Figures(costs=COSTS, measured=measured("sizes", matching="older")), kept)
    assert main([*small, "--check"]) == 1
    assert "OUT OF DATE: sizes" in capsys.readouterr().err
    save(Figures(), kept)
    assert main([*small, "--check"]) == 0


def test_the_page_is_what_its_figures_give() -> None:
    """Nobody writes figures by hand."""
    assert (DOCS / PAGE).read_text("utf-8") == page(read(DOCS / KEPT))


@pytest.mark.parametrize("path", [COVERAGE, GROWTH])
def test_the_readme_shows_both_pictures(path: Path) -> None:
    """On light pages and on dark ones."""
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    for file in (path, path.with_stem(f"{path.stem}-dark")):
        assert (DOCS / file).is_file()
        assert f"docs/{file.as_posix()}" in readme
