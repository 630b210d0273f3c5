"""What may be wrong with an answer: one objection each, which stands beside the field."""

from datetime import date

from desktop_app.domain.bill import Bill
from desktop_app.domain.message import Message, message
from desktop_app.domain.period import PLAUSIBLE
from desktop_app.interview.draft import SETTLED, Answer, CareStage, Draft, FilingPeriod
from desktop_app.interview.setting import Setting


def place_has_rules(_draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """Hong Kong, Macau and Taiwan have no pooling area, and neither has a code that does not exist."""
    code = str(answer)
    if setting.places.pooling_area(code):
        return None
    region = setting.places.region(code)
    return message("interview.wrong.place", value=region.name if region else code)


def tier_exists(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """A tier must be one of the insured region's."""
    tiers = setting.tiers(draft.insured_region, draft.scheme, draft.status)
    return None if answer in tiers else message("interview.wrong.tier", value=str(answer), allowed=tiers)


def day_is_plausible(_draft: Draft, answer: Answer, _: Setting) -> Message | None:
    """A day within this century."""
    if isinstance(answer, date) and answer not in PLAUSIBLE:
        return message("interview.wrong.far_day", value=answer)
    return None


def not_before_admission(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """Nobody is discharged before being admitted."""
    admitted_on = draft.admitted_on
    if isinstance(answer, date) and isinstance(admitted_on, date) and answer < admitted_on:
        return message("interview.wrong.before_admission", value=answer, admitted=admitted_on)
    return day_is_plausible(draft, answer, setting)


def period_runs_forward(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """A filing ends on or after the day it starts."""
    if not isinstance(answer, FilingPeriod):
        return None
    if answer.until is not None and answer.until < answer.start:
        return message("interview.wrong.period", start=answer.start, until=answer.until)
    return day_is_plausible(draft, answer.start, setting)


def begun_by_today(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """An admission lies ahead while it is planned, and not ahead once it has happened."""
    if not isinstance(answer, date):
        return None
    if draft.stage in {CareStage.ADMITTED, *SETTLED} and answer > setting.today:
        return message("interview.wrong.not_yet", value=answer, today=setting.today)
    return _still_ahead(draft, answer, setting)


def over_by_today(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """A discharge or visit that has happened does not lie ahead."""
    if isinstance(answer, date) and draft.stage in SETTLED and answer > setting.today:
        return message("interview.wrong.not_yet", value=answer, today=setting.today)
    return None


def visit_agrees(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """A planned visit lies ahead, a past one behind."""
    if not isinstance(answer, date):
        return None
    return over_by_today(draft, answer, setting) or _still_ahead(draft, answer, setting)


def discharge_agrees(draft: Draft, answer: Answer, setting: Setting) -> Message | None:
    """Somebody still in hospital, or not yet there, has not been discharged in the past."""
    if not isinstance(answer, date):
        return None
    if draft.stage is CareStage.ADMITTED and answer < setting.today:
        return message("interview.wrong.already_over", value=answer, today=setting.today)
    return over_by_today(draft, answer, setting) or _still_ahead(draft, answer, setting)


def parts_fit_total(_draft: Draft, answer: Answer, _: Setting) -> Message | None:
    """The parts of a bill are disjoint, so together they are at most the whole (R1)."""
    if not isinstance(answer, Bill):
        return None
    parts = answer.out_of_catalogue + answer.class_b + answer.over_limit
    if parts > answer.total:
        return message("interview.wrong.parts", parts=parts, total=answer.total)
    return None


def _still_ahead(draft: Draft, day: date, setting: Setting) -> Message | None:
    planned = draft.stage in {CareStage.PLANNING, CareStage.ABOUT_TO_BE_ADMITTED}
    if planned and day < setting.today:
        return message("interview.wrong.already_past", value=day, today=setting.today)
    return None
