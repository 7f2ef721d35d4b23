"""Documents of a Ray Dataset: ``map_documents(dataset, "text")``, or `MapDocuments` for ``map_batches``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ray.data import ActorPoolStrategy, Dataset

from ._documents import Options
from ._frames import ROWS, Columns, Work

if TYPE_CHECKING:
    import pandas


class MapDocuments:
    """A class for ``Dataset.map_batches`` with ``batch_format="pandas"``: each actor holds one program."""

    def __init__(self, work: Work) -> None:
        self._work = work
        # An actor outlives its program: batches that are done need not be done again.
        self._held = work.hold(restarts=3)

    def __call__(self, frame: pandas.DataFrame) -> pandas.DataFrame:
        return self._work.frame(frame, self._held)


def map_documents(
    dataset: Dataset,
    text_column: str,
    *,
    result_column: str = "periplus",
    id_column: str | None = None,
    date_column: str | None = None,
    source_column: str | None = None,
    jobs: int = 1,
    timeout: float | None = 3_600.0,
    concurrency: int | tuple[int, int] = 1,
    batch_rows: int = ROWS,
    **options: Any,
) -> Dataset:
    """The rows of a dataset with one column more: the result, a line of JSON as ``periplus batch`` gives it.

    Args:
        dataset: the documents, one a row.
        concurrency: actors, or the least and the most of them; each has a program with so many `jobs`.
        batch_rows: rows handed over together.

    The rest is as for `periplus.spark.map_documents`. A program that dies is started anew and asked again, three times.
    """
    columns = Columns(text_column, result_column, id_column, date_column, source_column)
    least, most = (concurrency, concurrency) if isinstance(concurrency, int) else concurrency
    return dataset.map_batches(
        MapDocuments,
        fn_constructor_args=(Work(columns, Options(**options), jobs, timeout, batch_rows),),
        batch_format="pandas",
        batch_size=batch_rows,
        compute=ActorPoolStrategy(min_size=least, max_size=most),
        num_cpus=jobs,
    )
