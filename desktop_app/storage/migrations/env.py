"""Alembic's way in: it works on the connection it is given, inside one transaction."""

from alembic import context

from desktop_app.storage.household_tables import HouseholdTable

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=HouseholdTable.metadata,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
