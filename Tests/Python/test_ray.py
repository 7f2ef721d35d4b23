import json
import os

import pytest

from conftest import plain_batch, texts

ray = pytest.importorskip("ray")


@pytest.fixture(scope="module")
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def test_every_row_has_the_result_of_the_program(cluster, program):
    from periplus.ray import map_documents

    rows = [{"id": f"d{number}", "text": text} for number, text in enumerate(texts(60))]
    lines = [json.dumps(row).encode() + b"\n" for row in rows]
    wanted = dict(zip((row["id"] for row in rows), plain_batch(program, lines)))
    dataset = map_documents(ray.data.from_items(rows), "text", id_column="id", batch_rows=16)
    got = {row["id"]: row["periplus"].encode() for row in dataset.take_all()}
    assert got == wanted


def test_a_program_that_dies_once_is_tried_again(cluster, unruly, tmp_path):
    from periplus.ray import MapDocuments, map_documents

    assert MapDocuments
    environment = {name: os.environ[name] for name in ("PERIPLUS_PROGRAM", "UNRULY_STARTS")}
    ray.shutdown()
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": environment})
    rows = [{"text": text} for text in ["a", "die once", "b"]]
    got = map_documents(ray.data.from_items(rows), "text").take_all()
    assert [json.loads(row["periplus"])["sha256"] for row in got] == ["a", "die once", "b"]
    assert unruly() == 2
