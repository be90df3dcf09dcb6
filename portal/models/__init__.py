"""The portal's tables (SQLAlchemy). Names are those of the project: see docs/architecture.md."""

from portal.models.base import Base, Texts, UtcDateTime, now, text_in
from portal.models.courses import Exercise, ExerciseVersion, Offering, Release, ReleasedFile, Task
from portal.models.people import (
    OFFERING_ROLES,
    AuditEntry,
    Cohort,
    CohortMember,
    Institution,
    Person,
    Role,
    RoleAssignment,
    Token,
)
from portal.models.submissions import (
    FeedbackFile,
    Status,
    Submission,
    SubmissionFile,
    TaskScore,
)

__all__ = [
    "OFFERING_ROLES",
    "AuditEntry",
    "Base",
    "Cohort",
    "CohortMember",
    "Exercise",
    "ExerciseVersion",
    "FeedbackFile",
    "Institution",
    "Offering",
    "Person",
    "Release",
    "ReleasedFile",
    "Role",
    "RoleAssignment",
    "Status",
    "Submission",
    "SubmissionFile",
    "Task",
    "TaskScore",
    "Texts",
    "Token",
    "UtcDateTime",
    "now",
    "text_in",
]
