"""The one reader of the environment. A wrong or missing setting is named with its cure."""

from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_SCHEMES = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")
_PREFIXES = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}
_WHERE = {
    "slack_bot_token": "your app's page at api.slack.com/apps, OAuth & Permissions (xoxb-...)",
    "slack_signing_secret": "your app's page at api.slack.com/apps, Basic Information",
    "slack_app_token": "your app's page, Basic Information, App-Level Tokens (xapp-...)",
}


DATABASE_CURE = (
    "use sqlite:///path/to/file.db or postgresql://user:password@host/name "
    "(in the password, write @ as %40 and / as %2F)"
)

_CURES = {
    "account_inactive": "install the app in your workspace again, then copy it from",
    "missing_scope": "make one with the scope connections:write on",
    "token_revoked": "install the app in your workspace again, then copy it from",
}


class Mode(Enum):
    """How Slack reaches the bot, with the settings that this needs."""

    HTTP = ("slack_bot_token", "slack_signing_secret")
    SOCKET = ("slack_bot_token", "slack_app_token")
    NONE = ()


class SettingsError(Exception):
    """Settings that cannot work. The message names each and its cure, a line each."""


class Settings(BaseSettings):
    """What the environment (or a `.env` file beside the program) may set."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    slack_bot_token: SecretStr | None = Field(None, description="The bot's token, xoxb-...")
    slack_signing_secret: SecretStr | None = Field(None, description="Proves that Slack asks.")
    slack_app_token: SecretStr | None = Field(None, description="For Socket Mode, xapp-...")
    database_url: str = Field("sqlite:///data/help-desk.db", description="Where to keep things.")
    knowledge_dir: Path = Field(Path("knowledge"), description="The clerks' folder.")
    cache_dir: Path = Field(
        default_factory=lambda: Path.home() / ".cache" / "nextgen-help-desk",
        description="What saves time at the next start; may be deleted.",
    )
    clerks_channel: str | None = Field(None, description="Channel id for reports to clerks.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")
    slack_api_url: str = Field("https://slack.com/api/", description="Another Slack, for tests.")

    @model_validator(mode="before")
    @classmethod
    def _blank_is_unset(cls, values: dict[str, Any]) -> dict[str, Any]:
        """A blank line in a settings page means 'not set', and stray spaces mean nothing."""
        stripped = {k: v.strip() if isinstance(v, str) else v for k, v in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def _has_its_prefix(cls, token: SecretStr | None, info: Any) -> SecretStr | None:
        prefix = _PREFIXES[info.field_name]
        if token is not None and not token.get_secret_value().startswith(prefix):
            raise ValueError(
                f"it begins with {prefix}; copy it again from {_WHERE[info.field_name]}"
            )
        return token

    @field_validator("log_level")
    @classmethod
    def _is_a_level(cls, level: str) -> str:
        if level.upper() not in _LEVELS:
            raise ValueError(f"use one of {', '.join(_LEVELS)}")
        return level.upper()

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, url: str) -> str:
        if url.partition("://")[0] not in _SCHEMES or "://" not in url:
            raise ValueError(DATABASE_CURE)
        return url

    @field_validator("slack_api_url")
    @classmethod
    def _ends_in_a_slash(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("use an address such as http://127.0.0.1:3100/api/")
        return url if url.endswith("/") else f"{url}/"

    @field_validator("clerks_channel")
    @classmethod
    def _is_a_channel(cls, channel: str | None) -> str | None:
        if channel is not None and not (channel[0] in "CG" and channel.isalnum()):
            raise ValueError(
                "use the channel's id, such as C0123456789 (channel details, at the end)"
            )
        return channel


def read_settings(mode: Mode = Mode.NONE, **given: Any) -> Settings:
    """Read the environment. Raises SettingsError that names every bad or missing setting."""
    wrong: dict[str, str] = {}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        wrong = {_setting(detail): _said(detail) for detail in error.errors()}
        settings = Settings(**given | _defaults(wrong))
    missing = [n for n in mode.value if n not in wrong and getattr(settings, n) is None]
    told = [*wrong.values(), *(f"{n.upper()} is not set. Find it on {_WHERE[n]}." for n in missing)]
    if told:
        raise SettingsError("\n".join(told))
    return settings


def refused_token(name: str, code: str) -> SettingsError:
    """That Slack does not take the token of a setting, with the cure for Slack's code."""
    cure = _CURES.get(code, "copy it again from")
    return SettingsError(f"{name.upper()} is not right: Slack says {code}; {cure} {_WHERE[name]}.")


def _defaults(names: Iterable[str]) -> dict[str, Any]:
    """In the place of what is wrong, to see what is not set at all."""
    fields = Settings.model_fields
    return {
        name: fields[name].get_default(call_default_factory=True)
        for name in names
        if name in fields
    }


def _setting(detail: Any) -> str:
    return str(detail["loc"][0]).lower() if detail["loc"] else ""


def _said(detail: Any) -> str:
    name = _setting(detail).upper() or "A setting"
    cure = detail.get("ctx", {}).get("error", detail["msg"])
    return f"{name} is not right: {cure}."
