"""Which keys a form knows at some place in a file."""

import difflib
import types
import typing
from typing import Annotated, Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.knowledge.document import Path


def known_keys(form: type[BaseModel], path: Path) -> dict[str, FieldInfo]:
    """The keys of the block at a path, as they are written in the file."""
    owner = _owner(form, path)
    if owner is None:
        return {}
    return {field.alias or name: field for name, field in owner.model_fields.items()}


def meant_key(form: type[BaseModel], path: Path) -> str:
    """The known key that the unknown one at the end of the path is most like, else ''."""
    known = known_keys(form, path[:-1])
    near = difflib.get_close_matches(str(path[-1]).lower(), known, n=1, cutoff=0.6)
    return near[0] if near else ""


def _owner(form: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The form of the block at the path."""
    kind: Any = form
    for step in path:
        if isinstance(step, str):
            kind = _value_kind(kind, step)
    return _model_in(kind)


def _value_kind(kind: Any, key: str) -> Any:
    """The type of the value under a key, in a form or in a block of free keys."""
    if isinstance(free := _dict_in(kind), tuple):
        return free[1]
    model = _model_in(kind)
    if model is None:
        return None
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return fields[key].annotation if key in fields else None


def _dict_in(kind: Any) -> tuple[Any, ...] | None:
    return typing.get_args(kind) if typing.get_origin(kind) is dict else None


def _model_in(kind: Any) -> type[BaseModel] | None:
    """The first form inside a type such as `tuple[Entry, ...]` or `Text | tuple[Part, ...]`."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if typing.get_origin(kind) in (Annotated, tuple, dict, typing.Union, types.UnionType):
        for argument in typing.get_args(kind):
            if (model := _model_in(argument)) is not None:
                return model
    return None
