"""A checklist as a diagram: Mermaid for a page, a plain tree for a terminal."""

from collections.abc import Iterator

from bot.checklist.plan import following
from bot.knowledge import Checklist, Step, StepChoice

_MARKS = {"done": "done", "to-do": "to do", "not-for-me": "not for me"}


def as_mermaid(checklist: Checklist) -> str:
    """A flowchart in Mermaid's notation, as GitHub and many editors show it."""
    return "\n".join(_mermaid(checklist)) + "\n"


def as_tree(checklist: Checklist) -> str:
    """The same in plain text: each step with its choices and where they lead."""
    return "\n".join(_tree(checklist)) + "\n"


def _mermaid(checklist: Checklist) -> Iterator[str]:
    yield "flowchart TD"
    title, question = _quoted(checklist.title), _quoted(checklist.role_question)
    yield f'    start(["{title}"]) --> who{{"{question}"}}'
    for role in checklist.roles:
        first = next((step for step in checklist.steps if step.is_for(role.id)), None)
        yield f'    who -->|"{_quoted(role.label)}"| {_node(first)}'
    for step in checklist.steps:
        words = f"{_quoted(step.title)}<br/>{_quoted(step.question)}{_limits(step)}"
        yield f'    {_node(step)}["{words}"]'
        yield from _arrows(checklist, step)
    yield '    finished(["Summary"])'


def _arrows(checklist: Checklist, step: Step) -> Iterator[str]:
    """One arrow for each step that choices lead to; where that depends on the role, one each."""
    labels: dict[str, list[str]] = {}
    for choice in step.choices:
        for target, roles in _targets(checklist, step, choice).items():
            label = f"{_quoted(choice.label)}: {_MARKS[choice.state]}{roles}"
            labels.setdefault(target, []).append(label)
    for target, of_target in labels.items():
        yield f'    {_node(step)} -->|"{"<br/>".join(of_target)}"| {target}'


def _targets(checklist: Checklist, step: Step, choice: StepChoice) -> dict[str, str]:
    """The nodes a choice leads to, each with the roles it is so for, if not for all."""
    roles: dict[str, list[str]] = {}
    for role in checklist.roles:
        if step.is_for(role.id):
            target = _node(following(checklist, step, choice, role.id))
            roles.setdefault(target, []).append(role.id)
    if len(roles) == 1:
        return dict.fromkeys(roles, "")
    return {target: f" ({', '.join(of_target)})" for target, of_target in roles.items()}


def _tree(checklist: Checklist) -> Iterator[str]:
    yield f"{checklist.title} ({checklist.id})"
    yield f"? {checklist.role_question}"
    for role in checklist.roles:
        steps = [step.id for step in checklist.steps if step.is_for(role.id)]
        yield f"  - {role.label} ({role.id}): {', '.join(steps) or 'no step'}"
    for number, step in enumerate(checklist.steps, 1):
        yield ""
        yield f"{number}. {step.title} ({step.id}){_limits(step)}"
        yield f"   ? {step.question}"
        for choice in step.choices:
            yield f"   - {choice.label}: {_MARKS[choice.state]}{_leads(choice)}"


def _leads(choice: StepChoice) -> str:
    shows = choice.shows
    shown = [
        *(["a text"] if shows.text else []),
        *([shows.entry] if shows.entry else []),
        *(link.title for link in shows.links),
        *shows.contacts,
    ]
    words = f"; shows {', '.join(shown)}" if shown else ""
    return f"{words}; then {choice.next}" if choice.next else words


def _limits(step: Step) -> str:
    limits = []
    if step.roles:
        limits.append(f"for {', '.join(step.roles)}")
    if step.first:
        limits.append(f"from {step.first}")
    if step.last:
        limits.append(f"until {step.last}")
    return f" [{'; '.join(limits)}]" if limits else ""


def _node(step: Step | None) -> str:
    """A name that Mermaid takes for no word of its own (`end` would be one)."""
    return f"step_{step.id.replace('-', '_')}" if step else "finished"


def _quoted(text: str) -> str:
    """Text inside a quoted label: Mermaid knows entities, not backslashes."""
    return text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;")
