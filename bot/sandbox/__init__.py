"""A stand-in for Slack on this machine: for trying the bot in a browser, and for its tests."""

from bot.sandbox.block_kit import validate
from bot.sandbox.clock import Clock
from bot.sandbox.folder import WatchedFolder
from bot.sandbox.model import ApiCall, Attempt, Channel, Exchange, Person, Posted
from bot.sandbox.room import Moment, Room
from bot.sandbox.serve import open_room, serve
from bot.sandbox.slack import Slack
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace

__all__ = [
    "ApiCall",
    "Attempt",
    "Channel",
    "Clock",
    "Exchange",
    "Moment",
    "Person",
    "Posted",
    "Room",
    "Slack",
    "View",
    "WatchedFolder",
    "Workspace",
    "open_room",
    "serve",
    "validate",
]
