"""A folder of facts with something of everything the linter looks at, and nothing wrong: to be broken in one place."""

from pathlib import Path
from typing import Final

from tests.storage.small_facts import write_small_facts

FIGURES: Final = "figures/140000-shanxi.yaml"
FINDS: Final = "figures/finds.csv"
FACTS: Final = "national/facts.yaml"
FILING: Final = "policy/filing.yaml"
LIMITS: Final = "policy/claim_limits.yaml"
AGREEMENT: Final = "agreements/neighbours.yaml"

_FILES: Final = {
    FIGURES: """\
province: "140000"
gaps:
- {region: "140100", scheme: employee, kind: outpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: inpatient, reason: 没有找到}
- {region: "140100", scheme: resident, kind: outpatient, reason: 没有找到}
blocks:
- region: "140100"
  scheme: employee
  kind: inpatient
  fact: N-002
  evidence: official
  from: 2025-01-01
  figures:
  - {figure: deductible_basis, value: per_admission}
  - {figure: deductible, level: level1, value: [300, 150]}
  - {figure: deductible, level: level2, value: 600}
  - {figure: deductible, level: level3, value: 1000}
  - {figure: ratio, level: level1, value: 0.90}
  - {figure: ratio, level: level2, value: 0.85, low: 0.80, high: 0.88}
  - {figure: ratio, level: level3, value: [[30000, 0.80], [null, 0.82]], note: 按年累计}
  - {figure: cap, value: 400000, until: 2026-01-01}
  - {figure: cap, value: 500000, from: 2026-01-01}
  - {figure: bonus, status: retired, value: 0.05, until: 2026-01-01, ends: 二档没有这一项}
  - {figure: own_share_factor, status: retired, value: 0.8}
  - {figure: elsewhere, filing: unfiled, care_area: "140100", value: {points: 0.1}}
  - {figure: elsewhere_deductible, relation: cross_province, value: {times: 1.5}}
  - {figure: critical, value: {deductible: 10000, tiers: [[10000, 50000, 0.60], [50000, null, 0.70]], origin: zero,
     cap: null, counts_deductible: true, counts_elsewhere_loss: false}}
- region: "140100"
  scheme: employee
  kind: chronic_outpatient
  source: rules-2022
  evidence: reported
  from: 2024-01-01
  figures:
  - {figure: cap, disease: [高血压], value: 5000, unchecked: true}
""",
    FINDS: """\
area,scheme,kind,level,status,figure,part,value,low,high,fact
140100,employee,inpatient,level2,,ratio,,0.85,0.8,0.9,N-002
""",
    FILING: """\
- {fact: N-002, region: "140100", effect: exempt, areas: ["140000"], except: ["140105"]}
- {fact: N-001, region: CN, effect: required, until: 2027-01-01, ends: 试点到期}
""",
    LIMITS: '- {fact: N-001, region: "140100", months: 12}\n',
    "policy/commitment.yaml": "- {fact: N-001, region: CN, cut_points: 0.2}\n",
    "policy/remarks.yaml": "- {fact: N-001, region: CN, id: said, diseases: [1]}\n",
    AGREEMENT: 'name: 邻居\nrules:\n  "140100":\n    - {fact: N-002, areas: ["140000"]}\n',
}


def write_whole_facts(folder: Path) -> Path:
    """Writes the folder and returns it."""
    write_small_facts(folder)
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
