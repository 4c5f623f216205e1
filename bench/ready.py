"""A fresh process that opens the desk as the bot does, and tells what each stage took.

On standard input: a question; the settings come from the environment. On standard output: JSON
with seconds since the process began (of its core), and memory in MB.
"""

import json
import sys
from datetime import UTC, datetime
from time import process_time


def main() -> None:
    """Import, open the desk, answer one question."""
    question = sys.stdin.read()
    began = process_time()
    from bot import app

    imported = process_time()
    desk = app.open_desk()
    opened = process_time()
    desk.ask(question, datetime.now(UTC))
    answered = process_time()
    from bench import memory

    print(
        json.dumps(
            {
                "python": began,
                "imports": imported - began,
                "load": opened - imported,
                "first_answer": answered - opened,
                "resident": memory.resident(),
                "peak": memory.peak(),
            }
        )
    )


if __name__ == "__main__":
    main()
