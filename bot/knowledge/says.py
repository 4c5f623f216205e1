"""The desk's own short phrases (`says.yaml`): everything it says that is not an answer."""

import re
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from bot.knowledge.model import Form, Line, Text

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def _phrase(description: str, *placeholders: str) -> Any:
    """A required phrase that may hold these placeholders, such as {date}, and no others."""
    extra: dict[str, Any] = {"placeholders": list(placeholders)}
    hint = f" May hold {', '.join(f'{{{name}}}' for name in placeholders)}." if placeholders else ""
    return Field(description=description + hint, json_schema_extra=extra)


class SecretKinds(Form):
    """What the desk calls the kinds of secret that it recognises in a message."""

    password: Line
    security_answer: Line = Field(alias="security-answer")
    one_time_code: Line = Field(alias="one-time-code")
    backup_code: Line = Field(alias="backup-code")
    social_security_number: Line = Field(alias="social-security-number")
    card_number: Line = Field(alias="card-number")
    bank_account: Line = Field(alias="bank-account")
    birth_date: Line = Field(alias="birth-date")

    def name(self, kind: str) -> str:
        """The words for a kind such as `card-number`."""
        return str(getattr(self, kind.replace("-", "_")))


class Says(Form):
    """Every phrase is required, so that nothing the desk says is hidden in the program."""

    desk_name: Line = _phrase("What the desk calls itself.")
    usage: Text = _phrase("How to use the desk: shown for help and a bare command.")
    nothing_asked: Text = _phrase("Reply to an empty message, a bare mention, a sticker.")
    which: Line = _phrase("Above two or three choices.")
    which_number: Line = _phrase("When the typed reply to choices names none of them.")
    how_to_choose: Line = _phrase("Below the choices: how to pick one.")
    none_of_these: Line = _phrase("The last choice.")
    none_chosen: Text = _phrase("Reply to 'none of these', above the contacts.")
    unknown: Text = _phrase("When nothing answers the question, above the contacts.")
    after_this: Line = _phrase(
        "A follow-up question: offers what belongs to {question}.", "question"
    )
    did_not_work: Text = _phrase("Reply to 'that did not work', above the contacts.")
    gone: Text = _phrase("When the chosen answer is no longer there.")
    went_wrong: Text = _phrase("When something failed on our side, above the contacts.")
    secret: Text = _phrase("Tops the reply when a message holds {kinds} of secret.", "kinds")
    secret_kinds: SecretKinds
    related: Line = _phrase("Above the questions that people ask next.")
    turn_to: Line = _phrase("Above a contact, after an answer.")
    turn_to_in_order: Line = _phrase("Above two contacts that are tried in order.")
    no_contact: Text = _phrase("'Talk to a person' where nobody in particular is to be called.")
    checked: Line = _phrase("Where an answer comes from.", "sources", "date")
    checked_without_source: Line = _phrase("The same for an answer without a source.", "date")
    talk_to_a_person: Line = _phrase("Label of the button that shows the contacts.")
    person: Line = _phrase("Above the contacts when somebody asks for a person.")
    share: Line = _phrase("Label of the button that posts a private answer in the channel.")
    shared_by: Line = _phrase("Tops a shared answer.", "person")
    shared: Line = _phrase("Told to the person who shared.")
    share_failed: Text = _phrase("When the bot may not post in that channel.")
    read_aloud_links: Line = _phrase("Above the links of an answer.")
    live_since: Line = _phrase("Status: the court is live.", "court", "date")
    live_today: Line = _phrase("Status on the go-live day.", "court", "date")
    live_tomorrow: Line = _phrase("Status on the day before.", "court", "date")
    live_in: Line = _phrase("Status before the go-live day.", "court", "date", "days")
    no_notices: Line = _phrase("Status: no notice is in force.")
    notices: Line = _phrase("Status: above the notices in force.")
    version: Line = _phrase("Status: which version of the answers is in use.", "version")
    status_usage: Text = _phrase("How to use the status command.")
    open_until: Line = _phrase("A contact that is open.", "time")
    closed_opens_today: Line = _phrase("A contact that opens later today.", "time", "zone")
    closed_opens: Line = _phrase("A contact that is closed.", "day", "time", "zone")
    closed_for: Line = _phrase("A contact that is closed for a {reason}.", "reason", "opens")
    next_business_day: Line = _phrase("When an office without published hours opens again.")
    hours_not_published: Line = _phrase("A contact without published hours.")

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
