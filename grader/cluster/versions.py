"""Which versions judge: those of a worker must be those of the one who asks, or scores would depend on the machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

_PACKAGES = ("qampus", "qiskit", "qiskit-aer", "numpy", "distributed")


@cache
def versions_here() -> Mapping[str, str]:
    """Return name -> version of what decides about a score in this Python; nothing is imported for it."""
    return {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        **{name: version(name) for name in _PACKAGES},
    }


def difference(expected: Mapping[str, str], actual: Mapping[str, str]) -> str:
    """Return what differs, as a sentence; empty if nothing does."""
    differ = [
        f"{name} {expected[name]} here and {actual.get(name, 'none')} there"
        for name in expected
        if expected[name] != actual.get(name)
    ]
    if not differ:
        return ""
    return f"Its versions are not those of this machine: {', '.join(differ)}. Install the same on both."
