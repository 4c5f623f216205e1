"""Parts of the Home tab. Like all parts, each knows its `text`."""

from dataclasses import dataclass

from bot.helpdesk.choice import Choice


@dataclass(frozen=True, slots=True)
class Search:
    """A button that opens the search window."""

    label: str

    @property
    def text(self) -> str:
        """The label."""
        return self.label


@dataclass(frozen=True, slots=True)
class Menu:
    """A topic with its questions, to choose one from."""

    title: str
    choices: tuple[Choice, ...]
    hint: str

    @property
    def text(self) -> str:
        """The topic and its questions, one a line."""
        return "\n".join([f"{self.title}:", *(f"- {choice.label}" for choice in self.choices)])
