"""`check --draw` shows a clerk the whole checklist."""

from pathlib import Path

import pytest

from bot.cli import main
from tests.checklist.invented import CHECKLIST, FILES
from tests.says import says


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder on disk with the invented checklist."""
    texts = {**FILES, "says.yaml": says(), "checklists/ready.yaml": CHECKLIST}
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_checklist_is_drawn_as_a_tree(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain text, unless asked otherwise."""
    assert main(["check", str(folder), "--draw"]) == 0
    assert capsys.readouterr().out.startswith("Ready to fly (ready)\n? Who are you?\n")


def test_a_checklist_is_drawn_as_a_diagram(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In Mermaid's notation, which many pages show as a picture."""
    assert main(["check", str(folder), "--mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart TD\n")


def test_a_loop_is_found_by_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With file and line, like every other problem."""
    looping = CHECKLIST.replace("label: I stand, marks", "label: I stand, next: ticket, marks")
    (folder / "checklists/ready.yaml").write_text(looping, encoding="utf-8")

    assert main(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "This is a loop: ticket > stamp > wings > seat > ticket" in told
    assert "checklists/ready.yaml" in told
