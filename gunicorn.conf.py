"""How gunicorn starts a worker; it reads this file by itself. What a host sets is in Procfile."""

import gc
from typing import Any


def post_fork(_server: Any, _worker: Any) -> None:
    """Collect no garbage among what the worker imports: it lasts, as `bot.lasting` says."""
    gc.disable()


def post_worker_init(_worker: Any) -> None:
    """The app stands, and what it is made of is out of every collection's way."""
    gc.enable()
