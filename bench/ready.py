"""A fresh process that opens the desk as the bot does, and tells what each stage took.

On standard input: JSON with questions to warm up by, the first of which is the first answer, and
questions that are timed; the settings come from the environment. On standard output: JSON with CPU
seconds of each stage, microseconds of each timed question, and memory in MB.
"""

import json
import sys
from datetime import UTC, datetime
from time import process_time, process_time_ns
from typing import TYPE_CHECKING

from bot.lasting import lasting

if TYPE_CHECKING:
    from bot.helpdesk import HelpDesk  # imported later, for the import is timed


def main() -> None:
    """Import, open the desk, answer the first question; then the others, each timed."""
    given = json.load(sys.stdin)
    first, *others = given["warm"]
    began = process_time()
    with lasting():  # as `python -m bot` does
        from bot.desk import open_desk
    imported = process_time()
    desk = open_desk()
    opened = process_time()
    desk.ask(first, datetime.now(UTC))
    answered = process_time()
    from bench import memory

    for question in others:
        desk.ask(question, datetime.now(UTC))
    micros = [_micros(desk, question) for question in given["asked"]]
    stages = {
        "python": began,
        "imports": imported - began,
        "load": opened - imported,
        "first_answer": answered - opened,
    }
    print(json.dumps({**stages, "micros": micros, "resident": memory.resident()}))


def _micros(desk: "HelpDesk", question: str) -> float:
    now = datetime.now(UTC)
    start = process_time_ns()
    desk.ask(question, now)
    return (process_time_ns() - start) / 1000


if __name__ == "__main__":
    main()
