"""Starting: what is wrong is told with its cure, and gunicorn is told whether to try again."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import app, store
from bot.cli import main
from bot.knowledge.new_court import new_court
from bot.sandbox import Slack
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


def test_a_bot_token_that_slack_refuses_is_named(
    slack: Slack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A process with it would look well and never answer: it ends, and says what to copy where."""
    set_as(monkeypatch, with_clerks_channel(slack, tmp_path))
    wrong = "xoxb-wrong"
    assert start(monkeypatch, SLACK_BOT_TOKEN=wrong) == 3
    told = capsys.readouterr().err
    assert "SLACK_BOT_TOKEN is not right: Slack says invalid_auth; copy it again from" in told

    monkeypatch.setenv("SLACK_APP_TOKEN", slack.workspace.app_token)
    assert main(["socket"]) == 1
    assert "SLACK_BOT_TOKEN is not right: Slack says invalid_auth" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "cure"),
    [("invalid_auth", "copy it again from"), ("missing_scope", "scope connections:write")],
)
def test_an_app_token_that_slack_refuses_is_named(
    slack: Slack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: str,
    cure: str,
) -> None:
    """Slack's code alone would tell nobody which of three settings is meant."""
    set_as(monkeypatch, with_clerks_channel(slack, tmp_path))
    monkeypatch.setenv("SLACK_APP_TOKEN", slack.workspace.app_token)
    slack.faults.fail("apps.connections.open", error=code)
    assert main(["socket"]) == 1
    told = capsys.readouterr().err
    assert f"SLACK_APP_TOKEN is not right: Slack says {code}" in told
    assert cure in told


def set_as(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """The environment that gives these settings."""
    for name, value in settings.model_dump(exclude_none=True).items():
        shown = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        monkeypatch.setenv(name.upper(), shown)


def with_clerks_channel(slack: Slack, place: Path) -> Settings:
    """Settings for a new court's folder and its own database, beside the stand-in Slack."""
    for path, text in new_court(date(2026, 11, 25)).items():
        file = place / "knowledge" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    url = f"sqlite:///{place / 'bot.db'}"
    store.upgrade(url)
    return Settings(
        slack_bot_token=SecretStr(slack.workspace.bot_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=url,
        knowledge_dir=place / "knowledge",
        clerks_channel="C0CLERKS",
        cache_dir=place / "cache",
    )


def told_after(bots: list[app.Bot], slack: Slack) -> list[str]:
    """How all that the clerks were told begins, once each process has looked twice."""
    for bot in bots * 2:
        bot.editions.look()
    texts = [it.text for it in slack.replies() if it.channel == "C0CLERKS"]
    return [text.partition(",")[0] for text in texts]


def test_clerks_hear_of_a_broken_folder_and_of_its_cure(slack: Slack, tmp_path: Path) -> None:
    """Two processes, one channel: each is told once, and the cure only where the slip was told."""
    settings = with_clerks_channel(slack, tmp_path)
    bots = [app.build(settings, clock=slack.clock.now, watch=False) for _ in range(2)]
    file = tmp_path / "knowledge" / "says.yaml"
    good = file.read_text(encoding="utf-8")
    broken, healed = "The knowledge folder has a mistake", "The knowledge folder is in order again"

    file.write_text("\t", encoding="utf-8")
    assert told_after(bots, slack) == [broken]
    file.write_text(good, encoding="utf-8")
    assert told_after(bots, slack) == [broken, healed]

    slack.faults.fail("chat.postMessage", error="not_in_channel", times=1)
    file.write_text("\t\t", encoding="utf-8")
    assert told_after(bots, slack) == [broken, healed]
    file.write_text(good, encoding="utf-8")
    assert told_after(bots, slack) == [broken, healed]


def test_a_manifest_prompts_only_for_what_the_folder_holds(
    slack: Slack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A new court has no checklist, and nobody is prompted to begin one until it has."""
    settings = with_clerks_channel(slack, tmp_path)
    set_as(monkeypatch, settings)
    assert main(["manifest"]) == 0
    assert "Help me get ready" not in capsys.readouterr().out

    (settings.knowledge_dir / "checklists").mkdir(exist_ok=True)
    (settings.knowledge_dir / "checklists" / "ready.yaml").write_text("id: ready", encoding="utf-8")
    assert main(["manifest"]) == 0
    assert "Help me get ready" in capsys.readouterr().out
