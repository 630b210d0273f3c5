"""Which icon stands on which answer. An answer without one stands on its words alone."""

from typing import Final

_PICTURES: Final = {
    "danger.yes": "ambulance",
    "danger.no": "clock",
    "scheme.employee": "briefcase",
    "scheme.resident": "users",
    "status.working": "briefcase",
    "status.retired": "house-heart",
    "status.elderly": "house-heart",
    "status.adult": "user",
    "status.student": "graduation-cap",
    "status.child": "baby",
    "reason.long_term_residence": "house-heart",
    "reason.retired_relocation": "house",
    "reason.work_post": "briefcase",
    "reason.referral": "file-symlink",
    "reason.emergency": "ambulance",
    "reason.self_chosen": "luggage",
    "reason.study": "graduation-cap",
    "kind.inpatient": "bed",
    "kind.outpatient": "stethoscope",
    "kind.chronic_outpatient": "heart-pulse",
    "kind.emergency_outpatient": "ambulance",
    "kind.drugstore": "pill",
    "kind.childbirth": "baby",
    "kind.injury": "bandage",
    "stage.planning": "clock",
    "stage.about_to_be_admitted": "calendar",
    "stage.admitted": "bed",
    "stage.discharged_settled": "circle-check",
    "stage.discharged_paid": "receipt",
    "level.level3": "hospital",
    "level.level3_top": "hospital",
    "level.level2": "building-2",
    "level.level1": "house",
    "level.community": "house-heart",
}
_GENERAL: Final = {"yes": "check", "no": "x", "not_known": "circle-help"}


def picture(question: str, choice: str) -> str | None:
    """The icon of a choice by the question's id and the choice's key."""
    return _PICTURES.get(f"{question}.{choice}") or _GENERAL.get(choice)
