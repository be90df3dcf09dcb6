"""Lessons as pages to read.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson",
        sa.Column("exercise_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exercise_id"], ["exercise.id"], name="fk_lesson_exercise_id_exercise"
        ),
        sa.PrimaryKeyConstraint("exercise_id", name="pk_lesson"),
    )
    op.create_table(
        "lesson_page",
        sa.Column("lesson_id", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lesson.exercise_id"], name="fk_lesson_page_lesson_id_lesson"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "language", name="pk_lesson_page"),
    )
    op.create_table(
        "lesson_picture",
        sa.Column("lesson_id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lesson.exercise_id"], name="fk_lesson_picture_lesson_id_lesson"
        ),
        sa.PrimaryKeyConstraint("lesson_id", "name", name="pk_lesson_picture"),
    )


def downgrade() -> None:
    op.drop_table("lesson_picture")
    op.drop_table("lesson_page")
    op.drop_table("lesson")
