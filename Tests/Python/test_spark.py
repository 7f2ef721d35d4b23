"""Spark on two cores of this machine, as on a cluster: tasks that fail are tried again."""

import json
import os
import pathlib
import signal
import sys
import threading

import pytest

from conftest import plain_batch, texts

MARK = f"PERIPLUS_TEST_SPARK={os.getpid()}"
pyspark = pytest.importorskip("pyspark")


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    # By this the programs of its workers, who inherit it, are known.
    os.environ.update([MARK.split("=")], PYSPARK_PYTHON=sys.executable)
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


def documents(count):
    return [(f"d{number}", text, number) for number, text in enumerate(texts(count))]


def expected(program, rows):
    lines = [json.dumps({"id": id, "text": text}).encode() + b"\n" for id, text, _ in rows]
    return dict(zip((row[0] for row in rows), plain_batch(program, lines)))


def programs():
    """The `periplus batch` that run under this very process."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
                environment = (entry / "environ").read_bytes()
            except OSError:
                continue
            if words[1:2] == [b"batch"] and MARK.encode() in environment:
                found.append(int(entry.name))
    return found


def test_every_row_comes_though_a_program_is_killed(spark, program):
    from periplus.spark import map_documents

    rows = documents(600)
    wanted = expected(program, rows)
    frame = spark.createDataFrame(rows, "id string, text string, number int").repartition(4)
    killed = []

    def kill():
        while not killed and not stop.wait(0.05):
            for process in programs():
                # Once it is at work.
                if not stop.wait(1.5):
                    os.kill(process, signal.SIGKILL)
                    killed.append(process)
                return

    stop = threading.Event()
    killer = threading.Thread(target=kill)
    killer.start()
    got = map_documents(frame, "text", id_column="id").collect()
    stop.set()
    killer.join()
    assert killed, "a program was killed while it worked"
    assert {row.id: row.periplus.encode() for row in got} == wanted
    assert sorted(row.number for row in got) == list(range(600))


def test_a_program_that_dies_each_time_fails_the_job(spark):
    from periplus.spark import map_documents

    frame = spark.createDataFrame(documents(2), "id string, text string, number int")
    with pytest.raises(Exception, match="nowhere"):
        map_documents(frame, "text", gazetteer="/nowhere.sqlite").collect()


def test_rows_without_a_text_have_an_error_and_stop_nothing(spark):
    from periplus.spark import map_documents

    rows = [("a", "The ferry sails from Aktau to Baku.", 1), ("b", None, 2), ("c", "", 3)]
    frame = spark.createDataFrame(rows, "id string, text string, number int").coalesce(1)
    got = [json.loads(row.found) for row in map_documents(frame, "text", id_column="id", result_column="found").collect()]
    assert [result["id"] for result in got] == ["a", "b", "c"]
    assert ["error" in result for result in got] == [False, True, False]
    assert len(got[0]["routes"]) == 1


def test_no_rows_are_none(spark):
    from periplus.spark import map_documents

    frame = spark.createDataFrame([], "text string").repartition(3)
    assert map_documents(frame, "text").collect() == []


def test_columns_that_are_not_there_are_told_at_once(spark):
    from periplus.spark import map_documents

    frame = spark.createDataFrame(documents(1), "id string, text string, number int")
    with pytest.raises(ValueError, match="no column 'words'; there are id, text, number"):
        map_documents(frame, "words")
    with pytest.raises(ValueError, match="result_column"):
        map_documents(frame, "text", result_column="id")
