"""The program `periplus`: where it is, and running it to its end."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from .errors import ProgramMissing, TimedOut, failure

#: The variable that names another program than the one of this package.
VARIABLE = "PERIPLUS_PROGRAM"

_PACKAGED = Path(__file__).parent / "bin" / "periplus"


def find() -> Path:
    """The program: that of ``PERIPLUS_PROGRAM``, else the one in this package, else one on the ``PATH``.

    Raises:
        ProgramMissing: there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not os.access(named, os.X_OK):
            raise ProgramMissing(f"{VARIABLE} names {named}, which is no program")
        return Path(named)
    if _PACKAGED.exists():
        return _PACKAGED
    for folder in os.get_exec_path():
        found = shutil.which("periplus", path=folder)
        # Not the command of this package, which would look for itself.
        if found and not _is_script(found):
            return Path(found)
    raise ProgramMissing(
        f"no program periplus: install a wheel of this package, or the program, or name it in {VARIABLE}"
    )


def _is_script(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def environment(program: Path) -> dict[str, str]:
    """The environment to run it in: where its data are, when they come from the package periplus-data."""
    variables = dict(os.environ)
    if program == _PACKAGED and not variables.get("PERIPLUS_DATA"):
        data = importlib.util.find_spec("periplus_data")
        if data is None or not data.submodule_search_locations:
            raise ProgramMissing("the program's data are missing: pip install periplus-data")
        variables["PERIPLUS_DATA"] = str(Path(data.submodule_search_locations[0]) / "share")
    return variables


def run(arguments: Sequence[str], *, timeout: float | None = None) -> bytes:
    """What the program writes to its standard output.

    Raises:
        ProgramFailed: it ended with an error; `BadInput` where what was asked is at fault.
        TimedOut: it took longer than so many seconds.
    """
    program = find()
    try:
        done = subprocess.run(
            [str(program), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(program),
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise TimedOut(f"periplus {arguments[0]} took longer than {timeout} s") from None
    if done.returncode != 0:
        raise failure(done.returncode, done.stderr)
    return done.stdout


def main() -> NoReturn:
    """The command `periplus`: becomes the program."""
    try:
        program = find()
        os.execve(program, ["periplus", *sys.argv[1:]], environment(program))
    except ProgramMissing as error:
        print(f"periplus: {error}", file=sys.stderr)
        sys.exit(69)
