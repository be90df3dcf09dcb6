"""What an example is, and the parts that several of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Example:
    """What could be sent, and what would be answered, by status."""

    body: Any = None
    answers: Mapping[int, Any] = field(default_factory=dict)


SUBMISSION = "5f0c1d2e3b4a59687786950a1b2c3d4e"
NOTEBOOK = {
    "name": "04_entanglement.ipynb",
    # {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}
    "content": "eyJuYmZvcm1hdCI6IDQsICJuYmZvcm1hdF9taW5vciI6IDUsICJtZXRhZGF0YSI6IHt9LCAiY2VsbHMiOiBbXX0=",
}
RESULT: dict[str, Any] = {
    "submission": SUBMISSION,
    "exercise": "04_entanglement",
    "version": "0123456789ab",
    "tasks": [
        {
            "task": "bell_pair",
            "points": 2.0,
            "maximum": 2.0,
            "marked_by": "check",
            "verdict": {
                "outcome": "passed",
                "code": "passed",
                "parameters": {},
                "rationale": {"en": "The state is the one that was asked for."},
                "hint": {},
            },
        }
    ],
    "graded_at": "2026-10-15T05:03:15Z",
    "seconds": 0.4,
    "engine": "qampus 0.1.0",
    "schema": 1,
}
