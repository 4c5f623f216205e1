"""`python -m bot`: see `python -m bot --help`."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # what is imported stays: looking through it for garbage is a tenth of the start
    from bot.cli import main

    gc.enable()
    sys.exit(main())
