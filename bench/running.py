"""Figures of the running bot: time to ready, learning, and a worker behind gunicorn."""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.desk import Folder
from bench.goals import Goal
from bench.job import OURS, Job, Report
from bench.processes import ONE_CORE, FailedError, call, measure
from bot.sandbox import Slack
from bot.slack.manifest import manifest

RUNS = 5
COMMANDS = 200
START_SECONDS = 60
STAGES = {
    "python": "starting Python",
    "imports": "imports",
    "load": "reading the folder and what was learned",
    "first_answer": "the first answer",
}


@dataclass(frozen=True)
class Running:
    """Seconds and MB. `ready` is by the clock on the wall, from start to the first answer.

    `stages` are CPU seconds of a start with a warm cache; `ask_median` and `ask_p95` microseconds
    of the whole desk. `worker`, and `command_median` (milliseconds, over HTTP, by the clock on the
    wall), are None where they cannot be told.
    """

    cold: float
    ready: float
    stages: dict[str, float]
    ask_median: float
    ask_p95: float
    learn: float
    learn_peak: float
    loaded: float
    load: float
    kept_bytes: int
    worker: float | None
    command_median: float | None


def running(folder: Folder, path: Path, asked: Sequence[str]) -> Running:
    """Measure all of it with a cache and a database of their own."""
    first = folder.lessons[0].phrasings[0]
    with TemporaryDirectory() as place:
        settings = {"KNOWLEDGE_DIR": str(path.resolve()), "CACHE_DIR": f"{place}/cache"}
        cold = _ask_once(first, settings)
        ready = statistics.median(_ask_once(first, settings) for _ in range(RUNS))
        stages = json.loads(
            call("bench.ready", json.dumps([first, *asked]), START_SECONDS, settings)
        )
        micros = stages.pop("micros")
        learned, loaded = _learned_and_loaded(folder, f"{place}/learned", asked)
        worker, command = _worker(place, settings, asked)
    return Running(
        cold=cold,
        ready=ready,
        stages=stages,
        ask_median=statistics.median(micros),
        ask_p95=statistics.quantiles(micros, n=20)[-1],
        learn=learned.build_seconds,
        learn_peak=learned.peak,
        loaded=loaded.resident,
        load=loaded.build_seconds,
        kept_bytes=learned.kept_bytes,
        worker=worker,
        command_median=command,
    )


def goals_of(it: Running) -> list[Goal]:
    """The running bot's figures with what they must keep to."""
    found = [
        Goal("a question, whole desk, one core: median", it.ask_median / 1000, unit="ms"),
        Goal("a question, whole desk, one core: p95", it.ask_p95 / 1000, most=2, unit="ms"),
        Goal("start to first answer, kept matcher, on the clock", it.ready, most=1, unit="s"),
        *(
            Goal(f"of which CPU: {told}", it.stages[stage], unit="s")
            for stage, told in STAGES.items()
        ),
        Goal("learning, CPU", it.learn, most=5, unit="s"),
        Goal("learning, peak memory", it.learn_peak, most=350, unit="MB"),
        Goal("loading what was learned, CPU", it.load, unit="s"),
        Goal("what was learned, kept on disk", it.kept_bytes / 2**20, unit="MB"),
        Goal("start to first answer without a kept matcher", it.cold, unit="s"),
    ]
    if it.worker is not None and it.command_median is not None:
        found.append(Goal("memory of a gunicorn worker", it.worker, most=200, unit="MB"))
        found.append(Goal("a slash command over HTTP: median", it.command_median, unit="ms"))
    return found


def _learned_and_loaded(folder: Folder, kept: str, asked: Sequence[str]) -> tuple[Report, Report]:
    learned = measure(Job(OURS, folder.lessons, folder.words, tuple(asked[:1]), kept=kept))
    loaded = measure(Job(OURS, (), folder.words, tuple(asked), kept=kept, load=True))
    return learned, loaded


def _ask_once(question: str, settings: dict[str, str]) -> float:
    start = time.perf_counter()
    call("bot", "", START_SECONDS, settings, "ask", question)
    return time.perf_counter() - start


def _worker(
    place: str, settings: dict[str, str], asked: Sequence[str]
) -> tuple[float | None, float | None]:
    """Memory of a gunicorn worker after slash commands, and the median of one in milliseconds."""
    if not Path("/proc/self/task").exists():
        return None, None
    with Slack(manifest=manifest("https://bench.example")) as slack:
        environment = settings | {
            "SLACK_BOT_TOKEN": slack.workspace.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{place}/bot.db",
            "LOG_LEVEL": "ERROR",
        }
        call("bot", "", START_SECONDS, environment, "db", "upgrade")
        with _gunicorn(environment) as (master, url):
            slack.deliver_to(f"{url}/slack/events")
            times = [_command(slack, text) for text in asked[:COMMANDS]]
            return _resident(_child(master)), statistics.median(times)


def _command(slack: Slack, text: str) -> float:
    start = time.perf_counter()
    slack.command("/nextgen", text)
    return 1000 * (time.perf_counter() - start)


@contextmanager
def _gunicorn(environment: dict[str, str]) -> Iterator[tuple[int, str]]:
    """One worker with eight threads, as the Procfile has it; yields its process and address."""
    port = _free_port()
    options = f"--bind 127.0.0.1:{port} --workers 1 --threads 8 --log-level error".split()
    server = subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-m", "gunicorn", *options, "bot.app:web()"],
        env=os.environ | ONE_CORE | environment,
    )
    try:
        _await_port(port)
        yield server.pid, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(START_SECONDS)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _await_port(port: int) -> None:
    for _ in range(10 * START_SECONDS):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise FailedError("gunicorn did not start")


def _child(process: int) -> int:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(children[0])


def _resident(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise FailedError("the worker ended")
