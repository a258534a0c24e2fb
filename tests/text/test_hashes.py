import hashlib

from retold.text.hashes import HASHES


def test_a_word_has_the_number_it_has_on_every_machine() -> None:
    assert HASHES["harbour"] == int(hashlib.blake2b(b"harbour", digest_size=8).hexdigest(), 16)


def test_a_hash_fits_eight_bytes() -> None:
    assert 0 <= HASHES[""] < 1 << 64
