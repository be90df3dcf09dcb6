"""The first tables.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=60), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry_at", ["at"], unique=False)
        batch_op.create_index("ix_audit_entry_subject", ["subject"], unique=False)

    op.create_table(
        "exercise",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exercise"),
    )
    op.create_table(
        "institution",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_institution"),
    )
    op.create_table(
        "cohort",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("institution_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_cohort_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_cohort"),
    )
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.create_index("ix_cohort_institution_id", ["institution_id"], unique=False)

    op.create_table(
        "exercise_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=False),
        sa.Column("maximum", sa.Double(), nullable=False),
        sa.Column("manifest", sa.JSON(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_exercise_version_exercise_id_exercise"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_exercise_version"),
        sa.UniqueConstraint("exercise_id", "version", name="uq_exercise_version_exercise_id"),
    )
    with op.batch_alter_table("exercise_version", schema=None) as batch_op:
        batch_op.create_index(
            "uq_exercise_version_current",
            ["exercise_id"],
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.create_table(
        "offering",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("institution_id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("release_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_offering_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_offering"),
    )
    with op.batch_alter_table("offering", schema=None) as batch_op:
        batch_op.create_index("ix_offering_institution_id", ["institution_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("family_name", sa.String(length=100), nullable=False),
        sa.Column("given_name", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("pseudonym", sa.String(length=16), nullable=False),
        sa.Column("institution_id", sa.String(length=40), nullable=False),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name="fk_person_institution_id_institution"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("issuer", "subject", name="uq_person_issuer"),
        sa.UniqueConstraint("login", name="uq_person_login"),
        sa.UniqueConstraint("pseudonym", name="uq_person_pseudonym"),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index("ix_person_institution_id", ["institution_id"], unique=False)

    op.create_table(
        "cohort_member",
        sa.Column("cohort_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cohort_id"],
            ["cohort.id"],
            name="fk_cohort_member_cohort_id_cohort",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name="fk_cohort_member_person_id_person",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("cohort_id", "person_id", name="pk_cohort_member"),
    )
    with op.batch_alter_table("cohort_member", schema=None) as batch_op:
        batch_op.create_index("ix_cohort_member_person_id", ["person_id"], unique=False)

    op.create_table(
        "release",
        sa.Column("offering_id", sa.String(length=60), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("release_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("own_dates", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_release_exercise_id_exercise"
        ),
        sa.ForeignKeyConstraint(
            ["offering_id"], ["offering.id"], name="fk_release_offering_id_offering"
        ),
        sa.PrimaryKeyConstraint("offering_id", "exercise_id", name="pk_release"),
    )
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index("ix_release_exercise_id", ["exercise_id"], unique=False)

    op.create_table(
        "released_file",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["exercise_version.id"],
            name="fk_released_file_version_id_exercise_version",
        ),
        sa.PrimaryKeyConstraint("version_id", "language", "name", name="pk_released_file"),
    )
    op.create_table(
        "role_assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "learner",
                "instructor",
                "coordinator",
                "administrator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("offering_id", sa.String(length=60), nullable=True),
        sa.CheckConstraint(
            "(role IN ('learner', 'instructor')) = (offering_id IS NOT NULL)",
            name="offering_fits",
        ),
        sa.ForeignKeyConstraint(
            ["offering_id"], ["offering.id"], name="fk_role_assignment_offering_id_offering"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name="fk_role_assignment_person_id_person",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_role_assignment"),
    )
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.create_index(
            "ix_role_assignment_offering", ["offering_id", "role", "person_id"], unique=False
        )
        batch_op.create_index(
            "uq_role_in_offering", ["person_id", "role", "offering_id"], unique=True
        )
        batch_op.create_index(
            "uq_role_in_programme",
            ["person_id", "role"],
            unique=True,
            sqlite_where=sa.text("offering_id IS NULL"),
            postgresql_where=sa.text("offering_id IS NULL"),
        )

    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("points", sa.Double(), nullable=False),
        sa.Column("manual", sa.Boolean(), nullable=False),
        sa.Column("competences", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["exercise_version.id"], name="fk_task_version_id_exercise_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
        sa.UniqueConstraint("version_id", "name", name="uq_task_version_id"),
    )
    op.create_table(
        "token",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_token_person_id_person", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("hash", name="uq_token_hash"),
    )
    with op.batch_alter_table("token", schema=None) as batch_op:
        batch_op.create_index("ix_token_person_id", ["person_id"], unique=False)

    op.create_table(
        "submission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("offering_id", sa.String(length=60), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("graded_version_id", sa.Integer(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "queued",
                "claimed",
                "graded",
                "needs_person",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_by", sa.String(length=100), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failure_reason", sa.String(length=2000), nullable=True),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("maximum", sa.Double(), nullable=True),
        sa.Column("unmarked", sa.Integer(), nullable=False),
        sa.Column("graded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("engine", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_submission_exercise_id_exercise"
        ),
        sa.ForeignKeyConstraint(
            ["graded_version_id"],
            ["exercise_version.id"],
            name="fk_submission_graded_version_id_exercise_version",
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["person.id"], name="fk_submission_learner_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["offering_id", "exercise_id"],
            ["release.offering_id", "release.exercise_id"],
            name="fk_submission_offering_id_release",
        ),
        sa.ForeignKeyConstraint(
            ["offering_id"], ["offering.id"], name="fk_submission_offering_id_offering"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["exercise_version.id"],
            name="fk_submission_version_id_exercise_version",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_submission"),
        sa.UniqueConstraint(
            "learner_id", "offering_id", "exercise_id", "attempt", name="uq_submission_learner_id"
        ),
        sa.UniqueConstraint("public_id", name="uq_submission_public_id"),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(
            "ix_submission_offering_received_at", ["offering_id", "received_at"], unique=False
        )
        batch_op.create_index(
            "ix_submission_status_received_at", ["status", "received_at"], unique=False
        )
        batch_op.create_index("ix_submission_version_id", ["version_id"], unique=False)
        batch_op.create_index(
            "uq_submission_counts",
            ["offering_id", "exercise_id", "learner_id"],
            unique=True,
            sqlite_where=sa.text("counts"),
            postgresql_where=sa.text("counts"),
        )

    op.create_table(
        "feedback_file",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name="fk_feedback_file_submission_id_submission",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("submission_id", "name", name="pk_feedback_file"),
    )
    op.create_table(
        "submission_file",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name="fk_submission_file_submission_id_submission",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("submission_id", "name", name="pk_submission_file"),
    )
    op.create_table(
        "task_score",
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("maximum", sa.Double(), nullable=False),
        sa.Column(
            "marked_by",
            sa.Enum(
                "check",
                "person",
                "nobody",
                name="markedby",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "passed",
                "failed",
                "ungraded",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("rationale", sa.JSON(), nullable=False),
        sa.Column("hint", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name="fk_task_score_submission_id_submission",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_task_score_task_id_task"),
        sa.PrimaryKeyConstraint("submission_id", "task_id", name="pk_task_score"),
    )
    with op.batch_alter_table("task_score", schema=None) as batch_op:
        batch_op.create_index("ix_task_score_task_id", ["task_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("task_score", schema=None) as batch_op:
        batch_op.drop_index("ix_task_score_task_id")

    op.drop_table("task_score")
    op.drop_table("submission_file")
    op.drop_table("feedback_file")
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_submission_counts",
            sqlite_where=sa.text("counts"),
            postgresql_where=sa.text("counts"),
        )
        batch_op.drop_index("ix_submission_version_id")
        batch_op.drop_index("ix_submission_status_received_at")
        batch_op.drop_index("ix_submission_offering_received_at")

    op.drop_table("submission")
    with op.batch_alter_table("token", schema=None) as batch_op:
        batch_op.drop_index("ix_token_person_id")

    op.drop_table("token")
    op.drop_table("task")
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_role_in_programme",
            sqlite_where=sa.text("offering_id IS NULL"),
            postgresql_where=sa.text("offering_id IS NULL"),
        )
        batch_op.drop_index("uq_role_in_offering")
        batch_op.drop_index("ix_role_assignment_offering")

    op.drop_table("role_assignment")
    op.drop_table("released_file")
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index("ix_release_exercise_id")

    op.drop_table("release")
    with op.batch_alter_table("cohort_member", schema=None) as batch_op:
        batch_op.drop_index("ix_cohort_member_person_id")

    op.drop_table("cohort_member")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index("ix_person_institution_id")

    op.drop_table("person")
    with op.batch_alter_table("offering", schema=None) as batch_op:
        batch_op.drop_index("ix_offering_institution_id")

    op.drop_table("offering")
    with op.batch_alter_table("exercise_version", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_exercise_version_current",
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.drop_table("exercise_version")
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.drop_index("ix_cohort_institution_id")

    op.drop_table("cohort")
    op.drop_table("institution")
    op.drop_table("exercise")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_subject")
        batch_op.drop_index("ix_audit_entry_at")

    op.drop_table("audit_entry")
