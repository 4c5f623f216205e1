import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

KEYS = {"question", "outcome", "entries", "confidence", "contacts", "text", "sensitive"}
OUTCOMES = {"answer": {1}, "choices": {2, 3}, "not-ours": {0, 1}, "unknown": {0}}


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["ask", *arguments]) == 0
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    return dict(json.loads(printed(capsys, "--json", *arguments)))


def test_a_question_is_answered_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """One command gives the answer, the contact, where it comes from and when it was checked."""
    said = printed(capsys, "do I need my own pacer account")

    assert said.startswith("Must each person who files have their own PACER account?")
    assert "(800) 676-6856" in said
    assert "Last checked" in said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("help me get ready", "Type there: help me get ready"),
        ("forget me please", "/nextgen-status forget me"),
    ],
)
def test_what_only_slack_can_do_is_not_answered_as_done(
    capsys: pytest.CaptureFixture[str], typed: str, told: str
) -> None:
    """The terminal says where to type it."""
    assert told in printed(capsys, typed)


def test_json_has_the_stable_form(capsys: pytest.CaptureFixture[str]) -> None:
    """Other programs find every promised key, and entries that fit the outcome."""
    for question in ("how do I link my account", "forgot password", "jury duty", "qwertz", ""):
        reply = as_json(capsys, question)

        assert reply.keys() >= KEYS
        assert reply["question"] == question
        assert len(reply["entries"]) in OUTCOMES[reply["outcome"]]
        assert 0 <= reply["confidence"] <= 1
        assert reply["text"].strip()


def test_routes_give_contacts(capsys: pytest.CaptureFixture[str]) -> None:
    """`self>psc` gives the PACER Service Center; advice goes to an attorney."""
    assert as_json(capsys, "I forgot my PACER password")["contacts"] == ["psc"]
    assert as_json(capsys, "should I file chapter 7 or chapter 13")["contacts"] == ["attorney"]


def test_the_terminal_speaks_of_nothing_it_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    """No buttons, and no message that could be deleted; other programs read what Slack shows."""
    assert "button" not in printed(capsys, "forgot password")
    assert "delete your message" not in printed(capsys, "my password is hunter2!x, it fails")
    assert "button" in as_json(capsys, "forgot password")["text"]


def test_another_day_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Before the go-live day the switch is still to come; today it has happened."""
    question = "when does this court go live on NextGen"

    before = printed(capsys, question, "--as-of", "2018-04-01")
    after = printed(capsys, question)

    assert "has not moved" in before or "will" in before
    assert before != after


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong day is named, with how to write one."""
    with pytest.raises(SystemExit):
        main(["ask", "x", "--as-of", "tomorrow"])

    assert "write it as 2026-11-25" in capsys.readouterr().err


def test_a_batch_keeps_its_order_and_survives_bad_lines(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Each line gets one reply line; a bad one gets an error in its place."""
    lines = [
        b"how do I link my account",
        b'{"q": "jury duty", "id": 7}',
        b"{broken",
        b"\xff\xfe bad bytes",
        b'{"question": "wrong key"}',
        b"",
        b'{"q": "\\ud800 half a character"}',
        "¿cómo me registro?".encode(),
    ]
    batch = tmp_path / "questions.txt"
    batch.write_bytes(b"\r\n".join(lines))

    replies = [json.loads(line) for line in printed(capsys, "--batch", str(batch)).splitlines()]

    assert len(replies) == len(lines)
    assert [index for index, reply in enumerate(replies) if "error" in reply] == [2, 3, 4]
    assert [reply["line"] for reply in replies if "error" in reply] == [3, 4, 5]
    assert replies[0]["entries"] == ["link-account"]
    assert replies[1]["question"] == "jury duty"


def test_a_batch_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--batch -` reads what another program writes."""
    source = io.TextIOWrapper(io.BytesIO(b"what does PACER cost\n"))
    monkeypatch.setattr(sys, "stdin", source)

    reply = json.loads(printed(capsys, "--batch", "-"))

    assert reply["entries"] == ["pacer-fees"]


def test_a_missing_batch_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """No trace of the program, only the file and what is wrong."""
    assert main(["ask", "--batch", "no-such-file"]) == 1
    assert "no-such-file cannot be read" in capsys.readouterr().err


def test_a_broken_folder_is_told_and_nothing_is_answered(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every problem is told with its place and cure, on standard error."""
    assert main(["ask", "x", "--knowledge", str(tmp_path / "nowhere")]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "There is no folder" in told.err


def test_a_conversation_picks_choices_by_number() -> None:
    """In the terminal, choices are picked by number, and a file of lines is answered to its end."""
    typed = "forgot password\n1\nforgot password\n4\nquit\nnever reached\n"

    process = subprocess.run(  # our own program
        [sys.executable, "-m", "bot", "ask"],
        input=typed, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip

    assert process.returncode == 0
    assert process.stderr == ""
    assert "1. " in process.stdout
    assert "4. None of these" in process.stdout
    assert "button" not in process.stdout
    assert "Last checked" in process.stdout
    assert "Thank you for telling me" in process.stdout
