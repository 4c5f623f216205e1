"""Starts fresh processes on one core's worth of threads, so that each is measured alone."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict

from bench.job import Job, Report

ONE_CORE = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}
"""What makes numeric libraries stay on one core, and Python keep what it compiled, as it does
wherever nobody forbids it."""


class FailedError(Exception):
    """A process ended badly or took too long; the message says which."""


def measure(job: Job, **environment: str) -> Report:
    """Do the job in a fresh process. Raises FailedError if it ends badly or takes too long."""
    raw = call("bench.worker", json.dumps(asdict(job)), job.seconds, environment)
    return Report(**json.loads(raw))


def call(
    module: str, given: str, seconds: float, environment: Mapping[str, str], *arguments: str
) -> str:
    """What a module prints when it is run with `given` on its standard input."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        done: subprocess.CompletedProcess[str] = subprocess.run(  # noqa: S603 - our own modules
            command,
            input=given,
            capture_output=True,
            text=True,
            timeout=seconds,
            env={**os.environ, **ONE_CORE, **environment},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FailedError(f"over {seconds / 60:.0f} minutes") from None
    if done.returncode:
        raise FailedError(_last_line(done.stderr) or f"ended with {done.returncode}")
    return done.stdout


def _last_line(told: str) -> str:
    lines = told.strip().splitlines() or [""]
    return "wants too much memory" if "MemoryError" in lines[-1] else lines[-1]
