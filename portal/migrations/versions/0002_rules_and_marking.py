"""The rules of an offering: late rules, arrangements, attempt limits; regrades, marks by people, appeals, notices.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("change") as batch_op:
        batch_op.create_index("ix_change_at", ["at"], unique=False)

    op.create_table(
        "arrangement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offering_id", sa.String(length=60), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("time_factor", sa.Double(), nullable=False),
        sa.Column("extra_attempts", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("granted_by_id", sa.Integer(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("extra_attempts >= 0", name="no_attempt_is_taken"),
        sa.CheckConstraint("time_factor >= 1", name="no_time_is_taken"),
        sa.ForeignKeyConstraint(
            ["ended_by_id"], ["person.id"], name="fk_arrangement_ended_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_arrangement_exercise_id_exercise"
        ),
        sa.ForeignKeyConstraint(
            ["granted_by_id"], ["person.id"], name="fk_arrangement_granted_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["offering_id"], ["offering.id"], name="fk_arrangement_offering_id_offering"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_arrangement"),
    )
    with op.batch_alter_table("arrangement") as batch_op:
        batch_op.create_index(
            "ix_arrangement_offering", ["offering_id", "exercise_id"], unique=False
        )

    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_notice_person_id_person", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
    )
    with op.batch_alter_table("notice") as batch_op:
        batch_op.create_index("ix_notice_person", ["person_id", "read_at", "at"], unique=False)

    op.create_table(
        "arrangement_learner",
        sa.Column("arrangement_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["arrangement_id"],
            ["arrangement.id"],
            name="fk_arrangement_learner_arrangement_id_arrangement",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name="fk_arrangement_learner_person_id_person",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("arrangement_id", "person_id", name="pk_arrangement_learner"),
    )
    with op.batch_alter_table("arrangement_learner") as batch_op:
        batch_op.create_index("ix_arrangement_learner_person_id", ["person_id"], unique=False)

    op.create_table(
        "regrade",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("offering_id", sa.String(length=60), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("tasks", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "judging",
                "ready",
                "applied",
                "rolled_back",
                "dropped",
                name="regradestate",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rolled_back_by_id", sa.Integer(), nullable=True),
        sa.Column("rolled_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name="fk_regrade_asked_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["person.id"], name="fk_regrade_decided_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["offering_id", "exercise_id"],
            ["release.offering_id", "release.exercise_id"],
            name="fk_regrade_offering_id_release",
        ),
        sa.ForeignKeyConstraint(
            ["rolled_back_by_id"], ["person.id"], name="fk_regrade_rolled_back_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["exercise_version.id"], name="fk_regrade_version_id_exercise_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_regrade"),
        sa.UniqueConstraint("public_id", name="uq_regrade_public_id"),
    )
    with op.batch_alter_table("regrade") as batch_op:
        batch_op.create_index("ix_regrade_release", ["offering_id", "exercise_id"], unique=False)

    op.create_table(
        "appeal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=60), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "answered",
                "withdrawn",
                name="appealstate",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("points_before", sa.Double(), nullable=True),
        sa.Column("points_after", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name="fk_appeal_answered_by_id_person"
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name="fk_appeal_submission_id_submission",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_appeal"),
        sa.UniqueConstraint("public_id", name="uq_appeal_public_id"),
    )
    with op.batch_alter_table("appeal") as batch_op:
        batch_op.create_index("ix_appeal_submission", ["submission_id", "task"], unique=False)

    op.create_table(
        "mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=60), nullable=False),
        sa.Column("marker_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Double(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["marker_id"], ["person.id"], name="fk_mark_marker_id_person"),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submission.id"],
            name="fk_mark_submission_id_submission",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mark"),
        sa.UniqueConstraint("submission_id", "task", "marker_id", name="uq_mark_submission_id"),
    )
    op.create_table(
        "regrade_item",
        sa.Column("regrade_id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "claimed",
                "judged",
                "failed",
                name="itemstate",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_by", sa.String(length=100), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["regrade_id"],
            ["regrade.id"],
            name="fk_regrade_item_regrade_id_regrade",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["submission.id"], name="fk_regrade_item_submission_id_submission"
        ),
        sa.PrimaryKeyConstraint("regrade_id", "submission_id", name="pk_regrade_item"),
    )
    with op.batch_alter_table("regrade_item") as batch_op:
        batch_op.create_index("ix_regrade_item_state", ["state", "lease_until"], unique=False)
        batch_op.create_index("ix_regrade_item_submission_id", ["submission_id"], unique=False)

    with op.batch_alter_table("release", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("grace_minutes", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("late_percent", sa.Double(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("attempt_limit", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "counting",
                sa.Enum(
                    "latest",
                    "best",
                    "first",
                    name="counting",
                    native_enum=False,
                    create_constraint=True,
                    length=16,
                ),
                server_default="latest",
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("markers", sa.Integer(), server_default="1", nullable=False))

    with op.batch_alter_table("submission", recreate="always") as batch_op:
        batch_op.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column("is_late", sa.Boolean(), server_default=sa.text("0"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("late_factor", sa.Double(), server_default="1", nullable=False)
        )
        batch_op.add_column(
            sa.Column("eligible", sa.Boolean(), server_default=sa.text("1"), nullable=False)
        )

    # What held until now: due when the release is due, late after it, everything eligible.
    op.execute(
        "UPDATE submission SET due_at = (SELECT due_at FROM release WHERE release.offering_id = submission.offering_id "
        "AND release.exercise_id = submission.exercise_id)"
    )
    op.execute(
        sa.text("UPDATE submission SET is_late = :late WHERE received_at > due_at").bindparams(
            sa.bindparam("late", True, sa.Boolean())
        )
    )


def downgrade() -> None:
    with op.batch_alter_table("submission", recreate="always") as batch_op:
        batch_op.drop_column("eligible")
        batch_op.drop_column("late_factor")
        batch_op.drop_column("is_late")
        batch_op.drop_column("due_at")

    with op.batch_alter_table("release", recreate="always") as batch_op:
        batch_op.drop_constraint(op.f("ck_release_counting"), type_="check")
        batch_op.drop_column("markers")
        batch_op.drop_column("counting")
        batch_op.drop_column("attempt_limit")
        batch_op.drop_column("late_percent")
        batch_op.drop_column("grace_minutes")
        batch_op.drop_column("closes_at")

    with op.batch_alter_table("regrade_item") as batch_op:
        batch_op.drop_index("ix_regrade_item_submission_id")
        batch_op.drop_index("ix_regrade_item_state")

    op.drop_table("regrade_item")
    op.drop_table("mark")
    with op.batch_alter_table("appeal") as batch_op:
        batch_op.drop_index("ix_appeal_submission")

    op.drop_table("appeal")
    with op.batch_alter_table("regrade") as batch_op:
        batch_op.drop_index("ix_regrade_release")

    op.drop_table("regrade")
    with op.batch_alter_table("arrangement_learner") as batch_op:
        batch_op.drop_index("ix_arrangement_learner_person_id")

    op.drop_table("arrangement_learner")
    with op.batch_alter_table("notice") as batch_op:
        batch_op.drop_index("ix_notice_person")

    op.drop_table("notice")
    with op.batch_alter_table("arrangement") as batch_op:
        batch_op.drop_index("ix_arrangement_offering")

    op.drop_table("arrangement")
    with op.batch_alter_table("change") as batch_op:
        batch_op.drop_index("ix_change_at")

    op.drop_table("change")
