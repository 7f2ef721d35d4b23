"""A program that is held, and started anew when it has died."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType

from ._channel import Channel, Ended
from .errors import TimedOut

#: Lines handed out and not answered, at most, for each of the program's jobs.
_MOST_PENDING = 64
#: Bytes that may wait for the program to take them.
_MOST_BACKLOG = 1 << 18


class _Feeder(threading.Thread):
    """Takes lines from an iterable that may be slow, in a thread of its own."""

    def __init__(self, lines: Iterable[bytes], most: int) -> None:
        super().__init__(name="periplus-feeder", daemon=True)
        self._lines = lines
        self._ready: queue.Queue[bytes | None] = queue.Queue(most)
        self._stopped = False
        self._is_done = False
        self.error: BaseException | None = None
        self.wake, self._wakes = os.pipe()
        os.set_blocking(self.wake, False)
        os.set_blocking(self._wakes, False)
        self.start()

    def run(self) -> None:
        try:
            for line in self._lines:
                if not self._put(line):
                    return
        except BaseException as error:  # told to the caller, whatever it is
            self.error = error
        self._put(None)

    def _put(self, line: bytes | None) -> bool:
        while not self._stopped:
            try:
                self._ready.put(line, timeout=0.2)
            except queue.Full:
                continue
            self._call()
            return True
        return False

    def _call(self) -> None:
        try:
            os.write(self._wakes, b"x")
        except OSError:
            pass

    def take(self) -> bytes | None:
        """The next line; None where none is there yet, or no more come."""
        if self._is_done:
            return None
        try:
            line = self._ready.get_nowait()
        except queue.Empty:
            return None
        self._is_done = line is None
        return line

    @property
    def is_done(self) -> bool:
        """Whether all lines have been taken."""
        return self._is_done

    def hush(self) -> None:
        """Takes back the calls that woke the reader."""
        try:
            while os.read(self.wake, 4096):
                pass
        except BlockingIOError:
            pass

    def stop(self) -> None:
        self._stopped = True
        self.join(timeout=1)
        if not self.is_alive():
            os.close(self.wake)
            os.close(self._wakes)


class _Given:
    """Lines that are all there."""

    wake: int | None = None
    error: BaseException | None = None

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = deque(lines)

    def take(self) -> bytes | None:
        return self._lines.popleft() if self._lines else None

    @property
    def is_done(self) -> bool:
        return not self._lines

    def hush(self) -> None:
        pass

    def stop(self) -> None:
        pass


class Held:
    """`periplus batch`, held open; not for two threads at a time.

    Args:
        arguments: its options.
        jobs: documents it works on at a time.
        restarts: how often it is started anew without an answer in between, before that is an error.
        timeout: seconds that an answer may take.
    """

    def __init__(
        self, arguments: Sequence[str], *, jobs: int = 1, restarts: int = 1, timeout: float | None = None
    ) -> None:
        self._arguments = [*arguments, "--jobs", str(jobs)]
        self._most = _MOST_PENDING * jobs
        self._restarts = restarts
        self._timeout = timeout
        self._channel: Channel | None = None
        self._owner = os.getpid()

    @property
    def process_id(self) -> int | None:
        """That of the program; None where none runs."""
        return self._channel.process_id if self._channel else None

    def _open(self) -> Channel:
        if self._owner != os.getpid():
            # A forked child has programs of its own.
            self._channel, self._owner = None, os.getpid()
        if self._channel is None:
            self._channel = Channel(self._arguments)
        return self._channel

    def ask(self, line: bytes, timeout: float | None = None) -> bytes:
        """The answer to one line."""
        (answer,) = self.answers([line], timeout=timeout)
        return answer

    def answers(self, lines: Iterable[bytes], *, timeout: float | None = None) -> Iterator[bytes]:
        """The answers to lines, in order; an iterable that is no list is read by a thread of its own.

        Raises:
            ProgramFailed: the program died, again and again on the same line, or cannot work at all.
            TimedOut: an answer took too long.
        """
        timeout = self._timeout if timeout is None else timeout
        channel = self._open()
        source = _Given(lines) if isinstance(lines, list) else _Feeder(lines, self._most)
        pending: deque[bytes] = deque()
        deaths = 0
        since = time.monotonic()
        is_whole = False
        try:
            while True:
                if not pending:
                    since = time.monotonic()
                while len(pending) < self._most and channel.backlog < _MOST_BACKLOG:
                    line = source.take()
                    if line is None:
                        break
                    pending.append(line)
                    channel.send(line)
                if source.is_done and not pending:
                    break
                has_room = len(pending) < self._most and channel.backlog < _MOST_BACKLOG
                wake = source.wake if has_room else None
                left = None
                if timeout is not None and pending:
                    left = since + timeout - time.monotonic()
                    if left <= 0:
                        raise TimedOut(f"no answer within {timeout:g} s")
                try:
                    got = channel.receive(left, wake)
                except Ended as end:
                    deaths += 1
                    if deaths > self._restarts:
                        raise end.cause from None
                    self._channel = None
                    channel = self._open()
                    for line in pending:
                        channel.send(line)
                    since = time.monotonic()
                    continue
                if wake is not None:
                    source.hush()
                for answer in got:
                    deaths = 0
                    since = time.monotonic()
                    pending.popleft()
                    yield answer
            is_whole = True
        finally:
            if not is_whole:
                # What it would say next belongs to nobody.
                self.kill()
            source.stop()
        if source.error is not None:
            raise source.error

    def kill(self) -> None:
        """Ends the program at once."""
        channel, self._channel = self._channel, None
        if channel is not None and self._owner == os.getpid():
            channel.kill()

    def close(self) -> None:
        """Lets the program end; raises `ProgramFailed` if it did not end well."""
        channel, self._channel = self._channel, None
        if channel is not None and self._owner == os.getpid():
            channel.finish()

    def __enter__(self) -> Held:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.kill()
