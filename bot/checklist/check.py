"""Where a checklist goes wrong although each line of it is right: loops, dead ends, lost steps."""

from collections.abc import Iterator
from datetime import date

from bot.checklist.alike import plain
from bot.checklist.plan import following
from bot.knowledge import Checklist, Knowledge, Loaded, Problem, Severity, Step, StepChoice
from bot.knowledge.document import Document, Path


def check(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """All problems of all checklists, sorted; none when the folder itself has errors."""
    if loaded.knowledge is None:
        return ()
    problems: list[Problem] = []
    for filled in loaded.files.values():
        if isinstance(filled.form, Checklist):
            reader = _Reader(filled.document, filled.form, loaded.knowledge, today)
            problems.extend(reader.problems())
    return tuple(sorted(problems))


class _Reader:
    """Looks through one checklist."""

    def __init__(
        self, document: Document, checklist: Checklist, knowledge: Knowledge, today: date
    ) -> None:
        self.document = document
        self.checklist = checklist
        self.knowledge = knowledge
        self.today = today
        self.position = {step.id: index for index, step in enumerate(checklist.steps)}

    def problems(self) -> Iterator[Problem]:
        """Everything found, in no particular order."""
        for index, step in enumerate(self.checklist.steps):
            yield from self._dead_end(("steps", index), step)
            yield from self._alike(("steps", index), step)
            for at, choice in enumerate(step.choices):
                path: Path = ("steps", index, "choices", at)
                yield from self._leads_nowhere(path, choice)
                yield from self._loop(path, step, choice)
        yield from self._unreachable()
        yield from self._empty_roles()

    def _leads_nowhere(self, path: Path, choice: StepChoice) -> Iterator[Problem]:
        if choice.marks is None and choice.next is None:
            what = f"The choice `{choice.label}` leads nowhere"
            cure = "Add `marks: done`, `to-do` or `not-for-me`, or `next:` with a later step."
            yield self._problem(path, what, cure)
        elif choice.marks == "to-do" and not _shows_something(choice):
            what = f"The choice `{choice.label}` leaves something to do, but does not show how"
            cure = "Add `shows:` with an `entry`, a text, links or contacts."
            yield self._problem(path, what, cure, Severity.WARNING)

    def _loop(self, path: Path, step: Step, choice: StepChoice) -> Iterator[Problem]:
        """A choice may only lead forward; one that leads back would ask for ever."""
        if choice.next is None or self.position[choice.next] > self.position[step.id]:
            return
        between = self.checklist.steps[self.position[choice.next] : self.position[step.id] + 1]
        way = " > ".join([*(each.id for each in between), choice.next])
        cure = "Let `next` name a step further down, or move that step below this one."
        yield self._problem((*path, "next"), f"This is a loop: {way}", cure)

    def _dead_end(self, path: Path, step: Step) -> Iterator[Problem]:
        if all(choice.state == "to-do" for choice in step.choices):
            what = f"The step `{step.id}` is a dead end: no choice ever settles it"
            cure = "Give it a choice with `marks: done` or `marks: not-for-me`."
            yield self._problem((*path, "id"), what, cure)

    def _alike(self, path: Path, step: Step) -> Iterator[Problem]:
        """Two choices that people would type in the same words."""
        said: dict[str, str] = {}
        for at, choice in enumerate(step.choices):
            for phrase in {" ".join(plain(each)) for each in (choice.label, *choice.words)}:
                other = said.setdefault(phrase, choice.label)
                if other != choice.label:
                    what = f"`{phrase}` stands for two choices: `{other}` and `{choice.label}`"
                    cure = "Keep it for one of them."
                    yield self._problem((*path, "choices", at), what, cure, Severity.WARNING)

    def _unreachable(self) -> Iterator[Problem]:
        reached = {step for role in self.checklist.roles for step in self._reached(role.id)}
        for index, step in enumerate(self.checklist.steps):
            if step.last is not None and self.knowledge.day(step.last) < self.today:
                what = f"The step `{step.id}` is over: nobody is asked it any more"
                cure = "Take it out, or change `until`."
                yield self._problem(("steps", index, "until"), what, cure, Severity.WARNING)
            elif step.id not in reached:
                what = f"No choice leads to the step `{step.id}`"
                cure = "Look at the `next:` of the steps before it, which all pass it by."
                yield self._problem(("steps", index, "id"), what, cure)

    def _reached(self, role: str) -> set[str]:
        """The steps that people of a role come to by any choices, once every step is asked."""
        waiting = [step for step in self.checklist.steps if step.is_for(role)][:1]
        reached: set[str] = set()
        while waiting:
            step = waiting.pop()
            if step.id not in reached:
                reached.add(step.id)
                after = (following(self.checklist, step, it, role) for it in step.choices)
                waiting.extend(each for each in after if each is not None)
        return reached

    def _empty_roles(self) -> Iterator[Problem]:
        for index, role in enumerate(self.checklist.roles):
            if not any(step.is_for(role.id) for step in self.checklist.steps):
                what = f"The role `{role.id}` is a dead end: no step is for it"
                cure = "Name it in the `for:` of a step, or take the role out."
                yield self._problem(("roles", index, "id"), what, cure)

    def _problem(
        self, path: Path, what: str, cure: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        spot = self.document.spot(path)
        return Problem(spot.place, what, cure, spot.typed, severity)


def _shows_something(choice: StepChoice) -> bool:
    shows = choice.shows
    return bool(shows.entry or shows.text or shows.links or shows.contacts)
