"""`python -m bench`: measure, print the tables, and write docs/quality.md with its pictures."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic

from bench import figures, goals, intents, quality, running, sameness, sizes, tables
from bench.desk import Folder
from bench.figures import Figures
from bench.job import OURS
from bench.page import COVERAGE, GROWTH, PAGE, page
from bench.peers import PEERS
from bench.processes import FailedError
from bench.questions import CLERKS, DEVELOPMENT, EVERY_LIST, Question, read_questions
from bench.state import NEEDS, PEERS_OF, State, needed, prints_of
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
        self.found.now = prints_of(self.folder)
        self.development = read_questions(DEVELOPMENT)
        self.clerks = read_questions(CLERKS)
        self.questions: Sequence[Question] = (*self.development, *self.clerks)
        self.texts = tuple(question.text for question in self.questions)

    def goals(self) -> None:
        """What must be reached on the desk's own questions."""
        desk = HelpDesk(self.folder.knowledge, learn(self.folder.lessons, self.folder.words))
        self.found.goals = {
            name: goals.reached(self.folder, desk, read_questions(path))
            for name, path in EVERY_LIST.items()
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
        new = intents.scores(self.public, self.every, tell, self.methods)
        kept = [score for score in self.found.scores if score.method not in self.methods]
        self.found.scores = [*new, *kept]

    def measure(self, part: str) -> None:
        """Measure one part, and note on what; peers that are kept keep their own note."""
        getattr(self, part)()
        for name in (part, PEERS_OF.format(part)):
            if name in NEEDS and (name == part or len(self.methods) > 1):
                self.found.measured[name] = State(needed(name, self.found.now), self._told())

    def _told(self) -> str:
        libraries = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
        taught = f"{self.folder.phrasings:,} phrasings of {len(self.folder.lessons)} labels"
        python = f"Python {platform.python_version()}"
        return f"{taught}; {os.cpu_count()} cores, {python}, {libraries}"


PARTS = tuple(figures.HOLDS)


def _version(library: str) -> str:
    """The version; some parts need no library of the peers, and run without them."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; return 1 if a part failed, or, with --check, is out of date."""
    chosen = _parser().parse_args(arguments)
    kept = chosen.docs / KEPT
    run = Run(chosen, figures.read(kept))
    if chosen.check:
        return _warn(run.found)
    failed = [part for part in chosen.only or PARTS if not _measured(run, part, kept)]
    whole = figures.read(kept)
    print(tables.all_of(whole))
    _write(whole, chosen.docs)
    _warn(whole)
    return 1 if failed else 0


def _measured(run: Run, part: str, kept: Path) -> bool:
    """Measure a part and keep it at once; one that fails leaves what was kept of it."""
    if part == "intents" and run.public is None:
        tell(f"intents: no folder is given, earlier figures are kept. {intents.WHERE}")
        return True
    tell(f"{part} ...")
    start = monotonic()
    try:
        run.measure(part)
    except FailedError as error:
        tell(f"{part} FAILED: {error}")
        return False
    figures.merge(kept, part, run.found)
    tell(f"{part}: {monotonic() - start:.0f} s")
    return True


def _warn(found: Figures) -> int:
    """Tell which parts are out of date; 1 if there are any."""
    for part, changed in found.out_of_date.items():
        tell(f"OUT OF DATE: {part} was measured before a change of: {', '.join(changed)}")
    return 1 if found.out_of_date else 0


def tell(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"), metavar="DIR")
    parser.add_argument(
        "--docs", type=Path, default=DOCS, metavar="DIR", help="where the page and figures are"
    )
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
    parser.add_argument(
        "--check", action="store_true", help="measure nothing; tell which parts are out of date"
    )
    return parser


def _write(found: Figures, docs: Path) -> None:
    docs.mkdir(exist_ok=True)
    (docs / PAGE).write_text(page(found), "utf-8")
    if not (found.rows or found.costs):
        return
    from bench import plots  # it is slow to import, and nothing that is measured needs it

    for look in plots.LOOKS:
        if found.rows:
            plots.quality_against_coverage(found.rows, look, docs / look.file(COVERAGE))
        if found.costs:
            plots.cost_against_size(found.costs, look, docs / look.file(GROWTH))


if __name__ == "__main__":
    sys.exit(main())
