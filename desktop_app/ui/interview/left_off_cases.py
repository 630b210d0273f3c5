"""The cases on file, as the home page shows them."""

from typing import TYPE_CHECKING, Final

from desktop_app.domain.message import message
from desktop_app.errors import Problem
from desktop_app.interview import answers
from desktop_app.interview.draft import NOT_KNOWN
from desktop_app.interview.questions import BY_ID
from desktop_app.ui.left_off import FindLeftOff, LeftOff
from desktop_app.ui.page_list import WIZARD

if TYPE_CHECKING:
    from desktop_app.interview.setting import Setting
    from desktop_app.render.words import Words
    from desktop_app.services.list_cases import ListedCase
    from desktop_app.storage.household import Household
    from desktop_app.storage.rule_pack import RulePack

MOST: Final = 4
"""So many cases fit on the home page without scrolling."""

_ABOUT: Final = ("scheme", "age", "kind", "reason")


def find_left_off(household: "Household", rulebook: "RulePack", words: "Words") -> FindLeftOff:
    """Finds the cases last worked on. Records that cannot be read just now show nothing here; the wizard says why."""

    def find() -> tuple[LeftOff, ...]:
        from datetime import date

        from desktop_app.interview.setting import Setting
        from desktop_app.services.list_cases import list_cases

        try:
            listed = list_cases(household, rulebook)[:MOST]
        except Problem:
            return ()
        return tuple(_left_off(case, Setting(rulebook, date.min), words) for case in listed)

    return find


def _left_off(case: "ListedCase", setting: "Setting", words: "Words") -> LeftOff:
    draft = case.draft
    title = message("interview.case.new")
    if draft.insured_region and draft.care_region:
        insured, care = setting.area_name(draft.insured_region), setting.area_name(draft.care_region)
        title = message("interview.case.title", insured=insured, care=care)
    said = [
        words.text(answers.said(BY_ID[id], given, setting))
        for id in _ABOUT
        if (given := BY_ID[id].answer(draft)) is not None and given is not NOT_KNOWN
    ]
    return LeftOff(
        page=WIZARD,
        subject=f"case/{case.id}",
        title=words.text(title),
        detail=words.text(message("interview.case.detail", parts=tuple(said), day=case.changed_at.astimezone().date())),
        answered=case.answered,
        asked=case.asked,
    )
