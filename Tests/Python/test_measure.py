import pytest

import periplus


def test_distances():
    straight = periplus.distance("Baku", "Aktau")
    by_sea = periplus.distance("Makhachkala", "Amirabad, Iran", mode="sea")
    assert 360 < straight.km < 400 and straight.nmi == pytest.approx(straight.km / 1.852, rel=1e-3)
    assert 840 < by_sea.km < 870 and by_sea.legs[0]["measured"]["method"].startswith("sea")


def test_positions_are_latitude_and_longitude():
    found = periplus.distance((-34.6, -58.4), (0.0, -58.4))
    assert found.km == pytest.approx(3830, abs=5)
    place = periplus.map("The ferry sails from Aktau to Baku.").places[0]
    assert periplus.distance(place, "Baku").km == pytest.approx(periplus.distance("Baku", "Aktau").km)


def test_a_chain_has_as_many_legs():
    assert len(periplus.distance("Baku", "Aktau", "Rasht").legs) == 2


def test_unknown_places_and_ways_are_told():
    with pytest.raises(periplus.BadInput, match="Xyzzyqwv") as raised:
        periplus.distance("Baku", "Xyzzyqwv")
    assert raised.value.exit_code == 65 and isinstance(raised.value, ValueError)
    with pytest.raises(periplus.BadInput):
        periplus.distance("Baku")
    with pytest.raises(periplus.BadInput, match="teleport"):
        periplus.distance("Baku", "Aktau", mode="teleport")


def test_a_route_by_sea_goes_where_it_is_told(tmp_path):
    through = periplus.route("Yanbu", "Trieste", mode="sea", via=["Suez Canal"])
    around = periplus.route("Yanbu", "Trieste", mode="sea", avoid=["Suez Canal"])
    assert "Suez Canal" in through.routes[0].legs[0].passages
    assert around.routes[0].legs[0].sailing_km > 3 * through.routes[0].legs[0].sailing_km
    lengths = [
        len(route.to_geojson()["features"][-1]["geometry"]["coordinates"]) for route in (through, around)
    ]
    assert lengths[0] != lengths[1], "each file has its own course"
    through.save(tmp_path / "leg.gpx")
    assert "<gpx" in (tmp_path / "leg.gpx").read_text()
    with pytest.raises(periplus.BadInput, match="Nonesuch"):
        periplus.route("Yanbu", "Trieste", mode="sea", avoid=["Nonesuch Canal"])
