"""What the rulebook answered when a case was last looked at, and who said what stands in the call script's blanks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "result",
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("case.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("filing", sa.String(), nullable=False),
        sa.Column("filing_type", sa.String(), nullable=True),
        sa.Column("settlement", sa.String(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("likely", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
    )
    op.add_column("heard", sa.Column("told_by", sa.String(), nullable=True))
    op.add_column("heard", sa.Column("told_on", sa.Date(), nullable=True))
    op.execute("UPDATE heard SET told_on = date(heard_at, 'localtime')")
