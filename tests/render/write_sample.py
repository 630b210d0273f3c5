"""Writes the sample summary as a PDF, in a process of its own: `python -m tests.render.write_sample FILE LANGUAGE`."""

import sys
from pathlib import Path

from desktop_app.render.pdf import write_pdf
from desktop_app.render.summary import summary_sheet
from desktop_app.render.words import LANGUAGES
from tests.render.conftest import words_of
from tests.render.samples import SmallLibrary, a_case, a_plan, some_money


def main(path: Path, language: str) -> None:
    """Everything a plan can have, on paper."""
    words = words_of(next(known for known in LANGUAGES if known == language))
    write_pdf(summary_sheet(a_case(), a_plan(some_money()), SmallLibrary(), words), path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
