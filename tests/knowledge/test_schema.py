"""The JSON Schemas that editors use: as committed, and true of every file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.knowledge.document import read_document
from bot.knowledge.load import FILES, FOLDERS
from bot.knowledge.schema import FOLDER, editor_settings, schemas
from tests.knowledge.example import files

KNOWLEDGE = Path("knowledge")
COMMITTED = sorted(KNOWLEDGE.rglob("*.yaml"))


def schema_of(path: str) -> Any:
    folder, _, name = path.rpartition("/")
    return json.loads(schemas()[f"{folder or name.removesuffix('.yaml')}.json"])


def as_an_editor_reads(value: Any) -> Any:
    """Dates are text to an editor."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def validate(path: str, raw: str) -> None:
    document, _ = read_document(path, raw.encode())
    jsonschema.Draft7Validator(schema_of(path)).validate(as_an_editor_reads(document.data))


def test_there_is_a_schema_for_every_form() -> None:
    """Each known file and folder has one, and each is a valid schema."""
    assert len(schemas()) == len(FILES) + len(FOLDERS)
    for text in schemas().values():
        jsonschema.Draft7Validator.check_schema(json.loads(text))


def test_the_committed_schemas_are_the_generated_ones() -> None:
    """Whoever changes a form writes the schemas anew (python -m bot schema)."""
    committed = {path.name: path.read_text() for path in (KNOWLEDGE / FOLDER).glob("*.json")}
    assert committed == schemas()


def test_the_committed_settings_know_every_form() -> None:
    """VS Code is told which schema is for which files."""
    assert Path(".vscode/settings.json").read_text() == editor_settings()


@pytest.mark.parametrize("path", COMMITTED, ids=str)
def test_every_file_of_the_court_is_valid(path: Path) -> None:
    """An editor underlines nothing in what is committed."""
    validate(path.relative_to(KNOWLEDGE).as_posix(), path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(files()))
def test_every_file_of_a_new_court_is_valid(path: str) -> None:
    """Nor in what a new court begins with."""
    validate(path, files()[path].decode())


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("answers/accounts.yaml", "phrasings:", "phrasing:"),
        ("answers/accounts.yaml", "    route: self>psc\n", ""),
        ("contacts.yaml", "phone: (555) 010-0199", "phone: none"),
        ("notices.yaml", "notices: []", "notices: [{id: a, text: b, severity: red}]"),
    ],
)
def test_an_editor_underlines_slips(path: str, old: str, new: str) -> None:
    """What `check` would refuse by its form, the schema refuses while one types."""
    text = files()[path].decode()
    assert old in text
    with pytest.raises(jsonschema.ValidationError):
        validate(path, text.replace(old, new, 1))
