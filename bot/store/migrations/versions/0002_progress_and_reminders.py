"""Progress through checklists, and reminders of their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "progress",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("checklist", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.Text()),
        sa.Column("thread", sa.Text()),
        sa.Column("message", sa.Text()),
        sa.Column("asks", sa.Text()),
        sa.PrimaryKeyConstraint("person", "checklist", name="pk_progress"),
    )
    op.create_table(
        "reminders",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("checklist", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "checklist", "step", name="pk_reminders"),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("reminders")
    op.drop_table("progress")
