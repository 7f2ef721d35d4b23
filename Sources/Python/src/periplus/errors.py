"""What can go wrong, each with one line that says what and where."""

from __future__ import annotations

#: The exit codes of sysexits.h that tell of what was asked, not of the program.
_BAD_INPUT = {64, 65, 66}


class PeriplusError(Exception):
    """The root of all errors of this package."""


class ProgramMissing(PeriplusError):
    """There is no program ``periplus`` to run."""


class ProgramFailed(PeriplusError):
    """The program ended with an error, or was ended from outside.

    Attributes:
        exit_code: its exit code, of sysexits.h; negative is the signal that ended it.
    """

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type[ProgramFailed], tuple[str, int]]:
        # So that it reaches the driver of a cluster whole.
        return type(self), (str(self), self.exit_code)


class BadInput(ProgramFailed, ValueError):
    """What was asked for cannot be: an unknown place, a wrong date, an option that is none."""


class TimedOut(PeriplusError, TimeoutError):
    """No answer came in time; the program was ended, and the next call starts it anew."""


class DocumentError(PeriplusError):
    """A document could not be mapped; others are not touched by it.

    Attributes:
        code: what happened, as in the results of ``periplus batch``: ``crashed``, ``limit``, ``memory`` ...
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, str]]:
        return type(self), (str(self), self.code)


def failure(exit_code: int, errors: bytes) -> ProgramFailed:
    """The error of a program that ended so, with its last words."""
    lines = errors.decode("utf-8", "replace").strip().splitlines()
    # Wrong use is told first and followed by a reminder of the right one, all else told last.
    told = [line.removeprefix("Error: ") for line in lines if line.startswith("Error: ")] or lines[-1:]
    said = told[0].removeprefix("periplus: ") if told else ""
    if exit_code < 0:
        return ProgramFailed(said or f"the program was ended by signal {-exit_code}", exit_code)
    kind = BadInput if exit_code in _BAD_INPUT else ProgramFailed
    return kind(said or f"the program ended with exit code {exit_code}", exit_code)
