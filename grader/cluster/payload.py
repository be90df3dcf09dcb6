"""Jobs and what came out of them as bytes, for the way to a worker and back.

JSON, because a notebook may hold half a surrogate pair and a verdict a number of a hundred digits: msgspec's own
encoders refuse both. No class is named in the bytes, so reading them can make nothing but a `Job` or an `Answer`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import msgspec

from grader.judge.job import Job, Judged


@dataclass(frozen=True)
class Answer:
    """What a worker says about a job: one of the three.

    Attributes:
        judged: what came out of it.
        failure: why this job could not be judged.
        unfit: why this worker can judge none.
        worker: the worker's address.
    """

    judged: Judged | None = None
    failure: str = ""
    unfit: str = ""
    worker: str = ""


def encode(value: Job | Answer) -> bytes:
    """Return a job or an answer as JSON."""
    return json.dumps(msgspec.to_builtins(value)).encode("ascii")


def decode_job(data: bytes) -> Job:
    """Return the job that `encode` wrote."""
    return msgspec.convert(json.loads(data), Job)


def decode_answer(data: bytes) -> Answer:
    """Return the answer that `encode` wrote."""
    return msgspec.convert(json.loads(data), Answer)
