"""List how far the figures of every area can be trusted."""

from dataclasses import dataclass

from desktop_app.domain.coverage import Calibration, Coverage
from desktop_app.domain.region import Province
from desktop_app.rules.rulebook import Edition
from desktop_app.storage.rule_pack import RulePack


@dataclass(frozen=True, slots=True)
class CoverageList:
    """The honest table with the provinces it belongs to, and how good the ranges are."""

    edition: Edition
    provinces: tuple[Province, ...]
    rows: tuple[Coverage, ...]
    calibration: tuple[Calibration, ...]


def list_coverage(rulebook: RulePack) -> CoverageList:
    """Every pooling area, scheme and kind, as of the day on which the facts were checked."""
    return CoverageList(rulebook.edition(), rulebook.provinces(), rulebook.coverage(), rulebook.calibration())
