"""Where Chromium is on this computer."""

import os
import shutil

HOW = (
    "No Chromium found. Install Debian's package (apt-get install chromium), "
    "or name another one in the variable CHROMIUM."
)
ARGUMENTS = ("--no-sandbox",)
"""It runs as root in a container here, and opens no page but our own."""


def find_chromium() -> str:
    """Its path, from the variable CHROMIUM or where packages put it; "" if there is none."""
    named = os.environ.get("CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), "")
