"""Where links may lead: only to the hosts that court.yaml lists, and to their sub-hosts."""

from urllib.parse import urlsplit

from bot.knowledge.model import Court

CURE = "add the host to `link_hosts` in court.yaml, if people may be sent there"


def forbidden(url: str, court: Court) -> str | None:
    """What may not be linked to: the host of an address, or how to call it; None if it may."""
    host = _host(url)
    if any(host == known or host.endswith(f".{known}") for known in court.link_hosts):
        return None
    return host or "this address"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # such as a bracket that looks like an IPv6 address
        return ""
