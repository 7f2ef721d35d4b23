"""Documents of a Spark DataFrame, each mapped where it lies: ``map_documents(df, "text")``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyspark.sql import DataFrame
from pyspark.sql.types import StringType, StructField, StructType

from ._documents import Options
from ._frames import ROWS, Columns, Work

if TYPE_CHECKING:
    import pandas

_ROWS_SETTING = "spark.sql.execution.arrow.maxRecordsPerBatch"


def map_documents(
    df: DataFrame,
    text_column: str,
    *,
    result_column: str = "periplus",
    id_column: str | None = None,
    date_column: str | None = None,
    source_column: str | None = None,
    jobs: int = 1,
    timeout: float | None = 3_600.0,
    batch_rows: int | None = ROWS,
    **options: Any,
) -> DataFrame:
    """The rows of a frame with one column more: the result, a line of JSON as ``periplus batch`` gives it.

    Each partition has a program of its own, fed by a thread while results are read. A document that cannot be mapped
    has an ``error`` in its result. A program that ends otherwise than well fails its task, and Spark tries that again.

    Args:
        df: the documents, one a row; best in many more partitions than the cluster has cores.
        text_column: the column of texts.
        result_column: the name of the new column.
        id_column: a column to name the documents by; else ``id`` is null in the result.
        date_column: the documents' days, as dates or as ``2023-06-09``.
        source_column: where they come from.
        jobs: documents that a program works on at a time: as many as ``spark.task.cpus``.
        timeout: seconds that an answer may take.
        batch_rows: rows handed over together; it sets the session's ``spark.sql.execution.arrow.maxRecordsPerBatch``,
            where that has not been set to something else. None leaves it alone.
        **options: as in `Options`: ``bar``, ``gazetteer``, ``router`` ...

    Returns:
        A frame that is worked out when it is used. Write it down rather than use it twice.

    Raises:
        ValueError: there is no such column, or one of the result's name.
    """
    columns = Columns(text_column, result_column, id_column, date_column, source_column)
    for name in (text_column, id_column, date_column, source_column):
        if name is not None and name not in df.columns:
            raise ValueError(f"no column {name!r}; there are {', '.join(df.columns)}")
    if result_column in df.columns:
        raise ValueError(f"there is a column {result_column!r} already; name another as result_column")
    if batch_rows is not None:
        settings = df.sparkSession.conf
        if settings.get(_ROWS_SETTING, "10000") == "10000":
            settings.set(_ROWS_SETTING, str(batch_rows))
    work = Work(columns, Options(**options), jobs, timeout, batch_rows or ROWS)

    def mapped(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        return work.frames(frames)

    schema = StructType([*df.schema.fields, StructField(result_column, StringType(), nullable=False)])
    return df.mapInPandas(mapped, schema)
