"""A start loads what it needs: the first answer waits for every import."""

import gc
import os
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from gunicorn.config import Config

from bot.knowledge.new_court import new_court

TOP = Path(__file__).parents[1]
GUNICORN = TOP / "gunicorn.conf.py"


def loaded(place: Path, *arguments: str) -> set[str]:
    """Every module that Python loads for these arguments, with a new court's folder."""
    for name, text in new_court(date(2026, 11, 25)).items():
        file = place / "knowledge" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        cwd=TOP,
        env={
            **os.environ,
            "KNOWLEDGE_DIR": str(place / "knowledge"),
            "CACHE_DIR": str(place / "cache"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    told = (line.split("|") for line in done.stderr.splitlines() if line.count("|") == 2)
    return {name.strip() for _, _, name in told}


def of(packages: set[str], modules: set[str]) -> set[str]:
    """The modules that are these packages or inside them."""
    return {it for it in modules if any(f"{it}.".startswith(f"{each}.") for each in packages)}


def test_a_terminal_is_answered_without_slack_and_database(tmp_path: Path) -> None:
    """They take longer to load than everything that an answer is made of."""
    modules = loaded(tmp_path, "-m", "bot", "ask", "Where is my password?")
    assert "bot.helpdesk.desk" in modules
    unneeded = {"slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "bot.slack", "bot.store"}
    assert of(unneeded, modules) == set()


def test_a_worker_starts_without_what_few_starts_need(tmp_path: Path) -> None:
    """Migrations, holidays, the clerks' rules and Socket Mode wait until somebody needs them."""
    modules = loaded(tmp_path, "-c", "import bot.app")
    assert "bot.slack.http" in modules
    unneeded = {"alembic", "holidays", "pyphen", "bot.knowledge.check", "bot.slack.socket"}
    assert of(unneeded, modules) == set()


def test_a_worker_collects_garbage_once_it_serves() -> None:
    """Never while it imports, or that takes longer; always afterwards, or it would only grow."""
    config, hooks = Config(), runpy.run_path(str(GUNICORN))
    for name in ("post_fork", "post_worker_init"):
        config.set(name, hooks[name])  # gunicorn's own check of what it will call
    try:
        config.post_fork(None, None)
        assert not gc.isenabled()
        config.post_worker_init(None)
        assert gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("line", (TOP / "Procfile").read_text(encoding="utf-8").splitlines())
def test_no_line_of_the_procfile_names_another_configuration(line: str) -> None:
    """Gunicorn reads its file where it is started, unless it is told to read another."""
    assert "gunicorn" not in line or not {"-c", "--config", "--chdir"} & set(line.split())
