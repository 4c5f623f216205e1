"""The desk's own short phrases (`says.yaml`): everything it says that is not an answer."""

from pydantic import Field

from bot.knowledge.guide_says import GuideSays, HomeSays
from bot.knowledge.model import Form, Line, Text
from bot.knowledge.phrases import Phrases, phrase


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


class Says(Phrases):
    """Phrases are required, so that nothing the desk says is hidden in the program.

    Only those that came late have a default, which the schema shows.
    """

    desk_name: Line = phrase("What the desk calls itself.")
    usage: Text = phrase("How to use the desk: shown for help and a bare command.")
    nothing_asked: Text = phrase("Reply to an empty message, a bare mention, a sticker.")
    which: Line = phrase("Above two or three choices.")
    which_number: Line = phrase("When the typed reply to choices names none of them.")
    how_to_choose: Line = phrase("Below the choices: how to pick one.")
    none_of_these: Line = phrase("The last choice.")
    none_chosen: Text = phrase("Reply to 'none of these', above the contacts.")
    unknown: Text = phrase("When nothing answers the question, above the contacts.")
    maybe_legal: Text = phrase(
        "The same when the question may have asked for legal advice, above an attorney's card."
    )
    after_this: Line = phrase(
        "A follow-up question: offers what belongs to {question}.", "question"
    )
    did_not_work: Text = phrase("Reply to 'that did not work', above the contacts.")
    gone: Text = phrase("When the chosen answer is no longer there.")
    went_wrong: Text = phrase("When something failed on our side, above the contacts.")
    secret: Text = phrase("Tops the reply when a message holds {kinds} of secret.", "kinds")
    secret_unposted: Text = phrase(
        "The same for what was typed into a command or a window: there is no message to delete.",
        "kinds",
    )
    secret_kinds: SecretKinds
    related: Line = phrase("Above the questions that people ask next.")
    turn_to: Line = phrase("Above a contact, after an answer.")
    turn_to_in_order: Line = phrase("Above two contacts that are tried in order.")
    no_contact: Text = phrase("'Talk to a person' where nobody in particular is to be called.")
    checked: Line = phrase("Where an answer comes from.", "sources", "date")
    checked_without_source: Line = phrase("The same for an answer without a source.", "date")
    talk_to_a_person: Line = phrase("Label of the button that shows the contacts.")
    person: Line = phrase("Above the contacts when somebody asks for a person.")
    share: Line = phrase("Label of the button that posts a private answer in the channel.")
    shared_by: Line = phrase("Tops a shared answer.", "person")
    shared: Line = phrase("Told to the person who shared.")
    share_failed: Text = phrase("When the bot may not post in that channel.")
    read_aloud_links: Line = phrase("Above the links of an answer.")
    live_since: Line = phrase("Status: the court is live.", "court", "date")
    live_today: Line = phrase("Status on the go-live day.", "court", "date")
    live_tomorrow: Line = phrase("Status on the day before.", "court", "date")
    live_in: Line = phrase("Status before the go-live day.", "court", "date", "days")
    no_notices: Line = phrase("Status: no notice is in force.")
    notices: Line = phrase("Status: above the notices in force.")
    version: Line = phrase("Status: which version of the answers is in use.", "version")
    open_until: Line = phrase("A contact that is open.", "time")
    closed_opens_today: Line = phrase("A contact that opens later today.", "time", "zone")
    closed_opens: Line = phrase("A contact that is closed.", "day", "time", "zone")
    closed_for: Line = phrase("A contact that is closed for a {reason}.", "reason", "opens")
    next_business_day: Line = phrase("When an office without published hours opens again.")
    hours_not_published: Line = phrase("A contact without published hours.")
    guide: GuideSays
    home: HomeSays
