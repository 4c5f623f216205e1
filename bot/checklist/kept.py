"""Progress as plain data that a store can keep, and back. Ids and moments only, no words."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.checklist.progress import Change, Progress, Record, State


def as_data(progress: Progress) -> dict[str, Any]:
    """The progress as JSON-ready data. `from_data` of it is equal to the progress."""
    return {
        "checklist": progress.checklist,
        "role": progress.role,
        "records": _records_data(progress.records),
        "again": list(progress.again),
        "history": [
            {"role": change.role, "records": _records_data(change.records)}
            for change in progress.history
        ],
        "active": progress.active,
        "reminders_on": progress.reminders_on,
        "moved": progress.moved.isoformat() if progress.moved else None,
    }


def from_data(data: Mapping[str, Any]) -> Progress:
    """Read what `as_data` wrote, also by an earlier version that knew fewer keys.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    history = tuple(
        Change(change["role"], _records(change["records"])) for change in data.get("history", ())
    )
    records = {step: each for step, each in _records(data["records"]).items() if each is not None}
    return Progress(
        checklist=data["checklist"],
        role=data["role"],
        records=MappingProxyType(records),
        again=tuple(data.get("again", ())),
        history=history,
        active=data.get("active", False),
        reminders_on=data.get("reminders_on", True),
        moved=datetime.fromisoformat(data["moved"]) if data.get("moved") else None,
    )


def _records_data(records: Mapping[str, Record | None]) -> dict[str, Any]:
    return {step: _record_data(record) for step, record in records.items()}


def _record_data(record: Record | None) -> list[str | None] | None:
    if record is None:
        return None
    return [str(record.state), record.choice, record.when.isoformat()]


def _records(data: Mapping[str, Any]) -> Mapping[str, Record | None]:
    return MappingProxyType({step: _record(each) for step, each in data.items()})


def _record(data: Any) -> Record | None:
    if data is None:
        return None
    state, choice, when = data
    return Record(State(state), choice, datetime.fromisoformat(when))
