import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.cli import main


@contextmanager
def sandbox(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The running command and the address that it tells people to open."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "sandbox", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SLACK_BOT_TOKEN": "xoxb-never-used"},
    )
    assert process.stdout is not None
    try:
        told = iter(process.stdout.readline, "")
        yield process, next(found[0] for line in told if (found := re.findall(r"http\S+", line)))
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


def test_the_sandbox_opens_with_one_command_and_ends_on_request() -> None:
    """It tells its address, serves the page there, on this machine only, and ends at Ctrl+C."""
    with sandbox() as (process, address):
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=30) as page:
            text = page.read().decode()
            policy = page.headers["Content-Security-Policy"]

    assert "<!doctype html>" in text
    assert "default-src 'none'" in policy
    assert process.returncode == 0


def test_a_port_in_use_is_told_with_the_cure(capsys: pytest.CaptureFixture[str]) -> None:
    """No trace of the program: the port is named, and how to take another with either command."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert main(["sandbox", "--port", str(port)]) == 1

    told = capsys.readouterr().err
    assert f"Port {port} cannot be used" in told
    assert "python -m bot sandbox --port 0" in told
    assert 'make try ARGS="--port 0"' in told


@pytest.mark.parametrize("port", ["-1", "65536", "99999", "web"])
def test_a_port_that_cannot_be_is_told(capsys: pytest.CaptureFixture[str], port: str) -> None:
    """Ports end at 65535; 0 stands for any free one."""
    with pytest.raises(SystemExit):
        main(["sandbox", "--port", port])

    assert f"{port!r} is no port" in capsys.readouterr().err
