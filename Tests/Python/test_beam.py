import json

import pytest

from conftest import plain_batch, texts

beam = pytest.importorskip("apache_beam")


def test_every_element_has_the_result_of_the_program(program):
    from apache_beam.testing.test_pipeline import TestPipeline
    from apache_beam.testing.util import assert_that, equal_to

    from periplus.beam import MapDocuments

    rows = [{"name": f"d{number}", "body": text, "more": number} for number, text in enumerate(texts(40))]
    lines = [json.dumps({"id": row["name"], "text": row["body"]}).encode() + b"\n" for row in rows]
    answers = plain_batch(program, lines)
    wanted = [{**row, "found": answer.decode()} for row, answer in zip(rows, answers)]
    with TestPipeline() as pipeline:
        found = pipeline | beam.Create(rows) | MapDocuments("body", id="name", result="found")
        assert_that(found, equal_to(wanted))


def test_an_element_without_a_text_has_an_error(program):
    from apache_beam.testing.test_pipeline import TestPipeline
    from apache_beam.testing.util import assert_that, equal_to

    from periplus.beam import MapDocuments

    with TestPipeline() as pipeline:
        found = (
            pipeline
            | beam.Create([{"text": "Baku"}, {"text": None}, {}])
            | MapDocuments("text")
            | beam.Map(lambda row: "error" in json.loads(row["periplus"]))
        )
        assert_that(found, equal_to([False, True, True]))


def test_a_program_that_dies_fails_the_bundle(unruly):
    from apache_beam.testing.test_pipeline import TestPipeline

    from periplus.beam import MapDocuments

    with pytest.raises(Exception, match="it cannot go on"):
        with TestPipeline() as pipeline:
            pipeline | beam.Create([{"text": "die"}]) | MapDocuments("text")
