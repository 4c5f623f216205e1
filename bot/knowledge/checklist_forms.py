"""The form of a checklist (`checklists/<name>.yaml`): steps that people are walked through.

Everything a person's progress refers to carries a lasting id: checklist, role, step, choice.
Steps may be added, taken out and put in another order at any time.
"""

from typing import Annotated, Literal

from pydantic import Field

from bot.knowledge.model import Form, Id, Line, Link, Many, RouteField, Text, Window

Label = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\n\r]*\S[^\n\r]*$")]
Marks = Literal["done", "to-do", "not-for-me"]
Means = Literal["yes", "no", "not-sure"]


class Shows(Form):
    """What a choice shows: words of its own, an answer of the desk, links, contacts."""

    text: Text | None = Field(default=None, description="Words of the checklist's own.")
    entry: Id | None = Field(default=None, description="The id of an answer, shown whole.")
    links: Many[Link] = ()
    contacts: Many[Id] = Field(default=(), description="Ids of contacts.yaml, in order.")


class StepChoice(Form):
    """One answer to a step's question."""

    id: Id
    label: Label = Field(description="What stands on the button.")
    means: Means | None = Field(
        default=None, description="Lets people type `yes`, `no` or `not sure` for it."
    )
    words: Many[Line] = Field(default=(), description="Other words that people type for it.")
    marks: Marks | None = Field(
        default=None, description="What the step becomes: done, to-do or not-for-me."
    )
    next: Id | None = Field(
        default=None,
        description="The id of a later step to go to. Without it, the next step in the file.",
    )
    shows: Shows = Shows()

    @property
    def state(self) -> Marks:
        """What the step becomes; a choice that only leads on settles it."""
        return self.marks or "done"


class Step(Window):
    """One thing to get ready."""

    id: Id
    title: Label = Field(description="A short name, used in lists.")
    question: Annotated[str, Field(min_length=1, max_length=300)]
    help: Text | None = Field(default=None, description="A line or two below the question.")
    roles: Many[Id] = Field(
        default=(), alias="for", description="Ids of the roles it is for; without it, everybody."
    )
    stuck: RouteField = Field(description="Who helps with this very step, written like a route.")
    choices: Annotated[Many[StepChoice], Field(min_length=1, max_length=8)]

    def is_for(self, role: str) -> bool:
        """Whether people of that role go through it."""
        return not self.roles or role in self.roles

    def choice(self, choice_id: str | None) -> StepChoice | None:
        """The choice with that id, if it is (still) there."""
        return next((each for each in self.choices if each.id == choice_id), None)


class Role(Form):
    """Who somebody is: decides which steps apply."""

    id: Id
    label: Label = Field(description="What stands on the button.")
    words: Many[Line] = Field(default=(), description="Other words that people type for it.")


class Checklist(Form):
    """`checklists/<name>.yaml`."""

    id: Id
    title: Label
    intro: Text = Field(description="Said once, when somebody begins.")
    starts_with: Many[Line] = Field(description="What people type to begin.")
    role_question: Annotated[str, Field(min_length=1, max_length=300)]
    roles: Annotated[Many[Role], Field(min_length=1, max_length=10)]
    steps: Annotated[Many[Step], Field(min_length=1, max_length=40)]

    def role(self, role_id: str | None) -> Role | None:
        """The role with that id, if it is (still) there."""
        return next((each for each in self.roles if each.id == role_id), None)

    def step(self, step_id: str | None) -> Step | None:
        """The step with that id, if it is (still) there."""
        return next((each for each in self.steps if each.id == step_id), None)
