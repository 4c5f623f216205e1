"""How a reference that leads nowhere is told."""

import difflib
from collections.abc import Collection, Iterator

from bot.knowledge.document import Path
from bot.knowledge.folder import Folder
from bot.knowledge.forms import Filled
from bot.knowledge.model import ContactsFile
from bot.knowledge.problem import Problem
from bot.knowledge.route import Route

_FEW = 8  # ids that a cure can list


def unknown_contacts(folder: Folder, filled: Filled, path: Path, route: str) -> Iterator[Problem]:
    """The contacts of a route that contacts.yaml does not have."""
    if not folder.complete(ContactsFile):
        return
    known = folder.ids(ContactsFile)
    for contact in Route.of(route).contacts:
        if contact not in known:
            yield unknown(filled, path, contact, known, "contact")


def unknown(filled: Filled, path: Path, typed: str, known: Collection[str], kind: str) -> Problem:
    """An id that nothing has; the closest one that something has is the cure."""
    near = difflib.get_close_matches(typed, sorted(known), n=1, cutoff=0.5)
    cure = f"Did you mean `{near[0]}`?" if near else f"Use the id of an existing {kind}"
    if not near:
        cure += f": {', '.join(sorted(known))}." if 0 < len(known) <= _FEW else "."
    return disagreement(filled, path, f"There is no {kind} with the id `{typed}`", cure)


def disagreement(filled: Filled, path: Path, what: str, cure: str) -> Problem:
    """A problem of the value at a path, or of its key where the value is a whole block."""
    spot = filled.document.spot(path)
    if not spot.typed:
        spot = filled.document.key(path)
    return Problem(spot.place, what, cure, spot.typed[:60])
