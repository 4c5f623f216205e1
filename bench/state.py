"""What a part was measured on, as short hashes, so that figures which are out of date are seen.

Hashes are of content alone: no date, commit, or place. A part needs only what can change its
figures, so a new phrasing does not put the public sets out of date.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.desk import Folder
from bench.questions import EVERY_LIST

ROOT = Path(__file__).parent.parent
SOURCES = {
    "matching": ("bot/matching",),
    "desk": ("bot/guard", "bot/helpdesk"),
    "bot": ("bot",),
    "peers": ("bench/peers",),
}
PRINTS = {
    "matching": "code of `bot/matching/`",
    "desk": "code of `bot/guard/` and `bot/helpdesk/`",
    "bot": "all code of `bot/`",
    "peers": "code of `bench/peers/`",
    "folder": "what the knowledge folder teaches, and the questions",
}
PEERS_OF = "{}: peers"
NEEDS: Mapping[str, tuple[str, ...]] = {
    "goals": ("folder", "matching", "desk"),
    "same": ("folder", "matching"),
    "quality": ("folder", "matching", "peers"),
    "running": ("folder", "bot"),
    "sizes": ("folder", "matching"),
    PEERS_OF.format("sizes"): ("folder", "peers"),
    "intents": ("matching",),
    PEERS_OF.format("intents"): ("peers",),
}
"""What each part depends on. Peers do not read `bot/matching/`, so their figures may be kept."""

_LENGTH = 8


@dataclass(frozen=True)
class State:
    """What a part was measured on: hashes by the names of PRINTS, and machine and libraries."""

    prints: dict[str, str]
    told: str


def prints_of(folder: Folder) -> dict[str, str]:
    """The hashes as they are now."""
    found = {name: print_of_code(ROOT, places) for name, places in SOURCES.items()}
    taught = repr((folder.lessons, folder.words, sorted(folder.asleep))).encode()
    questions = (_lines(path) for path in EVERY_LIST.values())
    return {**found, "folder": _short((taught, *questions))}


def needed(part: str, prints: Mapping[str, str]) -> dict[str, str]:
    """Those hashes that a part depends on."""
    return {name: prints[name] for name in NEEDS[part]}


def out_of_date(measured: Mapping[str, State], now: Mapping[str, str]) -> dict[str, list[str]]:
    """For each part whose figures are out of date: the names of what has changed since."""
    changed = {
        part: [name for name, old in state.prints.items() if now.get(name) != old]
        for part, state in measured.items()
    }
    return {part: names for part, names in changed.items() if names}


def print_of_code(root: Path, places: Iterable[str]) -> str:
    """The hash of all Python files in some folders of a project, with their names."""
    files = sorted(path for place in places for path in (root / place).rglob("*.py"))
    return _short(
        part
        for path in files
        for part in (path.relative_to(root).as_posix().encode(), _lines(path))
    )


def _lines(path: Path) -> bytes:
    """The content, whatever ends the lines on this machine."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _short(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:_LENGTH]
