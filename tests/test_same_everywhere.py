"""The same case gives the same answer on every machine, whatever locale, hash seed and order of keys."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CASE: dict[str, Any] = {
    "version": 1,
    "today": "2026-11-21",
    "person": {"insured_region": "140100", "scheme": "employee", "status": "working", "age": 45, "assistance": "none"},
    "care": {
        "region": "110000",
        "kind": "inpatient",
        "level": "level3",
        "date": "2026-12-10",
        "admitted_on": "2026-12-03",
        "reason": "self_chosen",
        "filing": "none",
        "stage": "planning",
    },
    "bill": {"total": 50000.05, "out_of_catalogue": 3000.5, "class_b": 10000, "class_b_ratio": 0.1},
    "year_to_date": {"deductible_paid": 0, "basic_fund_paid": 1234.56},
}


def answer(command: str, case: Path, **environment: str) -> str:
    """What the command line prints for a case."""
    program = [sys.executable, "-P", "-m", "desktop_app", command, str(case), "--json"]
    changed = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    changed |= environment
    run = subprocess.run(program, cwd=ROOT, env=changed, capture_output=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr.decode(errors="replace")
    return run.stdout.decode("utf-8")


def backwards(block: object) -> object:
    """The same block with its keys from last to first, all the way down."""
    if isinstance(block, dict):
        return {key: backwards(block[key]) for key in reversed(block)}
    return block


@pytest.mark.parametrize("command", ["estimate", "plan"])
def test_hash_seed_locale_and_order_of_keys_change_nothing(command: str, tmp_path: Path) -> None:
    """Byte for byte the same, also where a comma is the decimal point and where bytes are not UTF-8."""
    plain, turned = tmp_path / "case.json", tmp_path / "turned.yaml"
    plain.write_text(json.dumps(CASE), encoding="utf-8")
    turned.write_text(yaml.safe_dump(backwards(CASE), sort_keys=False), encoding="utf-8")
    usual = answer(command, plain, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert answer(command, plain, PYTHONHASHSEED="4711", LC_ALL="C", PYTHONUTF8="0") == usual
    assert answer(command, turned, PYTHONHASHSEED="1", LC_ALL="de_DE.UTF-8", TZ="Asia/Shanghai") == usual
    assert json.loads(usual)
