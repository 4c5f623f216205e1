from bot.checklist import as_mermaid, as_tree
from tests.checklist.invented import checklist


def test_the_tree_names_every_step_and_where_each_choice_leads() -> None:
    """A clerk can read it in a terminal."""
    tree = as_tree(checklist())

    assert "3. Your wings (wings) [for pilot; from go-live]" in tree
    assert "   - No: to do; shows buying; then seat" in tree
    assert all(choice.label in tree for step in checklist().steps for choice in step.choices)


def test_the_diagram_has_an_arrow_for_every_choice() -> None:
    """Mermaid draws it; a choice that leads different roles apart has an arrow for each."""
    drawn = as_mermaid(checklist())

    assert drawn.startswith("flowchart TD\n")
    assert 'step_stamp -->|"Yes: done (pilot)<br/>No: to do (pilot)"| step_wings' in drawn
    assert 'step_stamp -->|"Yes: done (guest)<br/>No: to do (guest)"| step_seat' in drawn
    assert 'step_seat -->|"At the window: done<br/>I stand: not for me"| finished' in drawn


def test_words_with_marks_of_mermaids_own_are_quoted() -> None:
    """A quotation mark in a label cannot break the diagram."""
    role = checklist().roles[0].model_copy(update={"label": 'The "captain" <of> it'})
    changed = checklist().model_copy(update={"roles": (role,)})

    assert "The #quot;captain#quot; #lt;of> it" in as_mermaid(changed)
