"""`python -m bot`: see `python -m bot --help`."""

import sys

from bot.lasting import lasting

if __name__ == "__main__":
    with lasting():
        from bot.cli import main

    sys.exit(main())
