"""The words people search with, out of the rule pack."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop_app.domain.found import FoundKind, SearchWord
from desktop_app.storage.tables import SearchWordRow


def read_search_words(engine: Engine) -> tuple[SearchWord, ...]:
    """Every word, those of one target together and its name first."""
    with Session(engine) as session:
        rows = session.scalars(select(SearchWordRow).order_by(SearchWordRow.id))
        return tuple(SearchWord(FoundKind(row.kind), row.target, row.word, tuple(row.pinyin.split())) for row in rows)
