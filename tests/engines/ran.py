"""One engine in this process: `python -m tests.engines.ran NAME CLUSTER JOBS PILE`.

Puts it through the checks of the port and prints the result of the pile as JSON. An engine on Ray
and one without need a process each, and a process of its own shows what is left behind.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from retold.backends.checks import check_engine
from retold.backends.engines import engine
from retold.bench import Settings
from retold.face import read_documents
from retold.readers.options import ReadOptions
from retold.readers.pile import read_pile
from retold.report.json import encode
from tests.invented.prose import excerpt, longer, paraphrase, retyped, story

STORIES = 6
# More than the holders of a key that all meet, and more than a story tells in full.
COPIES = 50
HERE = "here"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as `retold read` is told of it."""

    name: str
    cluster: str | None = None
    jobs: int = 1

    @property
    def words(self) -> tuple[str, ...]:
        """The same as words of a command."""
        return self.name, self.cluster or HERE, str(self.jobs)


def write_pile(path: Path) -> None:
    """Writes invented news as JSON lines: six stories in five forms, one in many copies."""
    texts = []
    for seed in range(STORIES):
        news = story(900 + seed)
        texts += [news.body, paraphrase(news).body, retyped(news.body)]
        texts += [excerpt(news, 2, 4).body, longer(news, seed, 3).body]
    wire = story(990).body
    texts += [f"{wire}\n\nPrinted in town {number}." for number in range(COPIES)]
    lines = (
        json.dumps({"id": f"text-{number:03}", "text": text}) for number, text in enumerate(texts)
    )
    path.write_text("\n".join(lines), encoding="utf-8")


def main(name: str, cluster: str, jobs: str, pile: str) -> None:
    """Prints the result."""
    with engine(name, None if cluster == HERE else cluster, int(jobs)) as opened:
        check_engine(opened)
        documents = read_pile([pile], ReadOptions(), lambda _: None)
        result = read_documents(documents, settings=Settings(), engine=opened)
    sys.stdout.write(encode(result).decode())


if __name__ == "__main__":
    main(*sys.argv[1:])
