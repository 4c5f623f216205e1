"""The bot behind gunicorn, as the Procfile has it: how soon a worker serves, and what it holds."""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.processes import ONE_CORE, FailedError, call
from bot.sandbox import Slack
from bot.slack.manifest import manifest

START_SECONDS = 60
STARTS = 5
COMMANDS = 200
_POLL = 0.01
_LEARNED = "learned-*.bin"


@dataclass(frozen=True)
class Serving:
    """`ready`: seconds on the clock until the health page says that questions are answered;
    `ready_cpu`: what that took of a core, gunicorn's own process included. `resident`: MB of the
    worker after slash commands; `relearned`: the same after it has learned a changed folder;
    `command`: milliseconds of one over HTTP, on the clock (median).
    """

    ready: float
    ready_cpu: float
    resident: float
    relearned: float
    command: float


@dataclass(frozen=True)
class Server:
    """A running gunicorn with one worker; how long it took to serve."""

    process: int
    port: int
    ready: float
    ready_cpu: float


def serving(place: str, settings: dict[str, str], asked: Sequence[str]) -> Serving | None:
    """Start it some times with a warm cache, then send it slash commands. None where the system
    does not tell what a process holds.
    """
    if not Path("/proc/self/task").exists():
        return None
    with Slack(manifest=manifest("https://bench.example")) as slack:
        environment = settings | {
            "SLACK_BOT_TOKEN": slack.workspace.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{place}/bot.db",
            "LOG_LEVEL": "ERROR",
        }
        call("bot", "", START_SECONDS, environment, "db", "upgrade")
        starts = [_once(environment) for _ in range(STARTS)]
        with _gunicorn(environment) as server:
            slack.deliver_to(f"http://127.0.0.1:{server.port}/slack/events")
            times = [_command(slack, text) for text in asked[:COMMANDS]]
            worker = _child(server.process)
            resident = _resident(worker)
            _learn_anew(Path(settings["KNOWLEDGE_DIR"]), Path(settings["CACHE_DIR"]))
            relearned = _resident(worker)
    return Serving(
        ready=statistics.median(start.ready for start in starts),
        ready_cpu=statistics.median(start.ready_cpu for start in starts),
        resident=resident,
        relearned=relearned,
        command=statistics.median(times),
    )


def _learn_anew(folder: Path, cache: Path) -> None:
    """Add a phrasing, and wait until the worker has learned it and had a second to settle."""
    before = set(cache.rglob(_LEARNED))
    file = min(folder.glob("phrasings/*.yaml"))
    one, two = "\n    - ", "\n    - a way nobody asked before\n    - "
    file.write_text(file.read_text("utf-8").replace(one, two, 1), "utf-8")
    until = time.monotonic() + START_SECONDS
    while set(cache.rglob(_LEARNED)) <= before:
        if time.monotonic() > until:
            raise FailedError("the worker did not learn the changed folder")
        time.sleep(_POLL)
    time.sleep(1)


def _once(environment: dict[str, str]) -> Server:
    with _gunicorn(environment) as server:
        return server


def _command(slack: Slack, text: str) -> float:
    start = time.perf_counter()
    slack.command("/nextgen", text)
    return 1000 * (time.perf_counter() - start)


@contextmanager
def _gunicorn(environment: dict[str, str]) -> Iterator[Server]:
    """One worker with eight threads, once it serves."""
    port = _free_port()
    options = f"--bind 127.0.0.1:{port} --workers 1 --threads 8 --log-level error".split()
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-m", "gunicorn", *options, "bot.app:web()"],
        env=os.environ | ONE_CORE | environment,
    )
    try:
        _await_health(port)
        ready = time.perf_counter() - start
        used = _cpu(process.pid) + _cpu(_child(process.pid))
        yield Server(process.pid, port, ready, used)
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _await_health(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while not _healthy(port):
        if time.monotonic() > until:
            raise FailedError("gunicorn did not start")
        time.sleep(_POLL)


def _healthy(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _child(process: int) -> int:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return int(children[0])


def _cpu(process: int) -> float:
    """Seconds of a core that a process has used."""
    after_name = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _resident(process: int) -> float:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise FailedError("the worker ended")
