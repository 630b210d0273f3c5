"""Hand out a plan on paper: the summary of a case as a PDF file."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.case import Case
from desktop_app.paths import resources_dir
from desktop_app.render.words import Language, Words
from desktop_app.rules.plan import make_plan
from desktop_app.rules.rulebook import RuleBook
from desktop_app.services.show_year import year_of_plan

if TYPE_CHECKING:
    from desktop_app.render.summary import PaperSheet


def export_summary(case: Case, rulebook: RuleBook, language: Language, path: Path) -> None:
    """Writes the summary of the case to `path`, with or without a screen.

    Raises Problem where there is no plan for the case, or the file cannot be written.
    """
    from desktop_app.render.pdf import write_pdf

    write_pdf(summary_of(case, rulebook, language), path)


def summary_of(case: Case, rulebook: RuleBook, language: Language) -> "PaperSheet":
    """The summary as a sheet, for the print preview and the printer."""
    from desktop_app.render.summary import summary_sheet

    words = Words(language, resources_dir() / "words")
    return summary_sheet(case, make_plan(case, rulebook), rulebook, words, year_of_plan(case, rulebook))
