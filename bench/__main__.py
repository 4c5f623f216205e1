"""`python -m bench`: measure, print the tables, and write docs/quality.md with its pictures."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench import figures, goals, intents, quality, running, sameness, sizes, tables
from bench.desk import Folder
from bench.figures import Figures
from bench.job import OURS
from bench.page import COVERAGE, GROWTH, PAGE, page
from bench.peers import PEERS
from bench.questions import CLERKS, DEVELOPMENT, Question, read_questions
from bot.helpdesk import HelpDesk
from bot.matching import learn

DOCS = Path(__file__).parent.parent / "docs"
KEPT = Path("quality.json")
LIBRARIES = ("numpy", "rapidfuzz", "scikit-learn", "bm25s")


class Run:
    """One run: the folder, its questions, and the figures so far."""

    def __init__(self, chosen: argparse.Namespace, found: Figures) -> None:
        self.path, self.public, self.every = chosen.knowledge, chosen.intents, chosen.every
        self.methods = (OURS,) if chosen.ours else (OURS, *PEERS)
        self.found = found
        self.folder = Folder.at(self.path)
        self.development = read_questions(DEVELOPMENT)
        self.clerks = read_questions(CLERKS)
        self.questions: Sequence[Question] = (*self.development, *self.clerks)
        self.texts = tuple(question.text for question in self.questions)

    def goals(self) -> None:
        """What must be reached on the desk's own questions."""
        desk = HelpDesk(self.folder.knowledge, learn(self.folder.lessons, self.folder.words))
        self.found.goals = {
            "development questions": goals.reached(self.folder, desk, self.development),
            "clerks' questions": goals.reached(self.folder, desk, self.clerks),
        }

    def same(self) -> None:
        """Whether two processes agree."""
        self.found.differing = sameness.differences(self.folder, self.texts)

    def quality(self) -> None:
        """Every method on the same questions."""
        self.found.rows = quality.compare(self.folder, self.questions, tell)

    def running(self) -> None:
        """Start, memory and time of the bot itself."""
        self.found.running = running.running(self.folder, self.path, self.texts)

    def sizes(self) -> None:
        """Cost against size."""
        asked = tuple(question.text for question in self.development)
        new = sizes.costs(self.folder.lessons, asked, tell, self.methods)
        kept = [cost for cost in self.found.costs if cost.method not in self.methods]
        self.found.costs = [*new, *kept]

    def intents(self) -> None:
        """The public sets, if their folder is given."""
        if self.public is None:
            tell(f"  No folder is given. {intents.WHERE}")
            return
        new = intents.scores(self.public, self.every, tell, self.methods)
        kept = [score for score in self.found.scores if score.method not in self.methods]
        self.found.scores = [*new, *kept]

    def about(self, before: str, part: str) -> str:
        """On what and with what a part was measured; `before` tells it of peers that were kept."""
        libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
        taught = f"{self.folder.phrasings:,} phrasings of {len(self.folder.lessons)} labels"
        told = (
            f"{datetime.now(UTC):%Y-%m-%d}, knowledge {self.folder.knowledge.version} ({taught}), "
            f"Python {platform.python_version()}, {os.cpu_count()} cores, {libraries}"
        )
        kept = part in KEEPS_PEERS and len(self.methods) == 1 and before
        return f"{told}{_PEERS_OF}{before.split(_PEERS_OF)[-1]}" if kept else told


def tell(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for and return the exit status."""
    chosen = _parser().parse_args(arguments)
    found = figures.read(DOCS / KEPT)
    run = Run(chosen, found)
    parts: dict[str, Callable[[], None]] = {name: getattr(run, name) for name in PARTS}
    for name in chosen.only or PARTS:
        tell(f"{name} ...")
        parts[name]()
        if name != "intents" or chosen.intents:
            found.about[name] = run.about(found.about.get(name, ""), name)
        figures.save(found, DOCS / KEPT)
    print(tables.all_of(found))
    _write(found)
    return 0


KEEPS_PEERS = ("sizes", "intents")
_PEERS_OF = "; its peers in an earlier run: "
PARTS = ("goals", "same", "quality", "running", "sizes", "intents")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"), metavar="DIR")
    parser.add_argument("--intents", type=Path, metavar="DIR", help="folder of the public sets")
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="one in N questions of the public sets"
    )
    parser.add_argument(
        "--ours",
        action="store_true",
        help="measure sizes and public sets for this matcher alone, and keep the peers' figures",
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure these parts alone")
    return parser


def _write(found: Figures) -> None:
    (DOCS / PAGE).write_text(page(found), "utf-8")
    from bench import plots  # it is slow to import, and nothing that is measured needs it

    (DOCS / COVERAGE).parent.mkdir(exist_ok=True)
    if found.rows:
        plots.quality_against_coverage(found.rows, DOCS / COVERAGE)
    if found.costs:
        plots.cost_against_size(found.costs, DOCS / GROWTH)


if __name__ == "__main__":
    sys.exit(main())
