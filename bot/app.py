"""The one file that knows every room: it wires them together."""

from pathlib import Path

from bot.helpdesk import HelpDesk, lessons_of, words_of
from bot.knowledge import load
from bot.matching import learn
from bot.settings import read_settings


def open_desk(folder: Path | None = None) -> HelpDesk:
    """The help desk over a folder, or over the one that the settings name.

    Raises KnowledgeError with every problem of a folder that cannot be served.
    """
    knowledge = load(folder or read_settings().knowledge_dir).required()
    return HelpDesk(knowledge, learn(lessons_of(knowledge), words_of(knowledge)))
