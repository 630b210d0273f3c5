"""Places: administrative divisions (GB/T 2260), pooling areas (统筹地区), and how two of them relate."""

from dataclasses import dataclass
from enum import StrEnum


class RegionLevel(StrEnum):
    """Where a division stands."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Region:
    """A division a person can be insured or treated in.

    `code` has six digits; `parent` is the code above, None for a province.
    """

    code: str
    name: str
    level: RegionLevel
    parent: str | None
    pinyin: str
    initials: str

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.code[:2] + "0000"


@dataclass(frozen=True, slots=True)
class PoolingArea:
    """Where the money is pooled (统筹区): the city, municipality or province whose rules decide the benefit.

    `hotline` is its 12393 line with the area code, None where the code is not known.
    """

    code: str
    name: str
    province: str
    province_name: str
    hotline: str | None


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """A place that fits what somebody typed.

    `within` names what it lies in; `area` is its pooling area, None where one still has to choose a city inside it.
    """

    region: Region
    area: PoolingArea | None
    within: str


@dataclass(frozen=True, slots=True)
class Province:
    """A province, or the corps (兵团), with the pooling areas in it; `short` is its name without 省, 市, 自治区."""

    code: str
    name: str
    short: str
    areas: tuple[PoolingArea, ...]


class Relation(StrEnum):
    """How the place of care (就医地) lies to the insured place (参保地)."""

    SAME_AREA = "same_area"
    SAME_PROVINCE = "same_province"
    CROSS_PROVINCE = "cross_province"


def relation_between(insured: PoolingArea, care: PoolingArea) -> Relation:
    """The relation of two pooling areas."""
    if insured.code == care.code:
        return Relation.SAME_AREA
    return Relation.SAME_PROVINCE if insured.province == care.province else Relation.CROSS_PROVINCE
