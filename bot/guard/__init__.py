"""The guard: what a person should not have typed here, found before anything else sees it."""

from collections.abc import Callable, Iterable

from bot.guard.bank_accounts import find_bank_accounts
from bot.guard.birth_dates import find_birth_dates
from bot.guard.cards import find_cards
from bot.guard.codes import find_codes
from bot.guard.harmless import find_personal
from bot.guard.logins import find_logins
from bot.guard.model import Found, Kind, Secret, SecretKind, label
from bot.guard.passwords import find_passwords
from bot.guard.security_answers import find_security_answers
from bot.guard.social_security import find_social_security
from bot.guard.spelled import find_spelled_numbers
from bot.guard.sweep import sweep, where_digits

__all__ = ["Secret", "SecretKind", "find_secrets", "is_sensitive", "redact", "without"]

_SECRETS = (
    where_digits(find_cards),
    where_digits(find_social_security),
    where_digits(find_bank_accounts),
    where_digits(find_birth_dates),
    where_digits(find_codes),
    find_passwords,
    find_logins,
    find_security_answers,
    find_spelled_numbers,
)


def find_secrets(text: str) -> tuple[Secret, ...]:
    """The secrets in `text`, in order, none overlapping.

    Takes time in proportion to the length of `text`.
    """
    return tuple(
        Secret(SecretKind(found.kind), found.start, found.end) for found in sweep(text, _SECRETS)
    )


def is_sensitive(text: str) -> bool:
    """Whether `text` holds a secret, so that its writer is told to delete and change it."""
    return bool(find_secrets(text))


def without(text: str, secrets: Iterable[Secret]) -> str:
    """`text` with a space in place of each of its secrets, as `find_secrets` gave them."""
    return _replaced(text, secrets, lambda _: " ")


def redact(text: str, personal: bool = False) -> str:
    """`text` with a label such as "[password removed]" in place of every secret.

    With `personal`, for text that clerks keep, e-mail addresses, phone and case numbers and other
    runs of six or more digits go too. What comes back holds no secret: `find_secrets` finds none.
    """
    finders = (*_SECRETS, find_personal) if personal else _SECRETS
    return _replaced(text, sweep(text, finders), label)


def _replaced(text: str, stretches: Iterable[Found | Secret], mark: Callable[[Kind], str]) -> str:
    pieces, done = list[str](), 0
    for stretch in stretches:
        pieces += [text[done : stretch.start], mark(stretch.kind)]
        done = stretch.end
    return "".join([*pieces, text[done:]])
