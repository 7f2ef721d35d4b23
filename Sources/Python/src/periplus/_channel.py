"""One running `periplus batch`, spoken to line by line."""

from __future__ import annotations

import atexit
import os
import select
import signal
import subprocess
import tempfile
import time
import weakref
from collections.abc import Sequence

from . import _program
from .errors import ProgramFailed, TimedOut, failure

#: Seconds a start may take: the first one of all builds the gazetteer.
LONGEST_START = 600.0
_PIECE = 1 << 16


class Ended(Exception):
    """The program has ended; the channel is of no more use."""

    def __init__(self, cause: ProgramFailed) -> None:
        super().__init__(str(cause))
        self.cause = cause


class Channel:
    """A program that answers each line with a line, in order.

    All reading and writing is done in `receive`, in the caller's thread, so that neither side ever waits for the
    other to read.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        program = _program.find()
        self._errors = tempfile.TemporaryFile()
        # A session of its own: an interrupt from the keyboard is for Python, not for the program.
        self._process = subprocess.Popen(
            [str(program), "batch", "--quiet", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            bufsize=0,
            env=_program.environment(program),
            start_new_session=True,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout
        os.set_blocking(self._input.fileno(), False)
        os.set_blocking(self._output.fileno(), False)
        self._outgoing = bytearray()
        self._incoming = bytearray()
        _all.add(self)
        try:
            self._greet()
        except BaseException:
            self.kill()
            raise

    def _greet(self) -> None:
        """Waits until it answers: an empty line is answered with an error, once it is ready."""
        self.send(b"\n")
        deadline = time.monotonic() + LONGEST_START
        try:
            while not self.receive(max(0.0, deadline - time.monotonic())):
                if time.monotonic() >= deadline:
                    raise TimedOut(f"the program was not ready after {LONGEST_START:.0f} s")
        except Ended as end:
            raise end.cause from None

    @property
    def process_id(self) -> int:
        """That of the program."""
        return self._process.pid

    @property
    def backlog(self) -> int:
        """Bytes that the program has not taken yet."""
        return len(self._outgoing)

    def send(self, line: bytes) -> None:
        """Gives it a line, with its line feed; `receive` does the sending."""
        self._outgoing += line

    def receive(self, timeout: float | None, wake: int | None = None) -> list[bytes]:
        """Sends what waits, and gives the lines that have come, without their line feeds.

        Args:
            timeout: seconds to wait at most; None is without end.
            wake: another descriptor that, once readable, ends the waiting.

        Returns:
            The lines; none after the time, or when woken.

        Raises:
            Ended: the program has ended.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            poller = select.poll()
            poller.register(self._output, select.POLLIN)
            if self._outgoing:
                poller.register(self._input, select.POLLOUT)
            if wake is not None:
                poller.register(wake, select.POLLIN)
            left = None if deadline is None else max(0.0, (deadline - time.monotonic()) * 1_000)
            ready = dict(poller.poll(left))
            if self._input.fileno() in ready:
                self._send()
            if self._output.fileno() in ready:
                lines = self._receive()
                if lines:
                    return lines
            if not ready or (wake is not None and wake in ready):
                return []

    def _send(self) -> None:
        try:
            del self._outgoing[: os.write(self._input.fileno(), self._outgoing[:_PIECE])]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            # Its other pipe tells the same, after its last answers.
            self._outgoing.clear()

    def _receive(self) -> list[bytes]:
        try:
            piece = os.read(self._output.fileno(), _PIECE)
        except BlockingIOError:
            return []
        if not piece:
            raise Ended(self._end())
        self._incoming += piece
        if b"\n" not in piece:
            return []
        *lines, rest = bytes(self._incoming).split(b"\n")
        self._incoming = bytearray(rest)
        return lines

    def _end(self) -> ProgramFailed:
        # Not yet wait(): until then its number, and so that of its workers' group, is nobody else's.
        os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        self._kill_all()
        code = self._process.wait()
        self._errors.seek(0)
        cause = failure(code, self._errors.read())
        self.drop()
        return cause

    def finish(self) -> None:
        """Lets it end, as it has answered all lines.

        Raises:
            ProgramFailed: it did not end well.
        """
        self._input.close()
        try:
            code = self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()
            return
        self._errors.seek(0)
        said = self._errors.read()
        self.drop()
        if code != 0:
            raise failure(code, said)

    def kill(self) -> None:
        """Ends it and its workers at once."""
        if self._process.returncode is None:
            self._kill_all()
            self._process.wait()
        self.drop()

    def _kill_all(self) -> None:
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def drop(self) -> None:
        """Closes the pipes to it."""
        for file in (self._input, self._output, self._errors):
            try:
                file.close()
            except OSError:
                pass
        _all.discard(self)

    def __del__(self) -> None:
        if hasattr(self, "_outgoing"):
            self.kill()


_all: weakref.WeakSet[Channel] = weakref.WeakSet()


def _forget() -> None:
    """In a forked child: the programs are the parent's, which would otherwise never see their pipes close."""
    for channel in list(_all):
        channel._process.returncode = 0
        channel.drop()


def _end_all() -> None:
    for channel in list(_all):
        channel.kill()


atexit.register(_end_all)
os.register_at_fork(after_in_child=_forget)
