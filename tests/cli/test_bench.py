import json
import shutil
from pathlib import Path

import pytest

from bot.cli import main

KNOWLEDGE = Path("knowledge")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))


def test_the_courts_folder_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    """The folder that is shipped is clean: no error and no warning."""
    assert main(["check"]) == 0
    assert "No problems." in capsys.readouterr().out


def test_a_mistake_is_told_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` fails and names file, line, what is wrong and what to type."""
    file = folder / "contacts.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("phone:", "phon:", 1), "utf-8")

    assert main(["check", str(folder)]) == 1

    told = capsys.readouterr().out
    assert "contacts.yaml" in told
    assert "`phone`" in told


def test_problems_come_in_forms_for_machines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub's form marks the line; JSON holds the same."""
    (folder / "notices.yaml").write_text("notices: [{id: a}]\n", "utf-8")

    assert main(["check", str(folder), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=")
    assert main(["check", str(folder), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)


def test_the_checklist_can_be_drawn(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clerk sees the steps as a picture in text, or as a diagram for a web page."""
    assert main(["check", "--draw", str(folder)]) == 0
    tree = capsys.readouterr().out
    assert main(["check", str(folder), "--mermaid"]) == 0
    diagram = capsys.readouterr().out

    assert "own-account" in tree or "PACER account" in tree
    assert "flowchart" in diagram


def test_a_new_court_is_written_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command gives another court a folder that the desk can serve."""
    new = tmp_path / "court" / "knowledge"

    assert main(["new-court", str(new)]) == 0
    assert main(["check", str(new)]) == 0
    assert main(["ask", "talk to a person", "--knowledge", str(new)]) == 0
    assert main(["new-court", str(new)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_an_unwritable_place_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file where a folder should go gives a sentence, not a trace."""
    (tmp_path / "file").write_text("", "utf-8")

    assert main(["new-court", str(tmp_path / "file" / "court")]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_why_a_question_gets_its_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` names the answer, its chances and the version."""
    assert main(["explain", "how do I link my account"]) == 0

    told = capsys.readouterr().out
    assert "link-account" in told
    assert "Version of the answers" in told


def test_a_changed_answer_fails_until_it_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An accepted result that is another one now is told in plain words and fails."""
    kept = folder / "accepted.json"
    assert main(["test", str(folder)]) == 0
    accepted = json.loads(kept.read_text(encoding="utf-8"))
    question = next(iter(accepted))
    accepted[question] = {"outcome": "answer", "entries": ["training"]}
    kept.write_text(json.dumps(accepted), encoding="utf-8")

    assert main(["test", str(folder)]) == 1
    assert "was *" in capsys.readouterr().out
    assert main(["test", str(folder), "--accept"]) == 0
    assert main(["test", str(folder)]) == 0


def test_a_known_miss_that_is_reached_is_told_and_stops_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The clerk reads what to move where; the run passes and accepts no miss."""
    told = "how do I connect my CM/ECF login with PACER"
    lists = f"questions: {{}}\nmissed:\n  link-account:\n    - {told}\n"
    (folder / "questions" / "more.yaml").write_text(lists, encoding="utf-8")

    assert main(["test", "--accept", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert f"'{told}' now" in printed
    assert "under `link-account:`" in printed
    assert told not in (folder / "accepted.json").read_text(encoding="utf-8")


def test_a_broken_list_of_accepted_answers_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A damaged file is told with its name."""
    (folder / "accepted.json").write_text("{", encoding="utf-8")

    assert main(["test", str(folder)]) == 1
    assert "accepted.json" in capsys.readouterr().err


def test_another_day_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Why an answer is given on the day that matters, such as the day before go-live."""
    question = "how do I set up MFA"
    told = []
    for arguments in ([], ["--as-of", "2018-04-01"]):
        assert main(["explain", question, *arguments]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] != told[1]
