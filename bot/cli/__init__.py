"""The command line: one file a command, each with `add` (its arguments) and its work."""

import argparse
import sys
from collections.abc import Sequence

from bot.cli import ask, bench, serve
from bot.knowledge import KnowledgeError
from bot.settings import SettingsError

COMMANDS = (ask, bench, serve)


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    made = argparse.ArgumentParser(
        prog="python -m bot", description="A help desk for a court's e-filers."
    )
    commands = made.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status. What went wrong is told on standard error."""
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except SettingsError as error:
        print(f"A setting needs a change before this can start.\n{error}", file=sys.stderr)
    except KnowledgeError as error:
        print(f"The knowledge folder needs a change first.\n{error}", file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
    except OSError as error:
        name = f" {error.filename}" if error.filename else ""
        print(f"A file or folder cannot be used:{name} ({error.strerror}).", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return 1
