"""A component for spaCy: ``nlp.add_pipe("periplus")``, then ``doc._.routes`` and ``doc._.places``.

    nlp = spacy.blank("en")
    nlp.add_pipe("periplus")
    doc = nlp("The ferry sails from Aktau to Baku.")
    doc._.routes[0].destination.place.name
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ._mapper import Mapper
from ._places import Place, Route
from ._result import RouteMap


class Component:
    """Sets ``doc._.periplus`` (a `RouteMap`), ``doc._.routes`` and ``doc._.places``, and the spans of ``doc.spans["periplus"]``.

    A document that cannot be mapped has a map with its `RouteMap.error` set, and no routes. The result itself is kept in
    ``doc.user_data["periplus"]``, so that it is saved with the document.
    """

    def __init__(self, mapper: Mapper, jobs: int | None = None) -> None:
        self.mapper = mapper
        self.jobs = jobs

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Maps a stream of documents, several at a time."""
        if isinstance(stream, list) and len(stream) == 1:
            yield _marked(stream[0], self.mapper.try_map(stream[0].text))
            return
        docs: list[Doc] = []

        def texts() -> Iterator[str]:
            for doc in stream:
                docs.append(doc)
                yield doc.text

        for found in self.mapper.batch(texts(), jobs=self.jobs):
            yield _marked(docs.pop(0), found)


def _marked(doc: Doc, found: RouteMap) -> Doc:
    doc.user_data["periplus"] = found.data
    spans: list[Span] = []
    for toponym in found.toponyms:
        if toponym.place is None:
            continue
        span = doc.char_span(
            toponym.start, toponym.end, label=toponym.place.kind, kb_id=toponym.place.id, alignment_mode="expand"
        )
        if span is not None:
            spans.append(span)
    doc.spans["periplus"] = spans
    return doc


def _map(doc: Doc) -> RouteMap | None:
    data = doc.user_data.get("periplus")
    return None if data is None else RouteMap(data, doc.text)


def _routes(doc: Doc) -> tuple[Route, ...]:
    found = _map(doc)
    return found.routes if found else ()


def _places(doc: Doc) -> tuple[Place, ...]:
    found = _map(doc)
    return found.places if found else ()


for _name, _getter in {"periplus": _map, "routes": _routes, "places": _places}.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter)


@Language.factory(
    "periplus",
    assigns=["doc._.periplus", "doc._.routes", "doc._.places", "doc.spans"],
    default_config={"timeout": 120.0, "bar": None, "gazetteer": None, "jobs": None},
)
def make(
    nlp: Language, name: str, timeout: float | None, bar: float | None, gazetteer: str | None, jobs: int | None
) -> Any:
    """The component, by its configuration."""
    return Component(Mapper(timeout=timeout, bar=bar, gazetteer=gazetteer), jobs)
