"""All figures as plain data, kept in a file so that parts can be measured apart."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.cut_offs import Point
from bench.goals import Goal
from bench.intents import Score
from bench.outcomes import Tally
from bench.quality import Row
from bench.running import Running
from bench.serving import Serving
from bench.sizes import Cost
from bench.state import State, out_of_date


@dataclass
class Figures:
    """What was measured. `measured` tells, for each part, on what; `now` how that is at present."""

    rows: list[Row] = field(default_factory=list)
    goals: dict[str, list[Goal]] = field(default_factory=dict)
    differing: int | None = None
    running: Running | None = None
    costs: list[Cost] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    measured: dict[str, State] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)

    @property
    def out_of_date(self) -> dict[str, list[str]]:
        """For each part that was measured before a change of what it depends on: what changed."""
        return out_of_date(self.measured, self.now)


HOLDS = {
    "running": "running",
    "goals": "goals",
    "same": "differing",
    "quality": "rows",
    "sizes": "costs",
    "intents": "scores",
}
"""The field that holds the figures of each part, in the order in which they are measured: first
what other work on the machine would disturb most."""


def merge(path: Path, part: str, found: Figures) -> Figures:
    """Put one part into the file and leave all others there as they are; return the whole."""
    whole = read(path)
    setattr(whole, HOLDS[part], getattr(found, HOLDS[part]))
    own = {name: state for name, state in found.measured.items() if name.split(":")[0] == part}
    whole.measured = {**whole.measured, **own}
    whole.now = found.now
    save(whole, path)
    return whole


def save(figures: Figures, path: Path) -> None:
    """Write the file, whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    written = path.with_suffix(".new")
    written.write_text(json.dumps(_rounded(asdict(figures)), indent=1) + "\n", "utf-8")
    written.replace(path)


def read(path: Path) -> Figures:
    """What `save` wrote; nothing measured if there is no file."""
    if not path.exists():
        return Figures()
    data = json.loads(path.read_text("utf-8"))
    return Figures(
        rows=[_row(each) for each in data["rows"]],
        goals={name: [Goal(**each) for each in goals] for name, goals in data["goals"].items()},
        differing=data["differing"],
        running=_running(data["running"]) if data["running"] else None,
        costs=[Cost(**each) for each in data["costs"]],
        scores=[_score(each) for each in data["scores"]],
        measured={name: State(**each) for name, each in data["measured"].items()},
        now=data["now"],
    )


def _rounded(value: Any) -> Any:
    """Five digits are more than any figure is worth."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(each) for each in value]
    return float(f"{value:.5g}") if isinstance(value, float) else value


def _row(data: dict[str, Any]) -> Row:
    tallies = {name: Tally(**data[name]) for name in ("tally", "mistyped")}
    return Row(**{**data, **tallies, "curve": [Point(**each) for each in data["curve"]]})


def _score(data: dict[str, Any]) -> Score:
    return Score(**{**data, "oos": tuple(data["oos"]) if data["oos"] else None})


def _running(data: dict[str, Any]) -> Running:
    serving = Serving(**data["serving"]) if data["serving"] else None
    return Running(**{**data, "serving": serving})
