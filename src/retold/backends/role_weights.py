"""The trained net of roles in attributions, as it lies in the package."""

import io
from functools import lru_cache
from importlib.resources import files

import numpy as np

from retold.text.roles import UNIT, RoleWeights


@lru_cache(maxsize=1)
def role_weights() -> RoleWeights:
    """The weights of the roles that this version of retold was made with (English)."""
    return stored_weights(files("retold").joinpath("data", "role-weights.npz").read_bytes())


def stored_weights(raw: bytes) -> RoleWeights:
    """The weights in the bytes that `python -m benchmarks train-quotes` writes.

    A feature's vector is stored in bytes, narrow; what it adds to a token is worked out here.
    """
    with np.load(io.BytesIO(raw), allow_pickle=False) as held:
        names = held["features"].tobytes().decode().split("\n")
        narrow = held["table"].astype(np.float32) * held["steps"]
        count = len(held["reaches"])
        return RoleWeights(
            {name: place for place, name in enumerate(names, 1)},
            np.vstack([np.zeros((1, narrow.shape[1]), np.float32), narrow])
            @ held["entry"].astype(np.float32),
            tuple(int(reach) for reach in held["reaches"]),
            tuple(held[f"kernel{place}"].astype(np.float32) for place in range(count)),
            tuple(held[f"bias{place}"].astype(np.float32) for place in range(count)),
            held["leaving"].astype(np.float32),
            tuple(tuple(row) for row in np.rint(held["moves"] * UNIT).astype(int).tolist()),
        )
