"""Texts to maps, by a program that is held open."""

from __future__ import annotations

import json
import os
import threading
import weakref
from collections import deque
from collections.abc import Iterable, Iterator
from os import PathLike
from types import TracebackType
from typing import Any

from ._documents import Day, Document, Options, fields, line
from ._held import Held
from ._result import RouteMap


class Mapper:
    """Maps documents with one program that stays running between them; a context manager.

    It may be shared by threads, whose documents then wait for one another, be carried to another process by pickle, and
    be used after a fork: each process starts a program of its own. A program that has died is started anew.

    Args:
        timeout: seconds that an answer may take; None is without end.
        restarts: how often the program is started anew over the same document.
        routes, bar, gazetteer, places, decisions, router, limit, memory: as in `Options`.
    """

    def __init__(
        self,
        *,
        timeout: float | None = 120.0,
        restarts: int = 1,
        routes: bool = True,
        bar: float | None = None,
        gazetteer: str | PathLike[str] | None = None,
        places: str | PathLike[str] | None = None,
        decisions: str | PathLike[str] | None = None,
        router: str | None = None,
        limit: float | None = None,
        memory: int | None = None,
    ) -> None:
        self.options = Options(routes, bar, gazetteer, places, decisions, router, limit, memory)
        self.timeout = timeout
        self.restarts = restarts
        self._prepare()

    def _prepare(self) -> None:
        self._held = Held(self.options.batch_arguments, restarts=self.restarts, timeout=self.timeout)
        self._lock = threading.Lock()
        _all.add(self)

    def map(
        self,
        text: str | bytes,
        *,
        date: Day | None = None,
        lang: str | None = None,
        source: str | None = None,
        timeout: float | None = None,
    ) -> RouteMap:
        """The map of a text, or of a file's bytes (HTML, PDF, DOCX ...).

        Args:
            text: the text, or the bytes of a file.
            date: the document's day; "on Monday" counts from it.
            lang: its language, as ``en``; else it is told from the text.
            source: where it comes from, an address for example.
            timeout: seconds it may take, instead of the mapper's.

        Raises:
            DocumentError: this document has no result.
            TimedOut: it took too long.
            ProgramFailed: the program cannot work.
        """
        found = self.try_map({**fields(text), "date": date, "lang": lang, "source": source}, timeout=timeout)
        if found.error:
            raise found.error
        return found

    def try_map(self, document: Document, *, timeout: float | None = None) -> RouteMap:
        """The map of a document as `batch` takes it; one without a result has its `RouteMap.error` set."""
        with self._lock:
            answer = self._held.ask(line(document), timeout)
        return RouteMap(json.loads(answer), document, options=self.options)

    def batch(self, documents: Iterable[Document], *, jobs: int | None = None) -> Iterator[RouteMap]:
        """The maps of many documents, one after another, in order.

        Args:
            documents: texts, bytes of files, or mappings with the fields of a line of ``periplus batch``: ``id``,
                ``text`` (or ``bytes``), ``date``, ``lang``, ``source``. They are taken as they are needed. One without
                an id is named by its number, from 1.
            jobs: documents worked on at a time; else one a processor.

        Yields:
            A map a document; one without a result has its `RouteMap.error` set and stops nothing.

        Raises:
            ProgramFailed: the program cannot work, or died on a document more often than it is restarted.
        """
        jobs = jobs or len(os.sched_getaffinity(0))
        taken: deque[Document] = deque()

        def lines() -> Iterator[bytes]:
            for number, document in enumerate(documents, 1):
                encoded = line(document, str(number))
                taken.append(document)
                yield encoded

        held = Held(
            self.options.batch_arguments, jobs=jobs, restarts=self.restarts, timeout=self.timeout
        )
        with held:
            for answer in held.answers(lines()):
                yield RouteMap(json.loads(answer), taken.popleft(), options=self.options)

    @property
    def process_id(self) -> int | None:
        """That of the program; None where none runs."""
        return self._held.process_id

    def close(self) -> None:
        """Lets the program end; the next call would start another."""
        with self._lock:
            self._held.close()

    def __enter__(self) -> Mapper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        return {"options": self.options, "timeout": self.timeout, "restarts": self.restarts}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._prepare()


_all: weakref.WeakSet[Mapper] = weakref.WeakSet()


def _forget() -> None:
    """In a forked child: another thread of the parent may have held a lock."""
    for mapper in list(_all):
        mapper._prepare()


os.register_at_fork(after_in_child=_forget)

_shared = Mapper()


def map(
    text: str | bytes,
    *,
    date: Day | None = None,
    lang: str | None = None,
    source: str | None = None,
    timeout: float | None = None,
) -> RouteMap:
    """The map of a text, as `Mapper.map` makes it, by a program that stays running until Python ends."""
    return _shared.map(text, date=date, lang=lang, source=source, timeout=timeout)


def batch(documents: Iterable[Document], *, jobs: int | None = None) -> Iterator[RouteMap]:
    """The maps of many documents, one after another, in order, as `Mapper.batch` makes them."""
    return _shared.batch(documents, jobs=jobs)
