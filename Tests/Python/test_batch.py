import json
import queue

import pytest

import periplus
from conftest import is_alive, plain_batch, texts, wait_until


def test_the_maps_come_in_order_and_are_those_of_the_program(program):
    given = texts(40)
    found = list(periplus.batch(iter(given), jobs=2))
    lines = [json.dumps({"id": str(n), "text": text}).encode() + b"\n" for n, text in enumerate(given, 1)]
    assert [map.data for map in found] == [json.loads(line) for line in plain_batch(program, lines)]
    assert [map.text for map in found] == given


def test_a_bad_document_stops_nothing():
    found = list(periplus.batch(["From Odesa to Varna by ship.", {"id": "b"}, {"id": "c", "text": "Baku"}]))
    assert [map.error is None for map in found] == [True, False, True]
    assert found[1].error.code == "missing-member" and found[1].routes == () and "text" in repr(found[1])
    assert [map.id for map in found] == ["1", "b", "c"]


def test_documents_are_taken_one_by_one_where_they_come_slowly():
    asked = queue.Queue()
    maps = periplus.batch(iter(asked.get, None), jobs=1)
    for number, text in enumerate(texts(20), 1):
        asked.put(text)
        assert next(maps).id == str(number)
    asked.put(None)
    assert next(maps, None) is None


def test_documents_without_end_are_not_all_taken():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield "die Donau"

    maps = periplus.batch(endless(), jobs=1)
    for _ in range(3):
        next(maps)
    maps.close()
    assert taken < 300


def test_nothing_of_none():
    assert list(periplus.batch([])) == []
    assert list(periplus.batch(iter([]))) == []


def test_an_error_of_the_documents_is_the_callers():
    def failing():
        yield "Baku"
        raise ZeroDivisionError

    maps = periplus.batch(failing())
    assert next(maps).places
    with pytest.raises(ZeroDivisionError):
        next(maps)


def test_a_program_that_dies_is_started_anew_and_nothing_is_lost(unruly):
    given = [str(number) for number in range(300)]
    given[150] = "die once"
    found = list(periplus.batch(iter(given), jobs=1))
    assert [map.data["sha256"] for map in found] == given
    assert unruly() == 2


def test_a_document_that_always_ends_the_program_is_an_error(unruly):
    maps = periplus.batch(iter(["a", "b", "die", "c"]), jobs=1)
    assert [next(maps).data["sha256"] for _ in range(2)] == ["a", "b"]
    with pytest.raises(periplus.ProgramFailed, match="it cannot go on") as raised:
        next(maps)
    assert raised.value.exit_code == 70


def test_who_stops_early_leaves_no_program_behind(unruly, tmp_path):
    maps = periplus.batch(iter(["a", "hang"]), jobs=1)
    next(maps)
    process = int((tmp_path / "starts").read_text())
    assert is_alive(process)
    maps.close()
    wait_until(lambda: not is_alive(process))


def test_a_program_that_ends_badly_after_its_last_answer_is_told_of(unruly, monkeypatch):
    monkeypatch.setenv("UNRULY_END", "74")
    maps = periplus.batch(iter(["a", "b"]), jobs=1)
    assert [next(maps).data["sha256"] for _ in range(2)] == ["a", "b"]
    with pytest.raises(periplus.ProgramFailed):
        next(maps)
