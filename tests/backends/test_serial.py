from retold.backends.serial import Serial
from retold.ports import Engine


def test_serial_makes_an_item_as_it_is_asked_for() -> None:
    engine: Engine = Serial()
    asked = iter(["a", "bb", ""])

    assert next(engine.map(len, asked)) == 1
    assert list(asked) == ["bb", ""]
