"""A small knowledge folder of an invented court, in memory, for the desk's tests."""

from collections.abc import Mapping
from functools import cache

from bot.knowledge import Knowledge, load_contents
from tests.says import says

_FILES: Mapping[str, str] = {
    "court.yaml": """
name: Court of Examples
time_zone: America/Chicago
go_live: 2030-06-03
website: https://court.example
link_hosts: [center.example]
when_unsure: clerk>center
""",
    "contacts.yaml": """
contacts:
  - id: center
    name: Account Center
    helps_with: accounts
    phone: (555) 010-0100
    email: help@center.example
    hours:
      - {days: mon-fri, opens: 8:00 am, closes: 6:00 pm}
  - id: clerk
    name: Clerk's Office
    helps_with: filing
    phone: (555) 010-0199
    hours_text: regular business hours
    follows_court_closures: true
  - {id: attorney, name: An attorney, helps_with: advice}
""",
    "words.yaml": "read_as: {pw: password}\nsame: []\n",
    "answers/accounts.yaml": """
topic: Accounts
entries:
  - id: password
    question: How do I reset my password?
    route: self>center
    answer: |
      Open the page & press <Reset>.

      1. Type *your* name.
      2. Wait.
    links: [{title: "Reset: the page", url: "https://center.example/reset"}]
    related: [account, link, closing]
    sources: [manual]
    reviewed: 2026-11-01
  - id: account
    question: How do I open an account?
    route: self>center
    answer: Fill in the form.
    reviewed: 2026-11-02
  - id: link
    question: How do I link my accounts?
    route: clerk>center
    answer:
      - {until: day-before-go-live, text: Wait for the day.}
      - {from: go-live, text: Press Link.}
      - {text: Then sign in.}
    related: [password]
    reviewed: 2026-11-03
  - id: closing
    question: Is the old system closing?
    route: none
    until: 2029-12-31
    answer: It is.
    reviewed: 2026-11-03
  - id: advice
    question: What should I file?
    route: attorney
    answer: Ask an attorney.
    reviewed: 2026-11-03
""",
    "not-ours/all.yaml": """
classes:
  - {id: parking, title: Parking, kind: elsewhere, route: clerk, reviewed: 2026-11-01,
     reply: We do not know about parking.}
  - {id: thanks, title: Thanks, kind: small-talk, route: none, reviewed: 2026-11-01,
     reply: You are welcome.}
  - {id: leaning, title: Part of a question, kind: follow-up, route: none, reviewed: 2026-11-01,
     reply: Please ask the whole question.}
""",
    "sources/all.yaml": "sources: {manual: {title: The manual}}\n",
    "phrasings/all.yaml": """
phrasings:
  password: [reset password, forgot my password]
  account: [open an account, sign up]
  link: [link accounts, join logins]
  closing: [is the old system going away]
  advice: [what should i file]
  parking: [where do i park]
  thanks: [thank you]
  leaning: [and how much is that]
""",
    "questions/all.yaml": "questions: {password: [i lost the password]}\n",
}


def files(**changed: str) -> dict[str, bytes]:
    """The folder's files as bytes; `changed` replaces files by their path (`/` written `__`)."""
    texts = {**_FILES, "says.yaml": says()}
    texts.update(
        {name.replace("__", "/").replace("_yaml", ".yaml"): changed[name] for name in changed}
    )
    return {name: text.encode() for name, text in texts.items()}


@cache
def example() -> Knowledge:
    """The folder as knowledge."""
    return load_contents(files()).required()


def with_notices(notices: str) -> Knowledge:
    """The folder with a `notices.yaml`."""
    return load_contents(files(notices_yaml=notices)).required()
