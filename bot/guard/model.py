"""What the guard finds, as values."""

from dataclasses import dataclass
from enum import StrEnum


class SecretKind(StrEnum):
    """What must never be kept, logged, sent on or repeated. The value is what a person reads."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    SECURITY_ANSWER = "security-answer"
    ONE_TIME_CODE = "one-time-code"
    BACKUP_CODE = "backup-code"
    SOCIAL_SECURITY_NUMBER = "social-security-number"
    CARD_NUMBER = "card-number"
    BANK_ACCOUNT = "bank-account"
    BIRTH_DATE = "birth-date"


class PersonalKind(StrEnum):
    """What points to a person without being a secret: left out of text that clerks keep."""

    EMAIL = "e-mail"
    PHONE = "phone-number"
    CASE_NUMBER = "case-number"
    NUMBER = "number"


Kind = SecretKind | PersonalKind


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret: `text[start:end]` of the text that was searched."""

    kind: SecretKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch to remove; `start` and `end` count in the text that the finder was given."""

    kind: Kind
    start: int
    end: int


def label(kind: Kind) -> str:
    """What stands in redacted text where something was removed: "[password removed]"."""
    return f"[{kind.replace('-', ' ') if kind != PersonalKind.EMAIL else kind} removed]"
