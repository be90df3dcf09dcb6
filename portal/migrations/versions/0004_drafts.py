"""The text of each version of an exercise, and drafts of changed ones.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exercise_text",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["exercise_version.id"],
            name="fk_exercise_text_version_id_exercise_version",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("version_id", name="pk_exercise_text"),
    )

    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("offering_id", sa.String(length=60), nullable=False),
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("base_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "writing",
                "check_asked",
                "checking",
                "checked",
                "release_asked",
                "releasing",
                "released",
                "dropped",
                name="draftstate",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("claimed_by", sa.String(length=100), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("report", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("released_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name="fk_draft_asked_by_id_person"),
        sa.ForeignKeyConstraint(
            ["base_id"], ["exercise_version.id"], name="fk_draft_base_id_exercise_version"
        ),
        sa.ForeignKeyConstraint(
            ["offering_id", "exercise_id"],
            ["release.offering_id", "release.exercise_id"],
            name="fk_draft_offering_id_release",
        ),
        sa.ForeignKeyConstraint(
            ["released_id"], ["exercise_version.id"], name="fk_draft_released_id_exercise_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.UniqueConstraint("public_id", name="uq_draft_public_id"),
    )
    with op.batch_alter_table("draft") as batch_op:
        batch_op.create_index(
            "ix_draft_release", ["offering_id", "exercise_id", "state"], unique=False
        )
        batch_op.create_index("ix_draft_state", ["state", "lease_until"], unique=False)

    op.create_table(
        "draft_text",
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_by_id", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name="fk_draft_text_draft_id_draft", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"], ["person.id"], name="fk_draft_text_saved_by_id_person"
        ),
        sa.PrimaryKeyConstraint("draft_id", "revision", name="pk_draft_text"),
    )


def downgrade() -> None:
    op.drop_table("draft_text")
    op.drop_table("draft")
    op.drop_table("exercise_text")
