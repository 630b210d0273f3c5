"""The source articles as they are read: what each states, whether it is used, and what states otherwise."""

from dataclasses import dataclass

from desktop_app.domain.area_sheet import Disagreement
from desktop_app.domain.evidence import Article, Fact


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """One statement of an article: whether a figure or rule rests on it, and what states otherwise."""

    fact: Fact
    in_use: bool
    against: tuple[Disagreement, ...]

    @property
    def doubted(self) -> bool:
        """Whether something that states otherwise is used in its place, or may be as right."""
        return any(each.used.number != self.fact.number or not each.decided for each in self.against)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with each of its statements weighed."""

    article: Article
    statements: tuple[ReadStatement, ...]
