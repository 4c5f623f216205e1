"""The page in the browser: plain HTML, CSS and JavaScript, as they are served."""

from importlib import resources

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def asset(name: str) -> tuple[bytes, str] | None:
    """A file of the page and its type, None if there is no such file."""
    kind = name.rpartition(".")[2]
    there = resources.files(__name__) / name
    if "/" in name or kind not in TYPES or not there.is_file():
        return None
    return there.read_bytes(), TYPES[kind]
