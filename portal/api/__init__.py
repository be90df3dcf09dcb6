"""The HTTP API under /api/v1: exchange for learners, catalogue and grading for the grader, roster for the operator.

Its calls are listed in docs/architecture.md, "HTTP API". Every answer is JSON; every refusal is
`{"error": {"code", "message"}}`, the message in the caller's language, with `"entries"` where several places are wrong.
"""

from portal.api.blueprint import blueprint
from portal.api.catalog import put_module
from portal.api.claims import claim, report_failure
from portal.api.exchange import assignments, feedback, release, submit
from portal.api.operator import apply_roster, make_person_token, status
from portal.api.results import offerings, put_feedback, put_result

__all__ = [
    "apply_roster",
    "assignments",
    "blueprint",
    "claim",
    "feedback",
    "make_person_token",
    "offerings",
    "put_feedback",
    "put_module",
    "put_result",
    "release",
    "report_failure",
    "status",
    "submit",
]
