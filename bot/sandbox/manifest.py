"""What an app's manifest lets it do: the scopes it has, the events and commands it hears of."""

from dataclasses import dataclass

from bot.sandbox.model import Json

_SCOPES = {
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "app_mention": "app_mentions:read",
}
"""The scope without which Slack sends no such event. Others need none that the bot has."""
_USUAL_EVENTS = frozenset({"message.im", "app_mention", "app_home_opened"})


@dataclass(frozen=True)
class Grants:
    """Without a manifest every scope is granted and every command known. None: no limit."""

    scopes: frozenset[str] | None = None
    events: frozenset[str] = _USUAL_EVENTS
    commands: dict[str, str] | None = None  # name: how to use it
    shortcuts: tuple[Json, ...] = ()
    prompts: tuple[Json, ...] = ()

    def knows_command(self, name: str) -> bool:
        """Whether Slack would pass this command on."""
        return self.commands is None or name in self.commands


def grants(manifest: Json | None) -> Grants:
    """Read a manifest. A command's hint and description are kept for completion."""
    if manifest is None:
        return Grants()
    features = manifest.get("features", {})
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    granted = frozenset([*scopes.get("bot", []), *scopes.get("bot_optional", [])])
    events = manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])
    commands = features.get("slash_commands", []) if "commands" in granted else []
    return Grants(
        granted,
        frozenset(it for it in events if _SCOPES.get(it) in (None, *granted)),
        {it["command"]: _help(it) for it in commands},
        tuple(features.get("shortcuts", [])),
        tuple(features.get("agent_view", {}).get("suggested_prompts", [])),
    )


def _help(command: Json) -> str:
    told = (command.get("usage_hint", ""), command.get("description", ""))
    return " – ".join(it for it in told if it)
