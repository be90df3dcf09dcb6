"""Words of the description that belong to no single call: the introduction, groups of calls, parts of addresses."""

from __future__ import annotations

from dataclasses import dataclass

INTRODUCTION = """\
Every call but this document's own carries `Authorization: Bearer TOKEN`. A token belongs to a person, to the grader \
or to the operator. A person's token opens what is hers and nothing else: what belongs to others is answered as if it \
did not exist (404). Everything that is sent and answered is JSON in UTF-8. Every refusal has one form, \
`{"error": {"code", "message"}}`: the code is a stable word for programs, the message a sentence in the caller's \
language. Files travel as a name and their content in Base64. Times are ISO 8601 with a zone. Answers may gain fields; \
read only those that you know. Anything else that would break a client makes a new version of the address, /api/v2."""


@dataclass(frozen=True)
class Part:
    """One varying part of an address.

    Attributes:
        meaning: what it is.
        example: one that could be.
    """

    meaning: str
    example: str


PARTS = {
    "course": Part("Id of the offering, which is the nbgrader course id.", "utokyo-intro"),
    "offering": Part("Id of the offering, which is the nbgrader course id.", "utokyo-intro"),
    "exercise": Part("Id of the exercise, which is the nbgrader assignment.", "04_entanglement"),
    "module": Part("Id of the module, which is that of its exercise.", "04_entanglement"),
    "submission": Part(
        "Id of the attempt, as its receipt says.", "5f0c1d2e3b4a59687786950a1b2c3d4e"
    ),
    "task": Part("Id of the task, nbgrader's grade_id.", "no_signalling"),
    "login": Part("The person's short name in the roster.", "student-utokyo"),
    "draft": Part("Id of the draft.", "1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a"),
    "regrade": Part("Id of the regrade.", "0c9b8a7d6e5f4a3b2c1d0e9f8a7b6c5d"),
}

GROUPS = {
    "exchange": "What a learner's JupyterLab asks for: exercises, attempts, feedback.",
    "offerings": "The marks of a course, for the programs of those who teach it.",
    "catalog": "Exercises and lessons as the grader built them.",
    "grading": "The queue of attempts, their results and feedback, for the grader.",
    "operator": "The roster, tokens and the state of the queue, for whoever runs the portal.",
    "openapi.json": "This description.",
}

CALLERS = {
    "person": "The token of a person: learner, instructor or coordinator.",
    "grader": "The token of the grading service.",
    "operator": "The token of whoever runs the portal.",
}

MEANINGS = {
    200: "Done.",
    201: "Made.",
    202: "Taken.",
    204: "Done; there is nothing to say.",
    400: "The request was cut off or is no HTTP that can be understood.",
    401: "The token is missing, wrong or revoked.",
    403: "The caller may not do this.",
    404: "There is no such thing, or none that is the caller's.",
    409: "It contradicts what is stored.",
    413: "More was sent than is taken.",
    422: "What was sent is not of the form, or has no sense.",
    500: "The portal itself is at fault. Tell the people who run it.",
}
