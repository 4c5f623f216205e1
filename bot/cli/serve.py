"""Running it: `sandbox`, `socket`, `db upgrade`, `manifest`.

Each imports what it runs when it is run: whoever asks a question in a terminal waits neither for
Slack's kit nor for the database's.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from bot.settings import read_settings

_SANDBOX_PORT = 3100
_LAST_PORT = 65535


def add(commands: Any) -> None:
    """Add the commands and their arguments."""
    socket = commands.add_parser("socket", help="serve Slack over Socket Mode")
    socket.set_defaults(run=run_socket)
    sandbox = commands.add_parser("sandbox", help="try it in the browser, without Slack")
    sandbox.add_argument("--port", type=_port, default=_SANDBOX_PORT, help="0 for any free one")
    sandbox.add_argument("--knowledge", type=Path, metavar="DIR", help="another folder")
    sandbox.set_defaults(run=run_sandbox)
    database = commands.add_parser("db", help="prepare the database")
    database.add_argument("action", choices=["upgrade"])
    database.set_defaults(run=run_upgrade)
    made = commands.add_parser("manifest", help="print what creates the Slack app")
    kind = made.add_mutually_exclusive_group()
    kind.add_argument("--socket", action="store_true", help="for Socket Mode (also without a flag)")
    kind.add_argument("--http", metavar="URL", type=_address, help="for HTTP at your address")
    made.set_defaults(run=run_manifest)


def run_socket(_: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from bot import app

    return app.run_socket()


def run_sandbox(chosen: argparse.Namespace) -> int:
    """Serve the page until told to stop."""
    from bot import playground

    return playground.run(chosen.port, chosen.knowledge)


def run_upgrade(_: argparse.Namespace) -> int:
    """Bring the database to the form that this version needs."""
    from bot import app

    app.upgrade_database()
    print("The database is ready.")
    return 0


def run_manifest(chosen: argparse.Namespace) -> int:
    """Print the manifest."""
    from bot import app
    from bot.slack.manifest import manifest

    guided = app.is_guided(read_settings().knowledge_dir)
    print(json.dumps(manifest(chosen.http, guided=guided), indent=2))
    return 0


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; write a number up to {_LAST_PORT}")
    return int(text)


def _address(text: str) -> str:
    if not text.startswith("https://"):
        raise argparse.ArgumentTypeError("write an address such as https://help.example.gov")
    return text
