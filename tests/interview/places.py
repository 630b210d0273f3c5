"""A handful of places, so that the interview can be walked without a rulebook."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from desktop_app.domain.person import Scheme, Status
from desktop_app.domain.policy import ChronicDisease, CommitmentRule
from desktop_app.domain.region import PoolingArea, Region, RegionLevel
from desktop_app.interview.setting import Setting

TODAY: Final = date(2026, 11, 21)

TAIYUAN, XIAODIAN, DATONG, BEIJING = "140100", "140105", "140200", "110000"
SHENZHEN, CHENGDU, SUZHOU, SHANGHAI, HONG_KONG = "440300", "510100", "320500", "310000", "810000"

_PROVINCES = {"14": "山西省", "11": "北京市", "44": "广东省", "51": "四川省", "32": "江苏省", "31": "上海市"}
_CITIES = {TAIYUAN: "太原市", DATONG: "大同市", SHENZHEN: "深圳市", CHENGDU: "成都市", SUZHOU: "苏州市"}


class FewPlaces:
    """Six provinces with a city or two; tiers in Shenzhen and Chengdu; Hong Kong is a place without a pooling area."""

    def region(self, code: str) -> Region | None:
        """A province, a city, the district of Xiaodian in Taiyuan, or Hong Kong."""
        if code == HONG_KONG:
            return Region(code, "香港特别行政区", RegionLevel.PROVINCE, None, "xianggang", "xg")
        if code == XIAODIAN:
            return Region(code, "小店区", RegionLevel.COUNTY, TAIYUAN, "xiaodian", "xd")
        if code in _CITIES:
            return Region(code, _CITIES[code], RegionLevel.PREFECTURE, code[:2] + "0000", "", "")
        if code.endswith("0000") and code[:2] in _PROVINCES:
            return Region(code, _PROVINCES[code[:2]], RegionLevel.PROVINCE, None, "", "")
        return None

    def pooling_area(self, code: str) -> PoolingArea | None:
        """The city, or the municipality as a whole."""
        code = TAIYUAN if code == XIAODIAN else code
        province = _PROVINCES.get(code[:2])
        if province is None or (code not in _CITIES and code not in {BEIJING, SHANGHAI}):
            return None
        return PoolingArea(code, _CITIES.get(code, province), code[:2] + "0000", province, None)

    def tiers(self, insured_region: str, scheme: Scheme, status: Status | None = None) -> Sequence[str]:
        """Two for Shenzhen's employees, two for Chengdu's grown-up residents."""
        divided = {SHENZHEN: Scheme.EMPLOYEE, CHENGDU: Scheme.RESIDENT}.get(insured_region) is scheme
        return ("tier1", "tier2") if divided and status is not Status.CHILD else ()

    def commitment_rules(
        self,
        insured_region: str,  # noqa: ARG002 -- asked as the rulebook is asked, and the answer is always the same
        on: date,  # noqa: ARG002 -- the same
    ) -> Sequence[CommitmentRule]:
        """Nowhere does a letter cost anything at home."""
        return ()

    def chronic_diseases(self) -> Sequence[ChronicDisease]:
        """One is enough."""
        return (ChronicDisease(number=1, name="高血压", aliases=(), codes=("M03900",), batch=1),)


SETTING: Final = Setting(FewPlaces(), TODAY)
