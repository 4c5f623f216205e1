from pathlib import Path

import pytest

from bot.settings import Mode, Settings, SettingsError, read_settings

GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-test",
    "SLACK_SIGNING_SECRET": "test",
    "SLACK_APP_TOKEN": "xapp-test",
}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no .env file of the machine reaches a test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def set_all(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


def test_nothing_needs_to_be_set_without_slack() -> None:
    """The terminal works on a machine where nothing is set."""
    settings = read_settings()

    assert settings.knowledge_dir == Path("knowledge")
    assert settings.slack_api_url == "https://slack.com/api/"


@pytest.mark.parametrize("mode", [Mode.HTTP, Mode.SOCKET])
def test_every_missing_setting_is_named_with_its_cure(mode: Mode) -> None:
    """One start tells all that is missing for the mode, and where to find it."""
    with pytest.raises(SettingsError) as caught:
        read_settings(mode)

    lines = str(caught.value).splitlines()
    assert [line.split()[0].lower() for line in lines] == list(mode.value)
    assert all("Find it on" in line for line in lines)


def test_what_is_missing_is_named_beside_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody mends one setting only to hear of the next: wrong ones first, then missing ones."""
    set_all(monkeypatch, SLACK_BOT_TOKEN="xapp-mixed-up", LOG_LEVEL="loud")
    with pytest.raises(SettingsError) as caught:
        read_settings(Mode.HTTP)

    assert [line.split(":")[0].split(".")[0] for line in str(caught.value).splitlines()] == [
        "SLACK_BOT_TOKEN is not right",
        "LOG_LEVEL is not right",
        "SLACK_SIGNING_SECRET is not set",
    ]


@pytest.mark.parametrize("mode", [Mode.HTTP, Mode.SOCKET])
def test_a_mode_starts_with_its_settings(monkeypatch: pytest.MonkeyPatch, mode: Mode) -> None:
    """With its own settings, each mode is content."""
    set_all(monkeypatch, **GOOD)

    assert read_settings(mode).slack_bot_token is not None


@pytest.mark.parametrize(
    ("name", "value", "cure"),
    [
        ("SLACK_BOT_TOKEN", "xapp-mixed-up", "it begins with xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-mixed-up", "it begins with xapp-"),
        ("DATABASE_URL", "mysql://host/db", "write @ as %40"),
        ("DATABASE_URL", "help-desk.db", "use sqlite:///"),
        ("LOG_LEVEL", "loud", "use one of DEBUG"),
        ("SLACK_API_URL", "127.0.0.1:3100", "use an address"),
        ("CLERKS_CHANNEL", "#clerks", "use the channel's id"),
    ],
)
def test_a_wrong_setting_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, cure: str
) -> None:
    """The message names the setting and what to write, and never repeats a token."""
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as caught:
        read_settings()

    assert str(caught.value).startswith(f"{name} is not right")
    assert cure in str(caught.value)
    assert "mixed-up" not in str(caught.value)


def test_blank_settings_count_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """A settings page with an empty field is like one without it."""
    set_all(monkeypatch, SLACK_BOT_TOKEN="  ", CLERKS_CHANNEL="", LOG_LEVEL=" ")

    settings = read_settings()

    assert settings.slack_bot_token is None
    assert settings.log_level == "INFO"


def test_a_token_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that are shown or logged by accident tell no secret."""
    set_all(monkeypatch, **GOOD)

    assert "xoxb-test" not in repr(read_settings())


def test_the_readme_names_every_setting() -> None:
    """Every setting that the program reads is explained to operators, and none that it does not."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")

    missing = [name.upper() for name in Settings.model_fields if f"`{name.upper()}`" not in readme]

    assert missing == []
