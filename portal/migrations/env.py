"""Runs migrations on the database that `alembic_config` names."""

from alembic import context

from portal.database import make_engine
from portal.models import Base

engine = make_engine(context.config.attributes["url"])
with engine.execution_options(qampus_writes=True).connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite cannot alter most of a table in place.
        render_as_batch=True,
        # The whole migration is one transaction: it happens or it does not.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
engine.dispose()
