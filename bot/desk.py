"""Opens the help desk over a folder: all that a terminal needs, without Slack or a database."""

import hashlib
from pathlib import Path

from bot.helpdesk import HelpDesk, lessons_of, words_of
from bot.knowledge import load
from bot.lasting import lasting
from bot.matching import learn
from bot.settings import Settings, read_settings
from bot.shelf import Shelf, learned_key


@lasting()
def open_desk(folder: Path | None = None) -> HelpDesk:
    """The help desk over a folder, or over the one that the settings name.

    Raises KnowledgeError with every problem of a folder that cannot be served.
    """
    settings = read_settings()
    folder = folder or settings.knowledge_dir
    knowledge = load(folder).required()
    lessons, words = lessons_of(knowledge), words_of(knowledge)
    shelf, key = shelf_of(settings, folder), learned_key(lessons, words)
    matcher = shelf.learned(key)
    if matcher is None:
        matcher = learn(lessons, words)
        shelf.keep_learned(key, matcher)
    return HelpDesk(knowledge, matcher)


def shelf_of(settings: Settings, folder: Path) -> Shelf:
    """Where learned matchers and the last good version of a folder are kept, apart for each."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return Shelf(settings.cache_dir / name)
