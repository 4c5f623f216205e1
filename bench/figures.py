"""All figures of a run as plain data, kept in a file so that parts can be measured apart."""

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
from bench.sizes import Cost


@dataclass
class Figures:
    """What was measured. `about` tells, for each part, on what and with what."""

    rows: list[Row] = field(default_factory=list)
    goals: dict[str, list[Goal]] = field(default_factory=dict)
    differing: int | None = None
    running: Running | None = None
    costs: list[Cost] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)


def save(figures: Figures, path: Path) -> None:
    """Write the file."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(_rounded(asdict(figures)), indent=1) + "\n", "utf-8")


def read(path: Path) -> Figures:
    """What `save` wrote; nothing measured if there is no file."""
    if not path.exists():
        return Figures()
    data = json.loads(path.read_text("utf-8"))
    return Figures(
        rows=[_row(each) for each in data["rows"]],
        goals={name: [Goal(**each) for each in goals] for name, goals in data["goals"].items()},
        differing=data["differing"],
        running=Running(**data["running"]) if data["running"] else None,
        costs=[Cost(**each) for each in data["costs"]],
        scores=[_score(each) for each in data["scores"]],
        about=data["about"],
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
