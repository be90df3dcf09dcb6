"""Examples of the calls about regrades, marks, drafts and lessons. The others stand in `examples`."""

from __future__ import annotations

from typing import Any

from portal.api.description.example import NOTEBOOK, RESULT, SUBMISSION, Example

_REGRADE = "0c9b8a7d6e5f4a3b2c1d0e9f8a7b6c5d"
_DRAFT = "1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a"
_LEARNER = "0f1e2d3c4b5a6978"
_MARKED_AT = "2026-10-21T02:10:00Z"
_KNOWN = {"module": "04_entanglement", "version": "0123456789ab"}
_PROGRESS: dict[str, Any] = {"regrade": _REGRADE, "submission": SUBMISSION, "failures": 0}

EXAMPLES_OF_MARKING: dict[str, Example] = {
    "claim_regrades": Example(
        body={"worker": "grader-1", "limit": 4, "lease_seconds": 600},
        answers={
            200: {
                "submissions": [
                    {
                        "submission": SUBMISSION,
                        "course": "utokyo-intro",
                        "exercise": "04_entanglement",
                        "version": "0123456789ab",
                        "learner": _LEARNER,
                        "language": "ja",
                        "attempt": 1,
                        "received_at": "2026-10-15T05:03:11Z",
                        "files": [NOTEBOOK],
                        "seed": "7c6b5a4938271605",
                        "regrade": _REGRADE,
                        "against": "ba9876543210",
                        "tasks": ["bell_pair"],
                    }
                ]
            }
        },
    ),
    "put_regrade_result": Example(body=RESULT, answers={200: {**_PROGRESS, "state": "judged"}}),
    "report_regrade_failure": Example(
        body={"reason": "the sandbox could not be started"},
        answers={200: {**_PROGRESS, "state": "queued", "failures": 1}},
    ),
    "regrade_records": Example(
        body={"limit": 10},
        answers={
            200: {
                "records": [
                    {
                        "regrade": _REGRADE,
                        "submission": SUBMISSION,
                        "course": "utokyo-intro",
                        "exercise": "04_entanglement",
                        "learner": _LEARNER,
                        "applied": True,
                        "tasks": {"bell_pair": 2.0},
                        "result": RESULT,
                        "stamp": "5d41402abc4b2a76b9719d911017c592",
                    }
                ]
            }
        },
    ),
    "put_recorded": Example(
        body={"stamp": "5d41402abc4b2a76b9719d911017c592"},
        answers={200: {"regrade": _REGRADE, "submission": SUBMISSION, "recorded": True}},
    ),
    "claim_marks": Example(
        body={"limit": 10},
        answers={
            200: {
                "marks": [
                    {
                        "submission": SUBMISSION,
                        "course": "utokyo-intro",
                        "exercise": "04_entanglement",
                        "learner": _LEARNER,
                        "task": "no_signalling",
                        "points": 2.5,
                        "comment": "よく書けています。",
                        "marked_at": _MARKED_AT,
                    }
                ]
            }
        },
    ),
    "put_recorded_mark": Example(
        body={"marked_at": _MARKED_AT},
        answers={200: {"submission": SUBMISSION, "task": "no_signalling", "marked_at": _MARKED_AT}},
    ),
    "claim_draft": Example(
        body={"worker": "grader-1", "lease_seconds": 600},
        answers={
            200: {
                "drafts": [
                    {
                        "draft": _DRAFT,
                        "action": "check",
                        "exercise": "04_entanglement",
                        "revision": 3,
                        "base": "# %% [markdown]\n# # Entanglement\n",
                        "text": "# %% [markdown]\n# # Entanglement, mended\n",
                    }
                ]
            }
        },
    ),
    "keep_draft": Example(
        body={"worker": "grader-1", "lease_seconds": 600},
        answers={200: {"draft": _DRAFT, "state": "checking", "held": True}},
    ),
    "put_draft_report": Example(
        body={
            "worker": "grader-1",
            "revision": 3,
            "report": {
                "problems": [
                    {
                        "file": "exercise.py",
                        "line": 12,
                        "message": "the task bell_pair has no check",
                        "remedy": 'add a cell with check="bell_pair"',
                    }
                ],
                "tasks": [],
                "untranslated": {"ja": [{"text": "Entanglement, mended", "state": "stale"}]},
                "preview": {"en": [{"markdown": True, "text": "# Entanglement, mended"}]},
                "seconds": 41.5,
            },
        },
        answers={200: {"draft": _DRAFT, "state": "checked", "held": False}},
    ),
    "put_draft_released": Example(
        body={"version": "ba9876543210"},
        answers={200: {"draft": _DRAFT, "state": "released", "held": False}},
    ),
    "report_draft_failure": Example(
        body={"worker": "grader-1", "reason": "the sandbox could not be started", "final": False},
        answers={200: {"draft": _DRAFT, "state": "check_asked", "held": False}},
    ),
    "lessons_known": Example(answers={200: {"lessons": [_KNOWN]}}),
    "put_lesson": Example(
        body={
            "version": "0123456789ab",
            "pages": {
                "en": {
                    "html": '<h2 id="section-1">A Bell pair</h2><p>Two qubits.</p>',
                    "headings": [{"id": "section-1", "level": 2, "html": "A Bell pair"}],
                }
            },
            "pictures": [],
        },
        answers={200: _KNOWN},
    ),
    "marks_of_offering": Example(
        answers={
            200: {
                "offering": "utokyo-intro",
                "exercises": [
                    {
                        "exercise": "04_entanglement",
                        "title": {"en": "Entanglement", "ja": "量子もつれ", "ko": "얽힘"},
                        "maximum": 5.0,
                        "due_at": "2026-10-20T14:59:00Z",
                    }
                ],
                "learners": [
                    {
                        "pseudonym": _LEARNER,
                        "login": "student-utokyo",
                        "family_name": "模擬",
                        "given_name": "学習者1",
                        "credit": 4.05,
                        "maximum": 5.0,
                        "exercises": [
                            {
                                "exercise": "04_entanglement",
                                "attempt": 2,
                                "received_at": "2026-10-21T01:00:00Z",
                                "due_at": "2026-10-20T14:59:00Z",
                                "points": 4.5,
                                "credit": 4.05,
                                "maximum": 5.0,
                                "late": True,
                                "late_factor": 0.9,
                                "state": "settled",
                                "tasks": [
                                    {
                                        "task": "bell_pair",
                                        "points": 2.0,
                                        "maximum": 2.0,
                                        "marked_by": "check",
                                        "code": "passed",
                                    },
                                    {
                                        "task": "no_signalling",
                                        "points": 2.5,
                                        "maximum": 3.0,
                                        "marked_by": "person",
                                        "code": "marked_by_person",
                                    },
                                ],
                            }
                        ],
                    }
                ],
                "next": None,
            }
        }
    ),
}
