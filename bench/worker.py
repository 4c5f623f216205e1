"""A fresh process that measures one method: a job on standard input, a report on standard output.

Time is the time of this process on its core, of single calls, after other questions have warmed
it up. Nothing but the method is imported here.
"""

import json
import resource
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from time import process_time, process_time_ns
from typing import cast

from bench import memory
from bench.job import OURS, Job, Report, job_of
from bench.method import Lesson, Method, RanksTogether, Scored

MOST_MEMORY = 16 * 2**30
"""Bytes; a method that wants more fails, and not the machine."""


def main() -> None:
    """Do the job and print the report."""
    job = job_of(json.load(sys.stdin))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    print(json.dumps(asdict(run(job))))


def run(job: Job) -> Report:
    """Teach the method, ask the questions, and tell what it took."""
    bare = memory.resident()
    start = process_time()
    method = _learned(job)
    seconds = process_time() - start
    for question in job.warm:
        method.ask(question)
    step = max(1, len(job.questions) // max(1, job.timed))
    micros = [_micros(method, question) for question in job.questions[::step]]
    held = memory.resident()
    size = _keep(method, job.kept) if job.kept and not job.load else 0
    peak = memory.peak()
    ranked, decided = _asked(job, method) if job.rank else ([], [])
    return Report(
        build_seconds=seconds,
        bare=bare,
        resident=held,
        peak=peak,
        micros=micros,
        ranked=[[(each.id, each.score) for each in ranking] for ranking in ranked],
        decided=decided,
        kept_bytes=size,
    )


def _learned(job: Job) -> Method:
    if job.method == OURS:
        from bench.ours import Ours
        from bot.matching import Matcher

        if job.load:
            return Ours(Matcher.from_bytes(Path(job.kept).read_bytes()), job.without)
        return Ours.taught(job.lessons, job.words, job.without)
    from bench.peers import peer

    lessons = [Lesson(each.id, each.phrasings) for each in job.lessons]
    return peer(job.method)([each for each in lessons if each.phrasings])


def _micros(method: Method, question: str) -> float:
    start = process_time_ns()
    method.ask(question)
    return (process_time_ns() - start) / 1000


def _asked(
    job: Job, method: Method
) -> tuple[list[Sequence[Scored]], list[tuple[str, list[str], float]]]:
    """Ask every question once: the rankings, and what this matcher decides."""
    if isinstance(method, RanksTogether):
        return list(method.rank_all(job.questions)), []
    if job.method != OURS:
        return [method.rank(question) for question in job.questions], []
    from bench.ours import Ours, ranking_of

    matches = [cast(Ours, method).ask(question) for question in job.questions]
    decided = [(str(it.decision), list(it.chosen), it.confidence) for it in matches]
    return [ranking_of(match) for match in matches], decided


def _keep(method: Method, kept: str) -> int:
    from bench.ours import Ours

    raw = cast(Ours, method).matcher.to_bytes()
    Path(kept).write_bytes(raw)
    return len(raw)


if __name__ == "__main__":
    main()
