"""Do the links still lead somewhere? The one place that asks the web.

Nothing here is an error: a page may be gone for an hour, and a machine may be offline.
"""

import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from bot.knowledge import Loaded, Place, Problem, Severity
from bot.knowledge.folder import Folder

TIMEOUT = 10.0
AT_ONCE = 4
_AGENT = "Mozilla/5.0 (compatible; help-desk-link-check)"
_GONE = frozenset({404, 410})

Ask = Callable[[str, str], tuple[int, str]]
"""(method, address) -> (status, address after redirects). Raises OSError without an answer."""


class State(Enum):
    """What came of one address."""

    FINE = "fine"
    MOVED = "leads to another site"
    GONE = "gone"
    UNSURE = "could not be told"
    UNREACHED = "not reached"


@dataclass(frozen=True, slots=True)
class Visit:
    """One address, where it stands in the folder, and what came of it."""

    url: str
    places: tuple[Place, ...]
    state: State
    detail: str = ""


def addresses(loaded: Loaded) -> Mapping[str, tuple[Place, ...]]:
    """Every address that people can press, with all its places."""
    found: dict[str, tuple[Place, ...]] = {}
    for filled, path, link in Folder(loaded.files).links():
        found[link.url] = (*found.get(link.url, ()), filled.document.spot(path).place)
    return found


def visit(links: Mapping[str, tuple[Place, ...]], ask: Ask | None = None) -> Iterator[Visit]:
    """Visit each address once, a few at a time; yields as the answers come, in order."""
    asked = ask or _ask
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(lambda link: _visit(link[0], link[1], asked), links.items())


def progress(number: int, count: int, visited: Visit) -> str:
    """One line for the person who waits: `[3/40] fine: https://...`."""
    detail = f" ({visited.detail})" if visited.detail else ""
    return f"[{number}/{count}] {visited.state.value}{detail}: {visited.url}"


def link_problems(visits: Iterable[Visit]) -> tuple[Problem, ...]:
    """Warnings for what is gone or leads elsewhere. Without a network there are none."""
    problems = []
    for visited in visits:
        if visited.state in _TOLD:
            what, cure = _TOLD[visited.state]
            what = what.format(visited.detail)
            problems += [
                Problem(place, what, cure, visited.url[:60], Severity.WARNING)
                for place in visited.places
            ]
    return tuple(sorted(problems))


def link_summary(visits: Iterable[Visit]) -> str:
    """How many are fine, and whether there was a network at all."""
    states = [visited.state for visited in visits]
    if states and all(state is State.UNREACHED for state in states):
        return "There is no network here, so no link could be tested."
    told = [f"{states.count(state)} {state.value}" for state in State if state in states]
    return f"{len(states)} links: {', '.join(told)}." if told else "There are no links."


_TOLD = {
    State.GONE: ("The page is gone: the site answered {}", "Find its new address."),
    State.MOVED: ("The link now leads to {}", "Write the new address, if it is the right page."),
}


def _visit(url: str, places: tuple[Place, ...], ask: Ask) -> Visit:
    try:
        status, final = ask("HEAD", url)
        if status >= 400:  # many sites answer only GET
            status, final = ask("GET", url)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Visit(url, places, State.UNREACHED, type(error).__name__)
    if status in _GONE:
        return Visit(url, places, State.GONE, str(status))
    if status >= 400:
        return Visit(url, places, State.UNSURE, f"the site answered {status}")
    if _site(final) != _site(url):
        return Visit(url, places, State.MOVED, final[:100])
    return Visit(url, places, State.FINE)


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _ask(method: str, url: str) -> tuple[int, str]:
    request = urllib.request.Request(url, method=method, headers={"User-Agent": _AGENT})  # noqa: S310  # the opener speaks only https
    try:
        with _opener().open(request, timeout=TIMEOUT) as response:
            return response.status, response.url
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, error.url or url


def _opener() -> urllib.request.OpenerDirector:
    """Only https, also after a redirect; the system's proxy is used where there is one."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
