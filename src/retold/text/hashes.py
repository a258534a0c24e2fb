"""64 bits that stand for a word on every machine: words of two texts meet as sorted numbers."""

import hashlib

MOST_HELD = 200_000  # words whose hash is held, about 25 MB


class _Hashes(dict[str, int]):
    """The first 64 bits of BLAKE2b of a word, worked out where first asked for."""

    def __missing__(self, name: str) -> int:
        if len(self) >= MOST_HELD:
            self.clear()
        made = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")
        self[name] = made
        return made


HASHES = _Hashes()
