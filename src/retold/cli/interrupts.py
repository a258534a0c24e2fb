"""An interrupt is not lost, wherever the program stands when it comes.

Python raises it where it stands, and drops what is raised within callbacks: those of imports, of
objects that go, of compiled code. So that it came is kept as well, and asked for at every step.
"""

import signal
from types import FrameType


class Interrupts:
    """Whether this process was interrupted; nothing is noted before `heed` is called."""

    def __init__(self) -> None:
        self.came = False

    def heed(self) -> None:
        """Notes interrupts from now on; to be called in the main thread."""
        signal.signal(signal.SIGINT, self._note)

    def check(self) -> None:
        """Raises KeyboardInterrupt once more where one came and the work went on."""
        if self.came:
            raise KeyboardInterrupt

    def _note(self, _: int, __: FrameType | None) -> None:
        self.came = True
        raise KeyboardInterrupt


# A process has one handler of a signal.
INTERRUPTS = Interrupts()
