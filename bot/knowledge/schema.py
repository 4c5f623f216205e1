"""JSON Schemas of the files: an editor that knows them completes and underlines while one types."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from bot.knowledge.load import FILES, FOLDERS

FOLDER = ".schema"
"""Where the schemas stand in the knowledge folder; `load` passes by names that begin with a dot."""


def schemas() -> dict[str, str]:
    """The text of every schema by its file name, such as `answers.json`."""
    return {f"{name}.json": _text(form) for name, form in sorted(_forms().items())}


def editor_settings(knowledge: str = "knowledge") -> str:
    """Settings that tell VS Code's YAML extension which schema is whose (`.vscode/settings.json`).

    `knowledge` is the folder's path inside the workspace, empty for the workspace itself.
    """
    inside = f"{knowledge}/" if knowledge else ""
    schemas_of = {f"./{inside}{FOLDER}/{name}.json": f"{inside}{_files(name)}" for name in _forms()}
    settings = {
        "yaml.schemas": dict(sorted(schemas_of.items())),
        "files.encoding": "utf8",
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.wordWrap": "on",
        },
    }
    return json.dumps(settings, indent=2) + "\n"


def _forms() -> Mapping[str, type[BaseModel]]:
    return {**{name.removesuffix(".yaml"): form for name, form in FILES.items()}, **FOLDERS}


def _files(name: str) -> str:
    return f"{name}/*.yaml" if name in FOLDERS else f"{name}.yaml"


def _text(form: type[BaseModel]) -> str:
    schema = form.model_json_schema(by_alias=True)
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    return json.dumps(_in_draft_7(draft | schema), indent=2, sort_keys=True) + "\n"


def _in_draft_7(value: Any) -> Any:
    """The same with `definitions`, as the editors' YAML extension reads them."""
    if isinstance(value, dict):
        renamed = {"definitions" if key == "$defs" else key: each for key, each in value.items()}
        return {key: _in_draft_7(each) for key, each in renamed.items()}
    if isinstance(value, list):
        return [_in_draft_7(each) for each in value]
    if isinstance(value, str) and value.startswith("#/$defs/"):
        return value.replace("#/$defs/", "#/definitions/")
    return value
