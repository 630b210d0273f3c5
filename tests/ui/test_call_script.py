"""The call script on screen: blanks that count, who told it and when, what that moved, and a newer rulebook's news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from desktop_app.domain.answer_changes import Gist
from desktop_app.domain.money import Fen
from desktop_app.domain.outcome import Interval
from desktop_app.domain.own_figure import Informant
from desktop_app.paths import backups_dir, household_file
from desktop_app.rules.rulebook import Edition
from desktop_app.storage.household import Household
from desktop_app.storage.result_rows import KeptResult
from desktop_app.ui.interview.blank import Blank, LineBlank, PartsBlank
from desktop_app.ui.interview.call_script import CallScript
from desktop_app.ui.interview.verdict_view import VerdictView
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.evidence_badge import EvidenceBadge
from desktop_app.ui.widgets.select import Select
from desktop_app.ui.widgets.text import Text
from tests.gallery.interview_screens import kept
from tests.gallery.studio import settle, wait_until
from tests.interview.samples import TAIYUAN_MOTHER
from tests.ui.test_wizard import wizard

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def verdicts(window: MainWindow) -> VerdictView:
    """The verdicts, once they are worked out and laid out."""
    wait_until(lambda: window.findChild(VerdictView) is not None, "no verdicts")
    settle()
    view = window.findChildren(VerdictView)[-1]
    assert isinstance(view, VerdictView)
    return view


def script(window: MainWindow) -> CallScript:
    """The card of questions."""
    found = verdicts(window).script
    assert found is not None
    return found


def worded(window: MainWindow, words: str) -> bool:
    """Whether some text of the script, if it is there already, begins with these words."""
    texts = [text.text() for found in window.findChildren(CallScript) for text in found.findChildren(Text)]
    return any(text.startswith(words) for text in texts)


def said(window: MainWindow, words: str) -> str:
    """The text of the script that begins with these words."""
    return next(text.text() for text in script(window).findChildren(Text) if text.text().startswith(words))


def blank(window: MainWindow, kind: type[Blank], fits: Callable[[str], bool]) -> Blank:
    """The blank under the question that fits."""
    for found in script(window).findChildren(kind):
        above = found.parentWidget()
        texts = above.findChildren(Text) if above is not None else []
        if any(fits(text.text()) for text in texts):
            return found
    raise AssertionError("no such blank")


def write(window: MainWindow, question: str, text: str) -> None:
    """Types into the blank under a question and leaves it."""
    found = blank(window, LineBlank, lambda words: question in words)
    assert isinstance(found, LineBlank)
    found.row.field.setProperty("text", text)
    found._line.editingFinished.emit()


def test_a_filled_blank_counts_at_once_and_says_what_it_moved(pack_file: Path) -> None:
    """A ratio told by the counter: worked with, marked as one's own with day and office, and the sum from … to …."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        script(window).told_by.put_back(Informant.COUNTER.value)
        write(window, "各级医院的支付比例", "65%")
        wait_until(lambda: worded(window, "已按您填的重新算："), "nothing moved")
        moved = said(window, "已按您填的重新算：").splitlines()
        assert len(moved) == 2
        assert moved[1].startswith("医保基金付：¥")
        assert " → ¥" in moved[1]
        assert said(window, "您的：").endswith("，医保经办窗口")
        assert "您的" in {badge.word for badge in verdicts(window).findChildren(EvidenceBadge)}
        heard = page.notebook.heard()["figure.ratio"]
        assert (heard.text, heard.told_by, heard.told_on) == ("65%", Informant.COUNTER, page.notebook.setting.today)


def test_a_blank_that_cannot_be_read_says_so_and_changes_nothing(pack_file: Path) -> None:
    """Words where a number belongs: the sentence stands beside the blank."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        write(window, "各级医院的支付比例", "sixty")
        found = blank(window, LineBlank, lambda words: "各级医院的支付比例" in words)
        assert isinstance(found, LineBlank)
        assert found.row.error.text() == "“sixty”不行，请填 0 到 100 的百分数，例如 10。"
        assert page.notebook.heard() == {}


def test_a_figure_of_several_parts_is_told_part_by_part(pack_file: Path) -> None:
    """Critical-illness cover: deductible, ratio and what counts; then it is the family's own, and can be taken back."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        found = blank(window, PartsBlank, lambda words: "大病保险的起付线" in words)
        assert isinstance(found, PartsBlank)
        found.keep.click()
        assert any(row.error.text() for row in found.values.rows.values())
        told = {"exists": "some", "first": "10000", "tier1": "60", "counts_deductible": "yes"}
        for id, text in {**told, "counts_elsewhere_loss": "yes"}.items():
            field = found.values.fields[id]
            field.put_back(text)
            if isinstance(field, Select):
                field.edited.emit()
        found.keep.click()
        wait_until(lambda: "figure.critical" in page.notebook.heard(), "not kept")
        wait_until(lambda: worded(window, "已按您填的重新算"), "not worked out anew")
        assert worded(window, "起付线 ¥10,000.00")


def test_what_a_newer_rulebook_moved_is_said_until_it_is_read(pack_file: Path) -> None:
    """The case was answered with 9,000 yuan by an edition of 2025: from what to what, until somebody has read it."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        verdicts(window)
        with records() as household:
            now = household.result(1)
            assert now is not None
            household.keep_result(1, older(now))
        page.notebook.resume(1)
        page._outcomes.work_out_again(shown=True)
        wait_until(lambda: bool(banners(window)), "no banner")
        [told] = banners(window)
        assert told.headline.text().startswith("上次看这件事以后，规则库换了：2025.06（2025年6月30日核对） → ")
        assert told.text.text().startswith("医保基金付：¥9,000.00 → ¥")
        with records() as household:
            assert household.result(1) == older(now)
        verdicts(window).accepted.emit()
        wait_until(lambda: not banners(window), "still there")
        with records() as household:
            assert household.result(1) == now


def test_a_newer_rulebook_that_moves_nothing_is_said_once(pack_file: Path) -> None:
    """The same answer by another edition: one calm line, and the next time none."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        verdicts(window)
        with records() as household:
            now = household.result(1)
            assert now is not None
            household.keep_result(1, replace(now, edition=Edition("2025.06", date(2025, 6, 30))))
        page._outcomes.work_out_again(shown=True)
        wait_until(lambda: bool(banners(window)), "no banner")
        assert [banner.text.text() for banner in banners(window)] == ["对这件事的回答没有变。"]
        page._outcomes.work_out_again(shown=True)
        wait_until(lambda: not banners(window), "said twice")


def records() -> Household:
    """The records the window writes."""
    return Household.open(household_file(), backups=backups_dir(), now=NOW)


def older(result: KeptResult) -> KeptResult:
    """The result as an older edition might have had it."""
    nine = Interval(Fen(9_000_00), Fen(9_000_00), Fen(9_000_00))
    gist: Gist = replace(result.gist, fund_total=nine)
    return replace(result, edition=Edition("2025.06", date(2025, 6, 30)), gist=gist)


def banners(window: MainWindow) -> list[Banner]:
    """What is said of another rulebook."""
    return [banner for banner in window.findChildren(Banner) if banner.headline.text().startswith("上次看这件事以后")]


def test_two_cases_alike_have_each_their_own_news(pack_file: Path) -> None:
    """The same answers on file twice, one of them answered by an older edition: only that one has something to tell."""
    with wizard(pack_file, kept(TAIYUAN_MOTHER, "verdicts")) as (window, page):
        verdicts(window)
        with records() as household:
            now, first = household.result(1), household.case(1)
            assert now is not None
            household.keep_result(household.begin_case("verdicts", now=NOW, given=first.answers), older(now))
        page.notebook.resume(2)
        wait_until(lambda: bool(banners(window)), "no banner")
        page.notebook.resume(1)
        wait_until(lambda: not banners(window), "told of the other case")
