"""A Ray cluster: the connection, and files in its object store."""

import socket
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from retold.backends.shelf import Blob, Sent, mapped
from retold.model.errors import MissingExtra, RetoldError

LOCAL = "local"
# Of one processor Daft itself takes all, and its tasks wait for ever.
LEAST_CPUS = 2
PATIENCE = 10.0  # seconds for a cluster to take a connection; by eye
# Some 7 in 100 of the processes that a cluster forks for a client die or hang before they answer
# (ray-project/ray issue 63202); the next one does as well as the first. Four in
# a row are 1 in 40,000.
TRIES = 4


@contextmanager
def connected(cluster: str, jobs: int) -> Iterator[None]:
    """A connection to a Ray cluster: HOST:PORT from a machine of it, ray://HOST:PORT from others.

    `local` starts one on this machine, and stops it again.

    Raises:
        MissingExtra: Ray is not installed.
        RetoldError: the cluster cannot be reached.
    """
    try:
        import ray
    except ImportError:
        raise MissingExtra("a Ray cluster", "ray") from None
    if cluster != LOCAL:
        _answers(cluster)
    here = (
        {"num_cpus": max(LEAST_CPUS, jobs), "include_dashboard": False} if cluster == LOCAL else {}
    )
    _begun(partial(ray.init, cluster, log_to_driver=False, logging_level="ERROR", **here), cluster)
    try:
        with warnings.catch_warnings():
            # Its client warns of the tables that go with each step, some 10 MB.
            warnings.filterwarnings("ignore", category=UserWarning, module="ray.util.client")
            yield
    finally:
        ray.shutdown()


def _begun(begin: Callable[[], Any], cluster: str) -> None:
    """Begins a connection; once more where the cluster gave it up.

    Raises:
        RetoldError: the cluster cannot be reached, or gave up every time.
    """
    for tried in range(1, TRIES + 1):
        try:
            begin()
        except (ConnectionError, RuntimeError, ValueError) as fault:
            if isinstance(fault, ConnectionAbortedError) and tried < TRIES:
                continue
            said = " ".join(str(fault).splitlines()[:2])
            raise RetoldError(f"no Ray cluster at {cluster}: {said}") from None
        return


def _answers(cluster: str) -> None:
    """Raises where nobody listens at an address: Ray itself asks for minutes before it says so."""
    try:
        address = urlsplit(cluster if "://" in cluster else f"//{cluster}")
        host, port = address.hostname, address.port
    except ValueError as fault:
        raise RetoldError(f"no Ray cluster at {cluster}: {str(fault).lower()}") from None
    if address.scheme and not (host and port):
        raise RetoldError(
            f"no Ray cluster at {cluster}: it is ray://HOST:PORT, the port mostly 10001"
        )
    if not (host and port):  # a name that Ray knows, such as auto
        return
    try:
        socket.create_connection((host, port), PATIENCE).close()
    except OSError as fault:
        said = (fault.strerror or str(fault)).lower()
        raise RetoldError(f"no Ray cluster at {cluster}: {said}") from None


@dataclass(frozen=True, slots=True)
class _InRay:
    """Bytes in the object store of a Ray cluster; the reference as Ray pickles it.

    Pickled by another than Ray's own pickler a reference forgets who owns it, and is waited for in
    vain.
    """

    reference: bytes

    def open(self) -> Any:
        """The bytes, not copied where they lie on this machine."""
        import ray

        return memoryview(ray.get(ray.cloudpickle.loads(self.reference)))


class Stored:
    """Brings files into Ray's object store, for as long as this is held."""

    def __init__(self) -> None:
        self._held: list[Any] = []

    def __call__(self, path: str) -> Blob:
        """The file here; pickled it is the object there."""
        import numpy as np
        import ray

        held = ray.put(np.frombuffer(mapped(path), np.uint8))
        self._held.append(held)
        # Through Ray's client a reference is the client's own and means nothing to a worker; in a
        # list it comes to a task as what it is on the cluster.
        pickled = ray.remote(num_cpus=0)(_pickled).remote([held])
        return Sent(path, _InRay(ray.get(pickled)))


def _pickled(references: list[Any]) -> bytes:
    """The one reference as Ray pickles it."""
    import ray

    pickled: bytes = ray.cloudpickle.dumps(references[0])
    return pickled
