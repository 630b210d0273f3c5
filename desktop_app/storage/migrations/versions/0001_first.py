"""The first household: cases, their answers, what was heard on the telephone, and the ticks of their checklists."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "case",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False, index=True),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("opened_from", sa.String(), nullable=True),
    )
    op.create_table(
        "answer",
        _case_id(),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "heard",
        _case_id(),
        sa.Column("question", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("heard_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "tick",
        _case_id(),
        sa.Column("item", sa.String(), primary_key=True),
        sa.Column("ticked_at", sa.DateTime(), nullable=False),
    )


def _case_id() -> "sa.Column[int]":
    return sa.Column("case_id", sa.Integer(), sa.ForeignKey("case.id", ondelete="CASCADE"), primary_key=True)
