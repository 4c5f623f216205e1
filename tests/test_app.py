"""Starting: what is wrong is told with its cure, and gunicorn is told whether to try again."""

from pathlib import Path

import pytest

from bot import app
from bot.settings import Settings, SettingsError

GOOD = {"SLACK_BOT_TOKEN": "xoxb-test", "SLACK_SIGNING_SECRET": "test"}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no .env file of the machine reaches a test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def start(monkeypatch: pytest.MonkeyPatch, **settings: str) -> object:
    """The exit status of a web process with these settings."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stopped:
        app.web()
    return stopped.value.code


def test_wrong_settings_end_gunicorn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Trying again cures no setting: with this status gunicorn stops, and the host sees it."""
    assert start(monkeypatch, SLACK_BOT_TOKEN="xoxb-test") == 3
    assert "SLACK_SIGNING_SECRET is not set" in capsys.readouterr().err
    assert start(monkeypatch, **GOOD, DATABASE_URL="postgresql://u:p@host:port/d") == 3
    assert "DATABASE_URL is not right" in capsys.readouterr().err


def test_a_database_that_is_not_there_yet_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A database may come back while other workers still answer: gunicorn is not to end them."""
    assert start(monkeypatch, **GOOD, DATABASE_URL="sqlite:///new.db") == 1
    assert "python -m bot db upgrade" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "cure"),
    [
        ("sqlite://data/help-desk.db", "use sqlite:///"),
        ("sqlite://", "use sqlite:///"),
        ("postgresql://me:p@ss@host:port/name", "write @ as %40"),
        ("sqlite:///file/below.db", "may write to"),
        ("sqlite:///.", "may write to"),
        ("postgresql://me:secret@127.0.0.1:1/name", "Is it running"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, url: str, cure: str
) -> None:
    """Never a traceback, and never the password."""
    Path("file").touch()
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(SettingsError, match=cure) as caught:
        app.upgrade_database()
    assert "secret" not in str(caught.value)
