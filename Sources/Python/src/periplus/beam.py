"""Documents of a Beam PCollection of dictionaries: ``documents | MapDocuments("text")``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import apache_beam as beam

from ._documents import Options, line
from ._frames import ROWS, Columns, Work
from ._held import Held


class MapDocumentsFn(beam.DoFn):
    """A DoFn from lists of dictionaries to dictionaries with their results: each instance holds one program."""

    def __init__(self, work: Work) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._work = work
        self._held: Held | None = None

    def setup(self) -> None:
        self._held = self._work.hold()

    def process(self, element: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        assert self._held is not None
        answers = self._held.answers([self._line(row) for row in element])
        for row, answer in zip(element, answers):
            yield {**row, self._work.columns.result: answer.decode()}

    def _line(self, row: dict[str, Any]) -> bytes:
        columns = self._work.columns
        given = {"text": columns.text, "id": columns.id, "date": columns.date, "source": columns.source}
        return line({key: row.get(name) for key, name in given.items() if name is not None})

    def teardown(self) -> None:
        if self._held is not None:
            self._held.close()


class MapDocuments(beam.PTransform[Any, Any]):
    """Adds to each dictionary its result, a line of JSON as ``periplus batch`` gives it.

    A program that dies fails its bundle, which the runner tries again. Arguments are as for
    `periplus.spark.map_documents`.
    """

    def __init__(
        self,
        text: str,
        *,
        result: str = "periplus",
        id: str | None = None,
        date: str | None = None,
        source: str | None = None,
        jobs: int = 1,
        timeout: float | None = 3_600.0,
        batch_rows: int = ROWS,
        **options: Any,
    ) -> None:
        super().__init__()
        self._work = Work(Columns(text, result, id, date, source), Options(**options), jobs, timeout, batch_rows)

    def expand(self, documents: Any) -> Any:
        lists = beam.BatchElements(min_batch_size=1, max_batch_size=self._work.rows)  # type: ignore[no-untyped-call]
        return documents | lists | beam.ParDo(MapDocumentsFn(self._work))  # type: ignore[no-untyped-call]
