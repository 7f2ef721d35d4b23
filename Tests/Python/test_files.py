import json
import re
import sqlite3

import pytest

import periplus

FERRY = "The ferry sails from Aktau to Baku."


def test_geojson_is_that_of_the_program_and_of_geo_interface():
    found = periplus.map(FERRY)
    collection = found.to_geojson()
    assert collection["type"] == "FeatureCollection" and found.__geo_interface__ == collection
    kinds = [feature["properties"]["kind"] for feature in collection["features"]]
    assert kinds == ["place", "place", "leg"]
    line = collection["features"][2]
    assert line["geometry"]["type"] == "LineString" and len(line["geometry"]["coordinates"]) > 2
    assert line["properties"]["mode"] == "sea"


def test_a_geodataframe_has_places_and_legs():
    geopandas = pytest.importorskip("geopandas")
    frame = periplus.map(FERRY).to_geodataframe()
    assert isinstance(frame, geopandas.GeoDataFrame) and frame.crs.to_epsg() == 4326
    assert list(frame["kind"]) == ["place", "place", "leg"]
    assert list(frame.geom_type) == ["Point", "Point", "LineString"]
    empty = periplus.map("Nothing of note was said.").to_geodataframe()
    assert len(empty) == 0 and empty.crs.to_epsg() == 4326


def test_a_notebook_shows_the_page_in_a_frame():
    found = periplus.map('The ferry "Ali & Nino" sails from Aktau to Baku.', source="https://example.org/a")
    page = found.show(height=300)
    shown = page._repr_html_()
    assert shown.startswith("<iframe") and 'height="300"' in shown
    quoted = re.fullmatch(r'<iframe srcdoc="([^"]*)"[^<>]*></iframe>', shown)
    assert quoted, "nothing of the page leaves its frame"
    assert "Ali" in page.html and "https://example.org/a" in page.html
    assert found._repr_html_().startswith("<iframe")


def test_maps_of_many_documents_go_to_one_file(tmp_path):
    maps = list(periplus.batch([FERRY, FERRY + " It carries grain.", {"id": "bad"}]))
    periplus.save(maps, tmp_path / "all.gpkg")
    with sqlite3.connect(tmp_path / "all.gpkg") as file:
        names = [row[0] for row in file.execute("SELECT name FROM places ORDER BY name")]
    assert names == ["Aktau", "Baku"]
    maps[0].save(tmp_path / "one.kml")
    assert "Aktau" in (tmp_path / "one.kml").read_text()


def test_what_cannot_be_written_is_told(tmp_path):
    found = periplus.map(FERRY)
    with pytest.raises(periplus.BadInput, match="xyz"):
        found.save(tmp_path / "map.xyz")
    with pytest.raises(periplus.ProgramFailed):
        found.save(tmp_path / "no" / "folder" / "map.kml")
    (bad,) = periplus.batch([{"id": "bad"}])
    for wish in (bad.to_geojson, bad.to_html, lambda: bad.save(tmp_path / "a.kml")):
        with pytest.raises(periplus.DocumentError, match="text"):
            wish()
    assert "<iframe" not in bad._repr_html_()


def test_the_page_of_a_result_read_from_a_file(program, tmp_path):
    line = json.dumps(periplus.map(FERRY).data)
    again = periplus.RouteMap(json.loads(line))
    assert again.to_geojson()["features"][2]["geometry"]["type"] == "LineString"
