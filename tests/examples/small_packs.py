"""A rulebook of a few lines of text, compiled and looked up like the shipped one, and what it makes of a case."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.benefits import Benefits
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.words import Words
from desktop_app.rules.estimate.year import estimate_case
from desktop_app.rules.rulebook import BenefitQuery
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.figure_lookup import FigureShelf
from tests.rulebooks import DictRuleBook
from tests.storage.figures_at_hand import ThreePlaces, shelf

TODAY: Final = date(2026, 11, 21)
HOME, NEXT_DOOR, FAR = "140100", "140200", "510100"
PLACES: Final = {HOME: ("太原市", HOME), NEXT_DOOR: ("大同市", NEXT_DOOR), FAR: ("成都市", FAR)}
WORDS: Final = Words("zh_CN", resources_dir() / "words")


@dataclass
class SmallPack(DictRuleBook):
    """Taiyuan's figures out of a compiled pack."""

    figures_in: FigureShelf | None = None

    def benefits(self, query: BenefitQuery) -> Benefits:
        """What the pack says."""
        assert self.figures_in is not None
        return self.figures_in.benefits(query, ThreePlaces())


def small_pack(folder: Path, entries: str, *, scheme: str = "employee", kind: str = "inpatient") -> SmallPack:
    """A pack whose entries hold for Taiyuan from 2020 on, one to a line, without braces.

    What nobody would leave open is stated beside them: no cap, no insurance beyond the basic fund.
    """
    closed = "figure: cap, value: null\nfigure: critical, value: null\nfigure: supplement, value: null"
    nation = """\
figure: elsewhere, value: null
figure: elsewhere_deductible, value: null
figure: elsewhere_first_pay, value: 0
figure: account_order, value: last
figure: rounding, value: half_up"""
    text = 'province: "140000"\nblocks:\n'
    for region, lines in ((HOME, entries), ("140000", closed), ("140000", nation)):
        rows = "".join(f"  - {{{line.strip()}}}\n" for line in lines.splitlines() if line.strip())
        head = f'- region: "{region}"\n  scheme: {scheme}\n  kind: {kind}\n  source: notice\n  evidence: reported\n'
        text += f"{head}  from: 2020-01-01\n  figures:\n{rows}"
    return SmallPack(places=PLACES, figures_in=shelf(folder, p140000=text))


def results(
    pack: SmallPack, *episodes: dict[str, Any], person_changes: dict[str, Any] | None = None, **changes: object
) -> list[dict[str, Any]]:
    """What `estimate --json` says of somebody of Taiyuan; an episode is a care block with its `bill`."""
    person = {"insured_region": HOME, "scheme": "employee", "status": "working", "age": 50}
    listed = []
    for episode in episodes:
        usual = {"kind": "inpatient", "level": "level3", "date": "2026-06-15", "filing": "none", "region": HOME}
        bill = episode.get("bill", 10000)
        care = usual | {key: value for key, value in episode.items() if key != "bill"}
        listed.append({"care": care, "bill": bill if isinstance(bill, dict) else {"total": bill}})
    document = {"version": 1, "person": person | (person_changes or {}), "episodes": listed} | changes
    case = parse_case(document, pack, TODAY)
    return [estimate_document(estimate, WORDS) for estimate in estimate_case(case, pack)]


def result(
    pack: SmallPack, bill: object = 10000, *, person: dict[str, Any] | None = None, **care: object
) -> dict[str, Any]:
    """The same for one episode."""
    [only] = results(pack, {"bill": bill, **care}, person_changes=person)
    return only
