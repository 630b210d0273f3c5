"""Hand out a plan on paper: the summary of a case as a PDF file."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from desktop_app.domain.case import Case
from desktop_app.domain.heard import Heard
from desktop_app.paths import resources_dir
from desktop_app.render.words import Language, Words
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import RuleBook
from desktop_app.services.case_as_told import plan_as_told
from desktop_app.services.show_year import year_of_plan

if TYPE_CHECKING:
    from desktop_app.render.summary import PaperSheet

NOTHING_HEARD: Final[Mapping[str, Heard]] = MappingProxyType({})


def export_summary(
    case: Case, rulebook: RuleBook, language: Language, path: Path, heard: Mapping[str, Heard] = NOTHING_HEARD
) -> None:
    """Writes the summary of the case to `path`, with or without a screen, with what was `heard` on the telephone.

    Raises Problem where there is no plan for the case, or the file cannot be written.
    """
    from desktop_app.render.pdf import write_pdf

    write_pdf(summary_of(case, rulebook, language, heard), path)


def summary_of(
    case: Case, rulebook: RuleBook, language: Language, heard: Mapping[str, Heard] = NOTHING_HEARD
) -> "PaperSheet":
    """The summary as a sheet, for the print preview and the printer."""
    from desktop_app.render.summary import summary_sheet

    words = Words(language, resources_dir() / "words")
    plan = plan_as_told(make_plan(case, rulebook), heard)
    return summary_sheet(case, plan, rulebook, words, year_of_plan(case, rulebook))
