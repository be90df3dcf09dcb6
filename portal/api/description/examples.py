"""One example of what is sent and answered, for each call that sends or answers something."""

from __future__ import annotations

from portal.api.description.example import NOTEBOOK, RESULT, SUBMISSION, Example
from portal.api.description.examples_of_marking import EXAMPLES_OF_MARKING

_FEEDBACK = {"files": [{"name": "04_entanglement.html", "content": "PGgxPkZlZWRiYWNrPC9oMT4="}]}
_RECEIPT = {
    "submission": SUBMISSION,
    "course": "utokyo-intro",
    "exercise": "04_entanglement",
    "attempt": 1,
    "received_at": "2026-10-15T05:03:11Z",
    "sha256": "9d9f7e8b0d3a2c1f5b6e4d7c8a9b0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b",
    "late": False,
}
_TITLE = {"en": "Entanglement", "ja": "量子もつれ", "ko": "얽힘"}
_BELL = {"en": "A Bell pair", "ja": "ベル対", "ko": "벨 쌍"}

EXAMPLES: dict[str, Example] = {
    **EXAMPLES_OF_MARKING,
    "assignments": Example(
        answers={
            200: {
                "assignments": [
                    {
                        "course": "utokyo-intro",
                        "exercise": "04_entanglement",
                        "title": "量子もつれ",
                        "language": "ja",
                        "version": "0123456789ab",
                        "release_at": "2026-10-01T00:00:00Z",
                        "due_at": "2026-10-20T14:59:00Z",
                        "points": 5.0,
                        "submissions": [
                            {
                                **_RECEIPT,
                                "status": "graded",
                                "score": 2.0,
                                "maximum": 5.0,
                                "unmarked": 1,
                                "feedback": False,
                                "feedback_sha256": None,
                            }
                        ],
                    }
                ]
            }
        }
    ),
    "release": Example(
        answers={
            200: {
                "course": "utokyo-intro",
                "exercise": "04_entanglement",
                "version": "0123456789ab",
                "language": "ja",
                "files": [NOTEBOOK],
            }
        }
    ),
    "submit": Example(
        body={"files": [NOTEBOOK], "version": "0123456789ab"},
        answers={200: _RECEIPT, 201: _RECEIPT},
    ),
    "feedback": Example(answers={200: _FEEDBACK}),
    "put_module": Example(
        body={
            "manifest": {
                "module": "04_entanglement",
                "version": "0123456789ab",
                "order": 4,
                "hours": 4.0,
                "title": _TITLE,
                "tasks": [
                    {
                        "id": "bell_pair",
                        "title": _BELL,
                        "points": 2.0,
                        "manual": False,
                        "competences": ["5.1 II A1"],
                    }
                ],
            },
            "releases": {"en": [NOTEBOOK]},
        },
        answers={200: {"module": "04_entanglement", "version": "0123456789ab"}},
    ),
    "offerings": Example(
        answers={
            200: {
                "offerings": [
                    {
                        "id": "utokyo-intro",
                        "institution": "utokyo",
                        "title": "Introduction to quantum computing",
                        "learners": [
                            {
                                "pseudonym": "0f1e2d3c4b5a6978",
                                "family_name": "模擬",
                                "given_name": "学習者1",
                            }
                        ],
                    }
                ]
            }
        }
    ),
    "claim": Example(
        body={"worker": "grader-1", "limit": 4, "lease_seconds": 600},
        answers={
            200: {
                "submissions": [
                    {
                        "submission": SUBMISSION,
                        "course": "utokyo-intro",
                        "exercise": "04_entanglement",
                        "version": "0123456789ab",
                        "learner": "0f1e2d3c4b5a6978",
                        "language": "ja",
                        "attempt": 1,
                        "received_at": "2026-10-15T05:03:11Z",
                        "files": [NOTEBOOK],
                        "seed": "7c6b5a4938271605",
                    }
                ]
            }
        },
    ),
    "put_result": Example(
        body=RESULT,
        answers={200: {"submission": SUBMISSION, "status": "graded", "score": 2.0, "maximum": 2.0}},
    ),
    "put_feedback": Example(body=_FEEDBACK, answers={200: {"submission": SUBMISSION, "files": 1}}),
    "report_failure": Example(
        body={"reason": "the sandbox could not be started"},
        answers={200: {"submission": SUBMISSION, "status": "queued", "failures": 1}},
    ),
    "apply_roster": Example(
        body={
            "institutions": [
                {
                    "id": "utokyo",
                    "name": {"en": "University of Tokyo", "ja": "東京大学", "ko": "도쿄대학교"},
                    "country": "JP",
                    "time_zone": "Asia/Tokyo",
                }
            ],
            "offerings": [
                {
                    "id": "utokyo-intro",
                    "institution": "utokyo",
                    "title": {"en": "Introduction to quantum computing", "ja": "量子計算入門"},
                }
            ],
            "cohorts": [
                {
                    "id": "utokyo-autumn",
                    "institution": "utokyo",
                    "name": {"en": "Autumn 2026", "ja": "2026年秋"},
                }
            ],
            "people": [
                {
                    "login": "student-utokyo",
                    "issuer": "https://demo.qampus.invalid",
                    "subject": "student-utokyo",
                    "family_name": "模擬",
                    "given_name": "学習者1",
                    "language": "ja",
                    "institution": "utokyo",
                    "simulated": True,
                    "roles": [{"role": "learner", "offering": "utokyo-intro"}],
                    "cohorts": ["utokyo-autumn"],
                }
            ],
            "releases": [
                {
                    "offering": "utokyo-intro",
                    "exercise": "04_entanglement",
                    "release_at": "2026-10-01T09:00:00+09:00",
                    "due_at": "2026-10-20T23:59:00+09:00",
                }
            ],
        },
        answers={
            200: {"institutions": 1, "offerings": 1, "cohorts": 1, "people": 1, "releases": 1}
        },
    ),
    "make_person_token": Example(
        body={"label": "JupyterLab"},
        answers={201: {"token": "qampus_..."}},
    ),
    "status": Example(answers={200: {"queued": 3, "claimed": 1, "graded": 120, "needs_person": 2}}),
}
