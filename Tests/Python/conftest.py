"""What the tests share: texts that nobody has written, and programs that misbehave."""

import os
import pathlib
import subprocess
import time

import pytest

HERE = pathlib.Path(__file__).parent
PORTS = ["Odesa", "Istanbul", "Constanta", "Varna", "Trabzon", "Batumi", "Baku", "Aktau"]


@pytest.fixture
def program():
    """The real program."""
    return os.environ["PERIPLUS_PROGRAM"]


@pytest.fixture
def unruly(monkeypatch, tmp_path):
    """A program that does what the texts tell it; gives the file that counts its starts."""
    starts = tmp_path / "starts"
    monkeypatch.setenv("PERIPLUS_PROGRAM", str(HERE / "unruly"))
    monkeypatch.setenv("UNRULY_STARTS", str(starts))
    return lambda: len(starts.read_text().splitlines()) if starts.exists() else 0


def texts(count):
    """Short reports, all different."""
    return [
        f"On day {number} a ship with {number + 2} tons of grain left {PORTS[number % 8]} for "
        f"{PORTS[(number * 3 + 1) % 8]}. The mayor of Lyon said nothing."
        for number in range(count)
    ]


def plain_batch(program, lines):
    """What the program itself answers, line by line."""
    done = subprocess.run([program, "batch", "--quiet"], input=b"".join(lines), capture_output=True, check=True)
    return done.stdout.splitlines()


def is_alive(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(holds, seconds=20.0):
    """Waits until something is so; fails when it never is."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it never came to be"
        time.sleep(0.02)
