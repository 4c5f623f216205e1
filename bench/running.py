"""Figures of the running bot: time to ready, a question to the whole desk, learning, memory."""

import json
import os
import shutil
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.desk import Folder
from bench.goals import Goal
from bench.job import OURS, Job, Report
from bench.processes import call, measure
from bench.serving import START_SECONDS, Serving, serving

RUNS = 7
STAGES = {
    "python": "starting Python",
    "imports": "imports",
    "load": "reading the folder and what was learned",
    "first_answer": "the first answer",
}
_WARM = 40
"""Phrasings that are asked before the clock counts."""


@dataclass(frozen=True)
class Running:
    """Seconds and MB. `ready` and `cold` are by the clock on the wall, from the start of the
    program to its end after one answer, with and without what was learned before; `ready_cpu` is
    what the former took of a core.

    `stages` are CPU seconds of a start with a warm cache; `ask_median` and `ask_p95` microseconds
    of the whole desk on one core; `resident` what that process holds then. `serving` is None where
    it cannot be told. `busy`: processes that wanted a core just before, by the system's average.
    """

    cold: float
    ready: float
    ready_cpu: float
    stages: dict[str, float]
    ask_median: float
    ask_p95: float
    resident: float
    learn: float
    learn_peak: float
    load: float
    kept_bytes: int
    serving: Serving | None
    busy: float | None


def running(folder: Folder, path: Path, asked: Sequence[str]) -> Running:
    """Measure all of it with a cache and a database of their own."""
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    ways = [way for lesson in folder.lessons for way in lesson.phrasings]
    warm = ways[:: max(1, len(ways) // _WARM)]
    with TemporaryDirectory() as place:
        settings = {
            "KNOWLEDGE_DIR": shutil.copytree(path, f"{place}/knowledge"),
            "CACHE_DIR": f"{place}/cache",
        }
        cold, _ = _ask_once(warm[0], settings)
        clock, cpu = zip(*(_ask_once(warm[0], settings) for _ in range(RUNS)), strict=True)
        starts = [_opened(settings, warm[:1], ()) for _ in range(RUNS)]
        desk = _opened(settings, warm, asked)
        learned, loaded = _learned_and_loaded(folder, f"{place}/learned", asked)
        served = serving(place, settings, asked)
    return Running(
        cold=cold,
        ready=statistics.median(clock),
        ready_cpu=statistics.median(cpu),
        stages={stage: statistics.median(it[stage] for it in starts) for stage in STAGES},
        ask_median=statistics.median(desk["micros"]),
        ask_p95=statistics.quantiles(desk["micros"], n=20)[-1],
        resident=desk["resident"],
        learn=learned.build_seconds,
        learn_peak=learned.peak,
        load=loaded.build_seconds,
        kept_bytes=learned.kept_bytes,
        serving=served,
        busy=busy,
    )


def goals_of(it: Running) -> list[Goal]:
    """The running bot's figures with what they must keep to."""
    return [
        Goal("a question to the whole desk, one core: median", it.ask_median / 1000, unit="ms"),
        Goal("a question to the whole desk, one core: p95", it.ask_p95 / 1000, most=2, unit="ms"),
        *_of_start(it),
        Goal("start to first answer, nothing kept: on the clock", it.cold, unit="s"),
        Goal("learning the folder, CPU", it.learn, most=5, unit="s"),
        Goal("learning the folder, peak memory", it.learn_peak, most=350, unit="MB"),
        Goal("loading what was learned, CPU", it.load, unit="s"),
        Goal("what was learned, kept on disk", it.kept_bytes / 2**20, unit="MB"),
        Goal("memory of a process that answers in a terminal", it.resident, most=200, unit="MB"),
        *(_of_serving(it.serving) if it.serving else ()),
    ]


def _of_start(it: Running) -> list[Goal]:
    return [
        Goal("start to first answer, warm cache: on the clock", it.ready, most=1, unit="s"),
        Goal("start to first answer, warm cache: CPU", it.ready_cpu, most=1, unit="s"),
        *(
            Goal(f"CPU of stages: {told}", it.stages[stage], unit="s")
            for stage, told in STAGES.items()
        ),
    ]


def _of_serving(it: Serving) -> list[Goal]:
    return [
        Goal("start until a web worker serves: on the clock", it.ready, most=1, unit="s"),
        Goal("start until a web worker serves: CPU", it.ready_cpu, most=1, unit="s"),
        Goal("memory of a web worker", it.resident, most=200, unit="MB"),
        Goal("the same once it learned a changed folder", it.relearned, most=200, unit="MB"),
        Goal("a slash command over HTTP, on the clock: median", it.command, unit="ms"),
    ]


def _opened(settings: dict[str, str], warm: Sequence[str], asked: Sequence[str]) -> Any:
    """What a fresh process tells that opens the desk."""
    given = json.dumps({"warm": list(warm), "asked": list(asked)})
    return json.loads(call("bench.ready", given, START_SECONDS, settings))


def _learned_and_loaded(folder: Folder, kept: str, asked: Sequence[str]) -> tuple[Report, Report]:
    teach = Job(OURS, folder.lessons, folder.words, tuple(asked[:1]), kept=kept, rank=False)
    learned = measure(teach)
    loaded = measure(Job(OURS, (), folder.words, tuple(asked), kept=kept, load=True, rank=False))
    return learned, loaded


def _ask_once(question: str, settings: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock, and of a core."""
    start, used = time.perf_counter(), _cpu_of_children()
    call("bot", "", START_SECONDS, settings, "ask", question)
    return time.perf_counter() - start, _cpu_of_children() - used


def _cpu_of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system
