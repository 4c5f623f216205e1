"""Phrases of the desk: texts in which {names} in braces are filled in by the program."""

import re
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from bot.knowledge.model import Form

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def phrase(description: str, *placeholders: str) -> Any:
    """A required phrase that may hold these placeholders, such as {date}, and no others."""
    extra: dict[str, Any] = {"placeholders": list(placeholders)}
    hint = f" May hold {', '.join(f'{{{name}}}' for name in placeholders)}." if placeholders else ""
    return Field(description=description + hint, json_schema_extra=extra)


class Phrases(Form):
    """A form of phrases. A brace that would not be filled in is refused."""

    @field_validator("*", mode="after")
    @classmethod
    def _only_known_placeholders(cls, text: object, info: ValidationInfo) -> object:
        extra = cls.model_fields[info.field_name or ""].json_schema_extra
        if not isinstance(text, str) or not isinstance(extra, dict):
            return text
        allowed = extra["placeholders"]
        assert isinstance(allowed, list)
        for braces in _BRACES.finditer(text):
            if braces.group(1) not in allowed:
                names = ", ".join(f"{{{name}}}" for name in allowed) or "none"
                raise ValueError(f"{braces.group(0)} is not filled in here; allowed: {names}")
        return text
