"""How much memory this process holds, in MB (2**20 bytes)."""

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident() -> float:
    """Held now; where the system does not tell, the most that was ever held."""
    return _of_status("VmRSS") or peak()


def peak() -> float:
    """The most that was ever held."""
    return _of_status("VmHWM") or _used()


def _of_status(name: str) -> float:
    if not _STATUS.exists():
        return 0.0
    found = (line for line in _STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(next(found).split()[1]) / 1024


def _used() -> float:
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kilobytes elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
