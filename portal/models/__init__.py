"""The portal's tables (SQLAlchemy). Names are those of the project: see docs/architecture.md."""

from portal.models.arrangements import Arrangement, ArrangementLearner
from portal.models.base import Base, Texts, UtcDateTime, now, text_in
from portal.models.courses import Exercise, ExerciseVersion, Offering, Release, ReleasedFile, Task
from portal.models.drafts import Draft, DraftState, DraftText, ExerciseText
from portal.models.lessons import Lesson, LessonPage, LessonPicture
from portal.models.marking import Appeal, AppealState, Mark
from portal.models.notices import Change, Notice
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
from portal.models.regrading import ItemState, Regrade, RegradeItem, RegradeState
from portal.models.submissions import (
    FeedbackFile,
    Status,
    Submission,
    SubmissionFile,
    TaskScore,
)

__all__ = [
    "OFFERING_ROLES",
    "Appeal",
    "AppealState",
    "Arrangement",
    "ArrangementLearner",
    "AuditEntry",
    "Base",
    "Change",
    "Cohort",
    "CohortMember",
    "Draft",
    "DraftState",
    "DraftText",
    "Exercise",
    "ExerciseText",
    "ExerciseVersion",
    "FeedbackFile",
    "Institution",
    "ItemState",
    "Lesson",
    "LessonPage",
    "LessonPicture",
    "Mark",
    "Notice",
    "Offering",
    "Person",
    "Regrade",
    "RegradeItem",
    "RegradeState",
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
