"""The words people search with, out of the rule pack."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop_app.domain.found import FoundKind, SearchWord
from desktop_app.storage.tables import SearchWordRow


def read_search_words(engine: Engine, *kinds: FoundKind) -> tuple[SearchWord, ...]:
    """The words of these kinds, of all if none is named; those of one target together and its name first."""
    words = select(SearchWordRow).order_by(SearchWordRow.id)
    if kinds:
        words = words.where(SearchWordRow.kind.in_(kind.value for kind in kinds))
    with Session(engine) as session:
        rows = session.scalars(words)
        return tuple(SearchWord(FoundKind(row.kind), row.target, row.word, tuple(row.pinyin.split())) for row in rows)
