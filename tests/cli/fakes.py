"""Small stand-ins for what the commands call, so that their own habits can be tested alone."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from types import ModuleType

import pytest

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.errors import NothingReadable
from retold.model.relation import Dependence, Reason, Relation, RelationKind
from retold.model.run import Rejected, Result, Run
from retold.model.story import Origin, Stemma, Story


def document(name: str, text: str = "A ferry ran aground.", path: str | None = None) -> Document:
    """A text that is all body."""
    blocks = (Block(Span(0, len(text)), BlockKind.BODY),) if text else ()
    return Document(id=name, text=text, blocks=blocks, path=path or f"{name}.txt")


def relation(left: str, right: str, dependence: Dependence = Dependence.DEPENDENT) -> Relation:
    """Two texts once judged, with one reason."""
    kind = RelationKind.UNKNOWN if dependence is Dependence.UNKNOWN else RelationKind.COPY
    reasons = (Reason("same", "the same sentences"),)
    return Relation(left, right, kind, dependence, None, 0.9, reasons, (), 0.9, 1.0)


def story(*names: str, origins: int = 1, undecided: bool = False) -> Story:
    """A story with as many origins as asked for."""
    kind = Dependence.UNKNOWN if undecided else Dependence.DEPENDENT
    return Story(
        id="-".join(names),
        title="a ferry runs aground",
        documents=names,
        origins=tuple(Origin(f"origin {number}", (names[0],)) for number in range(origins)),
        origins_at_most=origins,
        primaries=(),
        pairs_judged=1,
        pairs_possible=1,
        relations=(relation(names[0], names[1], kind),) if len(names) > 1 else (),
        stemma=Stemma((), ()),
    )


@dataclass(frozen=True, slots=True)
class AlignSettings:
    rewritten_from: float = 0.5
    most: int = 40


@dataclass(frozen=True, slots=True)
class Settings:
    align: AlignSettings = field(default_factory=AlignSettings)
    seed: int = 7
    gate: bool = True


@dataclass(slots=True)
class Faked:
    """What the stand-ins give back, and what they were given."""

    pile: list[Document | Rejected] = field(default_factory=lambda: [document("a"), document("b")])
    stories: tuple[Story, ...] = (story("a", "b", origins=2),)
    fault: BaseException | None = None
    settings: list[object] = field(default_factory=list)
    options: list[object] = field(default_factory=list)

    def read_pile(
        self, paths: Iterable[str], options: object, say: Callable[[str], None]
    ) -> Iterator[Document | Rejected]:
        self.options.append(options)
        wanted = list(paths)
        say("a note from the reader")
        found = [piece for piece in self.pile if piece.path in wanted]
        yield from found or self.pile

    def read_documents(
        self,
        pile: Iterable[Document | Rejected],
        *,
        settings: object,
        tick: object = None,
        engine: object = None,
        say: object = None,
    ) -> Result:
        del tick, engine, say
        self.settings.append(settings)
        pieces = list(pile)
        if self.fault is not None:
            raise self.fault
        documents = tuple(piece for piece in pieces if isinstance(piece, Document))
        if not documents:
            raise NothingReadable("nothing")
        rejected = tuple(piece for piece in pieces if isinstance(piece, Rejected))
        run = Run("0", "0" * 64, None, len(documents))
        return Result(run, documents, self.stories, rejected)

    def compare_documents(self, left: Document, right: Document, settings: object) -> Relation:
        self.settings.append(settings)
        lesser, greater = sorted((left.id, right.id))
        return relation(lesser, greater)

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put the stand-ins where the commands import from."""
        put: dict[str, dict[str, object]] = {
            "retold.readers.pile": {"read_pile": self.read_pile},
            "retold.bench": {"Settings": Settings},
            "retold.face": {
                "read_documents": self.read_documents,
                "compare_documents": self.compare_documents,
                "changes_between": lambda left, right, settings: (),
                "example_documents": lambda: iter(self.pile),
            },
            "retold.report.html": {"page": lambda result: "<p>report</p>"},
            "retold.report.terminal": {
                "summary": lambda result, *, width, colour, report: (
                    f"{len(result.documents)} tellings colour={colour} report={report}"
                ),
                "comparison": lambda relation, left, right, *, width, colour: (
                    f"{left.id} {relation.kind} {right.id}"
                ),
            },
        }
        for name, content in put.items():
            module = ModuleType(name)
            vars(module).update(content)
            monkeypatch.setitem(sys.modules, name, module)
