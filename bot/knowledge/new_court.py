"""The first folder of another court: an invented court's, with comments that say what to change."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from bot.knowledge.schema import FOLDER, editor_settings, schemas


def new_court(today: date) -> Mapping[str, str]:
    """The text of every file by its path in the folder, schemas and editor settings included.

    `today` becomes the day on which the example answers were reviewed.
    """
    texts = {
        path: text.replace("{today}", today.isoformat())
        for path, text in _templates(files("bot.knowledge") / "template", "")
    }
    texts.update({f"{FOLDER}/{name}": text for name, text in schemas().items()})
    texts[".vscode/settings.json"] = editor_settings("")
    return texts


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _templates(each, f"{path}{each.name}/")
        elif each.name.endswith(".yaml"):
            yield f"{path}{each.name}", each.read_text(encoding="utf-8")
