"""The manifest that creates the Slack app, made from what we listen to.

https://docs.slack.dev/reference/app-manifest: the same app for HTTP, where Slack needs our
address three times over, and for Socket Mode, where it needs none.
"""

from typing import Any

from bot.slack import SURFACES
from bot.slack.http import EVENTS_PATH

_NAME = "NextGen help desk"
_DESCRIPTION = "Answers e-filers' questions about NextGen CM/ECF and PACER in the court's words."
_LONG_DESCRIPTION = (
    "Ask about NextGen CM/ECF, PACER accounts and e-filing with this court. Write a direct "
    "message, mention the app in a channel, or type /nextgen and your question. Every answer was "
    "written by people at the court and is posted word for word, with where it comes from, when "
    "it was last checked, and whom to call. Never type a password, a code, a Social Security "
    "number or a card number in Slack."
)
_AGENT_DESCRIPTION = "Answers questions about NextGen CM/ECF and PACER in the court's own words."
_GUIDED_PROMPT = ("Get ready to e-file", "Help me get ready")
_PROMPTS = (
    ("Link my CM/ECF account", "How do I link my CM/ECF account to PACER?"),
    _GUIDED_PROMPT,
    ("Forgot my password", "I forgot my PACER password"),
    ("Talk to a person", "Talk to a person"),
)
_POSTING = ("chat:write",)
_AGENT = ("assistant:write",)
_OPTIONAL = ("users:read",)
"""To remind people in their own time zone. Without it, the court's is used."""


def manifest(host: str | None = None, *, guided: bool = True) -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP at `host`, such as `https://help.example.org`.

    `guided` tells whether the court has a checklist that people may be prompted to begin.
    """
    url = f"{host.rstrip('/')}{EVENTS_PATH}" if host else None
    return {
        "display_information": {
            "name": _NAME,
            "description": _DESCRIPTION,
            "long_description": _LONG_DESCRIPTION,
            "background_color": "#1a3a5c",
        },
        "features": _features(url, guided),
        "oauth_config": {"scopes": {"bot": _scopes(), "bot_optional": list(_OPTIONAL)}},
        "settings": _settings(url),
    }


def _features(url: str | None, guided: bool) -> dict[str, Any]:
    return {
        "agent_view": {
            "agent_description": _AGENT_DESCRIPTION,
            "suggested_prompts": [
                {"title": title, "message": message}
                for title, message in _PROMPTS
                if guided or (title, message) != _GUIDED_PROMPT
            ],
        },
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": _NAME, "always_online": True},
        "slash_commands": _commands(url),
    }


def _commands(url: str | None) -> list[dict[str, Any]]:
    return [
        {
            "command": surface.name,
            **_at("url", url),
            "description": surface.description,
            "usage_hint": surface.hint,
            "should_escape": False,
        }
        for surface in SURFACES
        if surface.kind == "command"
    ]


def _scopes() -> list[str]:
    """The least that will do: what each surface needs, and to post, and to be an agent."""
    of_surfaces = (surface.scope for surface in SURFACES if surface.scope)
    return sorted({*of_surfaces, *_POSTING, *_AGENT})


def _settings(url: str | None) -> dict[str, Any]:
    events = sorted(surface.subscription for surface in SURFACES if surface.kind == "event")
    return {
        "event_subscriptions": {**_at("request_url", url), "bot_events": events},
        "interactivity": {"is_enabled": True, **_at("request_url", url)},
        "org_deploy_enabled": False,
        "socket_mode_enabled": url is None,
        "token_rotation_enabled": False,
    }


def _at(key: str, url: str | None) -> dict[str, str]:
    return {key: url} if url else {}
