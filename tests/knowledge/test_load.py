"""Reading a folder: from a disk or from memory, whole or not at all."""

from pathlib import Path

import pytest

from bot.knowledge import KnowledgeError, load, load_contents
from bot.knowledge.load import form_of, read_folder, version_of
from tests.knowledge.example import files, loaded, only, told, with_file, without


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, raw in files().items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    return tmp_path


def test_a_folder_on_disk_is_read_like_one_in_memory(folder: Path) -> None:
    """Disk and memory give the same knowledge and the same version."""
    assert load(folder).knowledge == loaded().knowledge
    assert load(folder).required().version == version_of(files())


def test_hidden_names_and_other_files_are_passed_by(folder: Path) -> None:
    """Editors' leftovers, schemas, drafts and notes are no part of the folder."""
    (folder / ".schema").mkdir()
    (folder / ".schema" / "x.yaml").write_text("nonsense: [")
    (folder / "_drafts").mkdir()
    (folder / "_drafts" / "x.yaml").write_text("nonsense: [")
    (folder / "answers" / ".x.yaml.swp").write_text("?")
    (folder / "answers" / ".x.yaml").write_text("?")
    (folder / "accepted.json").write_text("{}")
    assert load(folder).required().version == version_of(files())


def test_a_stray_file_is_told() -> None:
    """A file in the wrong place would be forgotten, so it is an error."""
    problem = only(with_file("anwsers/more.yaml", "a: b").problems)
    assert "No part of the desk reads this file" in problem.what
    assert "`answers/more.yaml`" in problem.cure


@pytest.mark.parametrize("path", ["court.yaml", "contacts.yaml", "says.yaml"])
def test_a_missing_file_is_told(path: str) -> None:
    """What cannot be done without is an error by its name."""
    assert f"{path}:0: The file is missing" in " ".join(map(told, without(path).problems))


@pytest.mark.parametrize("path", ["notices.yaml", "words.yaml"])
def test_some_files_may_be_missing(path: str) -> None:
    """Notices and words can be left out."""
    assert without(path).knowledge is not None


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A wrong path is told as such and not as a dozen missing files."""
    problem = only(load(tmp_path / "nowhere").problems)
    assert "There is no folder of that name" in problem.what
    assert problem.found.endswith("nowhere")


def test_an_unreadable_file_is_told(folder: Path) -> None:
    """A folder that is named like a file cannot be read, and says so."""
    (folder / "answers" / "odd.yaml").mkdir()
    assert load(folder).knowledge is not None  # os.walk lists it as a folder, which holds nothing
    (folder / "answers" / "gone.yaml").symlink_to(folder / "not-there.yaml")
    assert "cannot be read" in only(load(folder).problems).what


def test_required_raises_with_every_problem() -> None:
    """Whoever must have the knowledge gets all problems in the exception."""
    broken = load_contents({**files(), "court.yaml": b"name: X", "contacts.yaml": b"a: ["})
    with pytest.raises(KnowledgeError) as caught:
        broken.required()
    assert caught.value.problems == broken.problems
    assert {problem.place.file for problem in broken.problems} >= {"court.yaml", "contacts.yaml"}


def test_the_version_is_of_names_and_bytes() -> None:
    """Equal folders have equal versions; one byte or one name more gives another."""
    version = version_of(files())
    assert version == version_of({path: files()[path] for path in sorted(files(), reverse=True)})
    assert version != version_of({**files(), "court.yaml": files()["court.yaml"] + b"\n"})
    assert version_of({"a": b"bc"}) != version_of({"ab": b"c"})


def test_files_that_did_not_change_are_not_read_again() -> None:
    """A second reading takes over the unchanged files and finds the same."""
    again = load_contents(files(), before=loaded())
    assert again.files["court.yaml"] is loaded().files["court.yaml"]
    assert again == loaded()


def test_the_form_follows_from_the_place() -> None:
    """A file's form is known by its folder; deeper folders and other names have none."""
    assert form_of("answers/a.yaml") is form_of("answers/b.yaml") is not None
    assert form_of("answers/deep/a.yaml") is None
    assert form_of("answers.yaml") is None


def test_read_folder_gives_posix_paths(folder: Path) -> None:
    """Paths are written with / on every system, as versions depend on them."""
    contents, problems = read_folder(folder)
    assert not problems
    assert set(contents) == set(files())
