"""The clerks' bench: `check`, `test`, `explain`, `new-court`, `schema`."""

import argparse
import sys
from datetime import UTC, date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot import links
from bot.checklist import as_mermaid, as_tree
from bot.checklist import check as check_checklists
from bot.cli.moment import add_as_of, clock_of, now
from bot.desk import open_desk
from bot.helpdesk.explain import explain_text
from bot.helpdesk.trial import (
    Accepted,
    accepted_text,
    compare,
    passed,
    read_accepted,
    run_trial,
)
from bot.helpdesk.trial_report import render_trial
from bot.knowledge import Loaded, Problem, load
from bot.knowledge.check import check
from bot.knowledge.check.report import FORMATS, has_errors, render
from bot.knowledge.new_court import new_court
from bot.knowledge.schema import FOLDER, editor_settings, schemas
from bot.settings import read_settings

_ACCEPTED = "accepted.json"


def add(commands: Any) -> None:
    """Add the commands and their arguments."""
    _add_check(commands)
    trial = commands.add_parser("test", help="ask the folder's questions and compare the answers")
    _folder(trial)
    trial.add_argument("--accept", action="store_true", help="accept the answers as they are now")
    trial.set_defaults(run=run_test)
    explain = commands.add_parser("explain", help="why a question gets its answer")
    explain.add_argument("question")
    explain.add_argument("--knowledge", type=Path, metavar="DIR", help="another folder")
    add_as_of(explain)
    explain.set_defaults(run=run_explain)
    new = commands.add_parser("new-court", help="write a clean folder for another court")
    new.add_argument("folder", type=Path, metavar="DIR")
    new.set_defaults(run=run_new_court)
    schema = commands.add_parser("schema", help="write the schemas that editors check with")
    _folder(schema)
    schema.set_defaults(run=run_schema)


def run_check(chosen: argparse.Namespace) -> int:
    """Tell every problem; 1 if any of them is an error."""
    folder = _chosen_folder(chosen)
    loaded = load(folder)
    if chosen.draw or chosen.mermaid:
        draw = as_mermaid if chosen.mermaid else as_tree
        print("\n".join(draw(each) for each in loaded.required().checklists.values()))
        return 0
    today = _today(loaded)
    problems = tuple(sorted((*check(loaded, today), *check_checklists(loaded, today))))
    if chosen.links:
        problems = tuple(sorted((*problems, *_visited(loaded))))
    print(render(problems, chosen.format, str(folder)))
    return int(has_errors(problems))


def run_test(chosen: argparse.Namespace) -> int:
    """Ask the folder's questions; 1 if one is not reached or an accepted answer changed."""
    folder = _chosen_folder(chosen)
    desk = open_desk(folder)
    result = run_trial(desk, now())
    kept = folder / _ACCEPTED
    try:
        comparison = compare(result, _accepted(kept))
    except ValueError as error:
        print(f"{kept}: {error}", file=sys.stderr)
        return 1
    print(render_trial(result, comparison, desk.knowledge))
    if chosen.accept:
        kept.write_text(accepted_text(result), encoding="utf-8")
        print(f"Accepted: these answers are now the ones to keep ({kept}).")
        return int(bool(result.failed))
    return int(not passed(result, comparison))


def run_explain(chosen: argparse.Namespace) -> int:
    """Tell why a question gets its answer."""
    desk = open_desk(chosen.knowledge)
    print(explain_text(desk, chosen.question, clock_of(chosen.as_of, desk)()))
    return 0


def run_new_court(chosen: argparse.Namespace) -> int:
    """Write a folder for another court; never over files that are there."""
    folder: Path = chosen.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is there already and not empty. Choose another name.", file=sys.stderr)
        return 1
    for name, text in new_court(now().date()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"Written: {folder}. Begin with court.yaml and contacts.yaml, then run")
    print(f"  python -m bot check {folder}")
    return 0


def run_schema(chosen: argparse.Namespace) -> int:
    """Write the schemas into the folder, and the editor's settings beside it."""
    folder = _chosen_folder(chosen)
    texts = {folder / FOLDER / name: text for name, text in schemas().items()}
    texts[folder.parent / ".vscode" / "settings.json"] = editor_settings(folder.name)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"Written: {len(texts)} files.")
    return 0


def _add_check(commands: Any) -> None:
    parser = commands.add_parser("check", help="look for every mistake in the knowledge folder")
    _folder(parser)
    parser.add_argument("--format", choices=FORMATS, default="plain")
    parser.add_argument("--links", action="store_true", help="visit the links too (needs the web)")
    parser.add_argument("--draw", action="store_true", help="draw the checklists instead")
    parser.add_argument(
        "--mermaid", action="store_true", help="the same as a Mermaid diagram, for a web page"
    )
    parser.set_defaults(run=run_check)


def _folder(parser: Any) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR")


def _chosen_folder(chosen: argparse.Namespace) -> Path:
    return Path(chosen.folder or read_settings().knowledge_dir)


def _today(loaded: Loaded) -> date:
    zone = ZoneInfo(loaded.knowledge.court.time_zone) if loaded.knowledge else UTC
    return now().astimezone(zone).date()


def _accepted(kept: Path) -> Accepted:
    return read_accepted(kept.read_text(encoding="utf-8")) if kept.exists() else {}


def _visited(loaded: Loaded) -> tuple[Problem, ...]:
    """Visit the links, with progress on standard error."""
    found = links.addresses(loaded)
    visits = []
    for number, visit in enumerate(links.visit(found), 1):
        print(links.progress(number, len(found), visit), file=sys.stderr, flush=True)
        visits.append(visit)
    print(links.link_summary(visits), file=sys.stderr)
    return links.link_problems(visits)
