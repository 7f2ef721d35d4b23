import pytest

import periplus

spacy = pytest.importorskip("spacy")
TEXT = "Officials spoke. The ferry sails from Aktau to Baku."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    # Known by its entry point: nothing of periplus need be imported.
    nlp.add_pipe("periplus", config={"timeout": 60})
    return nlp


def test_a_document_has_its_routes(nlp):
    doc = nlp(TEXT)
    (route,) = doc._.routes
    assert (route.origin.place.name, route.destination.place.name) == ("Aktau", "Baku")
    assert {place.name for place in doc._.places} == {"Aktau", "Baku"}
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["periplus"]] == [
        ("Aktau", "city", "gn:610612"), ("Baku", "city", "gn:587084"),
    ]
    assert doc._.periplus.data == periplus.map(TEXT).data


def test_a_stream_keeps_its_order(nlp):
    texts = [TEXT, "Nothing.", "A truck drove from Lyon to Paris."] * 5
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    assert [len(doc._.routes) for doc in docs] == [1, 0, 1] * 5


def test_several_processes(nlp):
    docs = list(nlp.pipe([TEXT] * 4, n_process=2))
    assert [str(doc._.routes[0]) for doc in docs] == ["Aktau → Baku (sea)"] * 4


def test_a_document_is_saved_with_its_result(nlp):
    from spacy.tokens import Doc

    again = Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert str(again._.routes[0]) == "Aktau → Baku (sea)" and len(again._.places) == 2


def test_a_pipeline_is_saved_and_read(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert str(again(TEXT)._.routes[0]) == "Aktau → Baku (sea)"
