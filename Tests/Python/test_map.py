import datetime
import json
import subprocess
import threading

import pytest

import periplus
from conftest import plain_batch, texts

FERRY = "The ferry sails from Aktau to Baku."


def test_a_text_gives_its_places_and_its_route():
    found = periplus.map(FERRY)
    (route,) = found.routes
    assert (route.origin.place.name, route.destination.place.name, route.mode) == ("Aktau", "Baku", "sea")
    assert route.origin.place.country == "KZ"
    (leg,) = route.legs
    assert 400 < leg.drawn_km < leg.sailing_km < 500 and leg.geodesic_km < leg.drawn_km
    assert "Caspian Sea" in leg.passages and leg.method.startswith("sea")
    assert leg.start == route.origin.place or leg.start.id == route.origin.place.id
    assert {place.name for place in found.places} == {"Aktau", "Baku"}
    assert str(route) == "Aktau → Baku (sea)"


def test_offsets_count_code_points_of_python():
    text = "🚢 Déjà: the ferry sails from Aktau to Baku."
    found = periplus.map(text)
    assert [text[name.start : name.end] for name in found.toponyms] == ["Aktau", "Baku"]
    assert text[found.routes[0].evidence[0].start :].startswith("🚢") or "ferry" in found.routes[0].evidence[0].text


def test_a_lone_surrogate_is_one_character():
    text = "\ud800 The ferry sails from Aktau to Baku."
    assert [text[name.start : name.end] for name in periplus.map(text).toponyms] == ["Aktau", "Baku"]


def test_the_result_is_that_of_the_program(program):
    line = json.dumps({"id": "", "text": FERRY, "date": "2023-06-09"}).encode() + b"\n"
    (answer,) = plain_batch(program, [line])
    assert periplus.map(FERRY, date=datetime.date(2023, 6, 9)).data == json.loads(answer)


def test_the_date_of_the_document_dates_its_words():
    text = "The convoy left Odesa for Varna on Monday."
    dates = [periplus.map(text, date=day).routes[0].data["date"]["from"] for day in ("2023-06-09", "2024-06-12")]
    assert dates == ["2023-06-05", "2024-06-10"]


def test_the_bytes_of_a_page_are_read():
    page = f"<html><body><article><h1>News</h1><p>{FERRY}</p></article></body></html>".encode()
    assert str(periplus.map(page).routes[0]) == "Aktau → Baku (sea)"


def test_what_cannot_be_read_is_an_error_that_says_so():
    with pytest.raises(periplus.DocumentError) as raised:
        periplus.map(FERRY, date="yesterday")
    assert raised.value.code and "date" in str(raised.value)
    with pytest.raises(TypeError, match="a document is"):
        periplus.map(5)
    assert periplus.map(FERRY).routes, "and the next one is read"


def test_a_text_without_places_has_none():
    found = periplus.map("Nothing of note was said.")
    assert (found.places, found.routes) == ((), ())
    assert periplus.map("").routes == ()


def test_threads_may_share_it():
    wanted = {text: periplus.map(text).data for text in texts(6)}
    got = {}

    def ask(text):
        got[text] = periplus.map(text).data

    threads = [threading.Thread(target=ask, args=[text]) for text in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == wanted


def test_options_reach_the_program():
    with periplus.Mapper(routes=False) as mapper:
        found = mapper.map(FERRY)
        assert found.places and not found.routes
    with periplus.Mapper(gazetteer="/nowhere/at/all.sqlite") as mapper:
        with pytest.raises(periplus.ProgramFailed, match="/nowhere/at/all.sqlite") as raised:
            mapper.map(FERRY)
        assert raised.value.exit_code == 69


def test_the_version_is_that_of_the_program(program):
    said = subprocess.run([program, "--version"], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == periplus.__version__
