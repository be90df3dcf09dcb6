"""The HTTP API under /api/v1: exchange for learners, catalogue and grading for the grader, roster for the operator.

Its calls are listed in docs/architecture.md, "HTTP API". Every answer is JSON; every refusal is
`{"error": {"code", "message"}}`, the message in the caller's language, with `"entries"` where several places are wrong.
"""

from portal.api.blueprint import blueprint
from portal.api.catalog import put_module
from portal.api.claims import claim, report_failure
from portal.api.description.views import openapi
from portal.api.drafts import (
    claim_draft,
    keep_draft,
    put_draft_released,
    put_draft_report,
    report_draft_failure,
)
from portal.api.exchange import assignments, feedback, release, submit
from portal.api.lessons import lessons_known, put_lesson
from portal.api.marks import claim_marks, put_recorded_mark
from portal.api.marks_out import marks_of_offering
from portal.api.operator import apply_roster, make_person_token, status
from portal.api.regrades import (
    claim_regrades,
    put_recorded,
    put_regrade_result,
    regrade_records,
    report_regrade_failure,
)
from portal.api.results import offerings, put_feedback, put_result

__all__ = [
    "apply_roster",
    "assignments",
    "blueprint",
    "claim",
    "claim_draft",
    "claim_marks",
    "claim_regrades",
    "feedback",
    "keep_draft",
    "lessons_known",
    "make_person_token",
    "marks_of_offering",
    "offerings",
    "openapi",
    "put_draft_released",
    "put_draft_report",
    "put_feedback",
    "put_lesson",
    "put_module",
    "put_recorded",
    "put_recorded_mark",
    "put_regrade_result",
    "put_result",
    "regrade_records",
    "release",
    "report_draft_failure",
    "report_failure",
    "report_regrade_failure",
    "status",
    "submit",
]
