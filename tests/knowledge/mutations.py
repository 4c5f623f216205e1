"""Ways to spoil a file, as tired fingers, editors and disks do."""

import random
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

_VALUES = (
    b"no", b"~", b"[]", b"{}", b"2026-02-30", b"1e999", b"0x1f", b"12:30", b"*x", b"&x y", b"!x y",
    b'"', b"'", b"|", b">", b"- x", b"a: b: c", b"# x", b"%x", b"@x", b"\xc3\xa9", b"=", b"<<",
    b"9999-12-31", b"0001-01-01", b"https://[x", b"x" * 4000, b"{x}", b"go-live", b"none",
)  # fmt: skip


def _lines(raw: bytes) -> list[bytes]:
    return raw.split(b"\n")


def _pick(lines: list[bytes], chance: random.Random) -> int:
    """A line that holds something, where there is one."""
    full = [number for number, line in enumerate(lines) if line.strip() and line[:1] != b"#"]
    return chance.choice(full or [0])


def delete_line(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    del lines[_pick(lines, chance)]
    return b"\n".join(lines)


def delete_block(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    start = _pick(lines, chance)
    del lines[start : start + chance.randint(2, 12)]
    return b"\n".join(lines)


def duplicate_line(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    number = _pick(lines, chance)
    lines.insert(number, lines[number])
    return b"\n".join(lines)


def move_line(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    line = lines.pop(_pick(lines, chance))
    lines.insert(_pick(lines or [b""], chance), line)
    return b"\n".join(lines)


def reindent(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    number = _pick(lines, chance)
    start = chance.choice((b"", b" ", b"  ", b"   ", b"      ", b"\t", b"\xc2\xa0", b"  - "))
    lines[number] = start + lines[number].lstrip()
    return b"\n".join(lines)


def retype_character(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    number = _pick(lines, chance)
    line, at = lines[number], chance.randrange(len(lines[number]) or 1)
    sign = chance.choice(
        (b"", b"x", b":", b" ", b"'", b'"', b"-", b"#", b"\x07", b"{", b"]", b",", b"&")
    )
    lines[number] = line[:at] + sign + line[at + chance.randint(0, 1) :]
    return b"\n".join(lines)


def retype_value(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    number = _pick(lines, chance)
    head, colon, _ = lines[number].partition(b": ")
    if not colon:
        head, colon, _ = lines[number].partition(b"- ")
    lines[number] = head + colon + chance.choice(_VALUES)
    return b"\n".join(lines)


def truncate(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) or 1)]


def reencode(raw: bytes, chance: random.Random) -> bytes:
    lines = _lines(raw)
    number = _pick(lines, chance)
    text = lines[number].decode() + chance.choice(("é", "“x”", "€", ""))
    encoding = chance.choice(("cp1252", "utf-16", "utf-16-le", "utf-8-sig", "utf-7"))
    lines[number] = text.encode(encoding, "replace")
    return b"\n".join(lines)


MUTATIONS: tuple[Mutation, ...] = (
    delete_line,
    delete_block,
    duplicate_line,
    move_line,
    reindent,
    retype_character,
    retype_value,
    truncate,
    reencode,
)
