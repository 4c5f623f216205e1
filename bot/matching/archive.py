"""What was learned as bytes: a JSON head and plain arrays. No code is stored.

Not compressed: unpacking took longer than reading more from the disk."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = "matching-17"
"""Version of the algorithm and of its bytes; change it whenever either changes what is answered."""

_MAGIC = b"HDBM"
_HEAD = 16
"""Bytes of the mark, the length of the head, and the checksum."""

_ALIGNED = 16
"""Bytes of which each part is a multiple: so each starts where the widest number may."""
_KINDS = frozenset({"float16", "float32", "float64", "int32", "int8", "uint8"})

Array = NDArray[Any]
Arrays = Mapping[str, Array]


class UnreadableArchive(ValueError):  # noqa: N818 - what it is, as in FileNotFound
    """The bytes are not what this version of matching writes."""


def pack(head: Mapping[str, object], arrays: Arrays) -> bytes:
    """Return bytes that `unpack` of the same FORMAT reads."""
    shapes = [(name, str(each.dtype), list(each.shape)) for name, each in arrays.items()]
    start = _filled(json.dumps({"format": FORMAT, "head": head, "arrays": shapes}).encode())
    body = b"".join(_filled(np.ascontiguousarray(each).tobytes()) for each in arrays.values())
    sizes = len(start).to_bytes(8, "little") + zlib.adler32(start + body).to_bytes(4, "little")
    return _MAGIC + sizes + start + body


def _filled(part: bytes) -> bytes:
    """Return the part filled up with spaces to where a number may start; numpy copies others."""
    return part + b" " * (-len(part) % _ALIGNED)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """Return what was packed; raises `UnreadableArchive` for anything else."""
    if data[:4] != _MAGIC:
        raise UnreadableArchive("not a matching archive")
    try:
        length = int.from_bytes(data[4:12], "little")
        content = memoryview(data)[_HEAD:]
        if zlib.adler32(content) != int.from_bytes(data[12:_HEAD], "little"):
            raise UnreadableArchive("damaged")
        start = json.loads(bytes(content[:length]))
        if start["format"] != FORMAT:
            raise UnreadableArchive(f"format {start['format']}, expected {FORMAT}")
        return start["head"], _arrays(start["arrays"], content[length:])
    except (ValueError, KeyError, TypeError) as problem:
        raise UnreadableArchive(str(problem)) from problem


def _arrays(shapes: list[tuple[str, str, list[int]]], body: memoryview) -> dict[str, Array]:
    arrays: dict[str, Array] = {}
    offset = 0
    for name, kind, shape in shapes:
        if kind not in _KINDS:
            raise UnreadableArchive(f"array of {kind}")
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, kind, count, offset).reshape(shape)
        offset += arrays[name].nbytes + -arrays[name].nbytes % _ALIGNED
    return arrays
