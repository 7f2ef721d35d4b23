"""Tables of documents, as engines for clusters hand them out: a column of texts in, a column of results more out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ._documents import Options, line
from ._held import Held

if TYPE_CHECKING:
    import pandas

#: Rows that go on together: few enough that the first results are soon there.
ROWS = 256


@dataclass(frozen=True)
class Columns:
    """Which columns hold what of a document, and where its result goes."""

    text: str
    result: str = "periplus"
    id: str | None = None
    date: str | None = None
    source: str | None = None

    def lines(self, frame: pandas.DataFrame) -> Iterator[bytes]:
        """Each row as a line of `periplus batch`; a text that is missing is one that gets an error."""
        given = {"text": self.text, "id": self.id, "date": self.date, "source": self.source}
        columns = {key: frame[name].tolist() for key, name in given.items() if name is not None}
        for row in range(len(frame)):
            found = {key: _plain(values[row], key) for key, values in columns.items()}
            yield line(found)


def _plain(value: Any, key: str) -> Any:
    import pandas

    if isinstance(value, str):
        return value
    if key == "text" or value is None or pandas.isna(value):
        return None
    return value.isoformat()[:10] if key == "date" else str(value)


@dataclass(frozen=True)
class Work:
    """How a worker of a cluster maps its rows; it travels to the worker, a program does not."""

    columns: Columns
    options: Options = field(default_factory=Options)
    jobs: int = 1
    timeout: float | None = 3_600.0
    rows: int = ROWS

    def hold(self, restarts: int = 0) -> Held:
        """The program of a worker. It isn't started anew: the engine is told, and tries the task again."""
        return Held(self.options.batch_arguments, jobs=self.jobs, restarts=restarts, timeout=self.timeout)

    def frames(self, frames: Iterable[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        """All frames with their results, in pieces of so many rows; one program for all of them.

        Raises:
            ProgramFailed: the program did not end well.
        """
        waiting: deque[tuple[pandas.DataFrame, int]] = deque()

        def lines() -> Iterator[bytes]:
            for frame in frames:
                for start in range(0, len(frame), self.rows):
                    piece = frame.iloc[start : start + self.rows]
                    waiting.append((piece, len(piece)))
                    yield from self.columns.lines(piece)

        with self.hold() as held:
            results: list[str] = []
            for answer in held.answers(lines()):
                results.append(answer.decode())
                piece, count = waiting[0]
                if len(results) == count:
                    waiting.popleft()
                    yield piece.assign(**{self.columns.result: results})
                    results = []

    def frame(self, frame: pandas.DataFrame, held: Held) -> pandas.DataFrame:
        """One frame with its results, by a program that goes on."""
        results = [answer.decode() for answer in held.answers(list(self.columns.lines(frame)))]
        return frame.assign(**{self.columns.result: results})
