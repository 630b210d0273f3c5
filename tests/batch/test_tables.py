"""What a table may look like, what is refused before anything is written, and what a bad row says."""

import json
import subprocess
import sys
from os import close, read
from pathlib import Path

import pytest

from tests.batch.tables import BASE, ROOT, read_table, write_table, yidi_batch


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """The one sentence with which a batch is refused."""
    assert yidi_batch(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err.strip()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_spreadsheets_in_chinese(tmp_path: Path, encoding: str) -> None:
    """With and without a byte order mark, and as Chinese Excel writes CSV; the output is UTF-8 with the mark."""
    table = write_table(tmp_path / "cases.csv", [{"姓名": "张三丰", **BASE, "备注": "镕"}], encoding=encoding)
    assert yidi_batch(table, "-o", tmp_path / "out.csv") == 0
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfrow,")
    (row,) = read_table(tmp_path / "out.csv")
    assert (row["姓名"], row["备注"], row["fund_total"]) == ("张三丰", "镕", "7200.00")


def test_cells_as_excel_writes_them(tmp_path: Path) -> None:
    """Days with strokes, TRUE and FALSE, spaces around, an empty column at the end, and empty lines: all are read."""
    (tmp_path / "cases.csv").write_text(
        "person.scheme,person.family_doctor, care.kind ,care.date,bill.total,figures.deductible,figures.ratio,,\n"
        "employee,FALSE,inpatient,2026/6/5, 10000 ,1000,0.8,,\n"
        ",,,,,,,,\n"
        "\n"
        "employee,TRUE,inpatient,2026-06-15,5000,1000,0.8\n",
        encoding="utf-8",
    )
    assert yidi_batch(tmp_path / "cases.csv", "-o", tmp_path / "out.csv") == 0
    rows = read_table(tmp_path / "out.csv")
    assert [(row["row"], row["fund_total"], row["error"]) for row in rows] == [
        ("1", "7200.00", ""),
        ("2", "3200.00", ""),
    ]


def test_an_empty_cell_is_a_key_left_out_and_null_is_none(tmp_path: Path) -> None:
    """Without a cap (10000 − 1000) × 0.8 = 7200; a cap of 5000 leaves 5000."""
    rows = [{**BASE, "figures.cap": cap} for cap in ("", "null", "5000")]
    yidi_batch(write_table(tmp_path / "cases.csv", rows), "-o", tmp_path / "out.csv")
    assert [row["fund_total"] for row in read_table(tmp_path / "out.csv")] == ["7200.00", "7200.00", "5000.00"]


def test_a_hundred_columns(tmp_path: Path) -> None:
    """The person's own columns pass untouched, in their places, however many there are."""
    own = {f"列{number}": f"内容 {number}" for number in range(94)}
    yidi_batch(write_table(tmp_path / "cases.csv", [{**own, **BASE}]), "-o", tmp_path / "out.csv")
    (row,) = read_table(tmp_path / "out.csv")
    assert list(row)[:101] == ["row", *own, *BASE]
    assert {name: row[name] for name in own} == own


def test_a_bad_row_keeps_its_place_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence with key, value and what is allowed; the others are answered; the exit code stays 0."""
    rows = [BASE, {**BASE, "bill.total": "一万"}, {**BASE, "care.kind": "spa"}, {**BASE, "bill.class_b": "20000"}, BASE]
    assert yidi_batch(write_table(tmp_path / "cases.csv", rows), "-o", tmp_path / "out.csv") == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("5 rows written:")
    assert printed.err == "3 of 5 rows have no result; the column error says why.\n"
    found = read_table(tmp_path / "out.csv")
    assert [row["row"] for row in found] == ["1", "2", "3", "4", "5"]
    assert [row["fund_total"] for row in found] == ["7200.00", "", "", "", "7200.00"]
    assert found[1]["error"] == "bill.total: “一万” is not a number; write it like 12345.67."
    assert found[2]["error"].startswith("care.kind: “spa” is not allowed; choose one of inpatient, outpatient")
    assert found[3]["error"] == "bill.class_b: 20000.00 exceeds the total of 10000.00; a part is at most the total."


def test_a_row_with_more_cells_than_headings_is_no_guess(tmp_path: Path) -> None:
    """Something has slipped, so nothing is computed from it."""
    (tmp_path / "cases.csv").write_text(
        "person.scheme,care.kind,care.date,bill.total\nemployee,inpatient,2026-06-15,10,000\n", encoding="utf-8"
    )
    yidi_batch(tmp_path / "cases.csv", "-o", tmp_path / "out.csv")
    (row,) = read_table(tmp_path / "out.csv")
    assert row["error"] == "This row has 5 cells, but there are 4 headings."
    assert row["total"] == ""


def test_no_cell_of_text_is_a_formula(tmp_path: Path) -> None:
    """What a spreadsheet would compute gets an apostrophe before it, in columns and headings alike; numbers do not."""
    dangerous = {"a": "=cmd|' /C calc'!A0", "b": "+SUM(A1)", "c": "-2+3", "d": "@x", "e": "＝1+1", "f": "\t=1"}
    plain = {"g": "-12.50", "h": "+86", "i": "1=1", "j": ""}
    row = {**dangerous, **plain, "=k": "x", **BASE, "care.kind": "=inpatient"}
    yidi_batch(write_table(tmp_path / "cases.csv", [row]), "-o", tmp_path / "out.csv")
    (found,) = read_table(tmp_path / "out.csv")
    assert {name: found[name] for name in dangerous} == {name: f"'{cell}" for name, cell in dangerous.items()}
    assert {name: found[name] for name in plain} == plain
    assert found["'=k"] == "x"
    assert found["care.kind"] == "'=inpatient"


def test_a_row_of_brackets_harms_nobody_else(tmp_path: Path) -> None:
    """Lists however deep, numbers however long, keys written twice: refused in their row, the others are answered."""
    odd = [
        *({"figures.deductible": "[" * depth + "]" * depth} for depth in (10, 300, 480, 900, 100_000)),
        {"figures.segments": '{"a":' * 400 + "1" + "}" * 400},
        {"figures.deductible": "[1, NaN]"},
        {"bill.total": "9" * 400},
        {"bill.total": "1e999999999"},
    ]
    table = write_table(tmp_path / "cases.csv", [BASE, *({**BASE, **cells} for cells in odd), BASE])
    assert yidi_batch(table, "-o", tmp_path / "out.csv") == 0
    rows = read_table(tmp_path / "out.csv")
    assert [row["fund_total"] for row in rows] == ["7200.00", *[""] * len(odd), "7200.00"]
    assert all(len(row["error"]) < 200 for row in rows)


def test_broken_lines_of_documents(tmp_path: Path) -> None:
    """A line that is no JSON costs that line alone; empty lines are none."""
    good = json.dumps(
        {
            "version": 1,
            "person": {"scheme": "employee"},
            "care": {"kind": "inpatient", "date": "2026-06-15"},
            "bill": {"total": "10000"},
            "figures": {"deductible": 1000, "ratio": 0.8},
        }
    )
    (tmp_path / "cases.jsonl").write_text(f"{good}\n\n{{nonsense\n[]\n{good}", encoding="utf-8")
    assert yidi_batch(tmp_path / "cases.jsonl", "-o", tmp_path / "out.csv") == 0
    rows = read_table(tmp_path / "out.csv")
    assert [row["fund_total"] for row in rows] == ["7200.00", "", "", "7200.00"]
    assert [bool(row["error"]) for row in rows] == [False, True, True, False]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (
            "person.name",
            "The heading “person.name” is no key of a case file, so nothing was written; allowed are person.scheme,",
        ),
        ("foo.bar", "The heading “foo.bar” is no key of a case file, so nothing was written; allowed are version,"),
        ("bill.total", "The heading “bill.total” is there twice"),
        ("care", "The heading “care.kind” is part of the column “care”"),
        ("fund_total", "The heading “fund_total” belongs to the results"),
        ("row", "The heading “row” belongs to the results"),
    ],
)
def test_headings_that_will_not_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, sentence: str
) -> None:
    """Refused with one sentence, before anything is written."""
    (tmp_path / "cases.csv").write_text(f"{','.join(BASE)},{head}\n", encoding="utf-8")
    assert refused(capsys, tmp_path / "cases.csv", "-o", tmp_path / "out.csv").startswith(sentence)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("missing", ["person.scheme", "care.kind", "care.date", "bill.total"])
def test_what_every_case_needs_must_have_a_heading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    """Said once, not in every row."""
    (tmp_path / "cases.csv").write_text(",".join(key for key in BASE if key != missing) + "\n", encoding="utf-8")
    said = refused(capsys, tmp_path / "cases.csv", "-o", tmp_path / "out.csv")
    assert said == f"The heading {missing} is missing; every row needs it."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The first line has no heading that can be used"),
        ("姓名,年龄\n".encode(), "The first line has no heading that can be used"),
        ("姓名".encode("utf-16"), "is neither UTF-8 nor GB18030"),
        (b"person.scheme\xff\xff\xff", "is neither UTF-8 nor GB18030"),
    ],
)
def test_files_that_will_not_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, sentence: str
) -> None:
    """Empty, without a heading that says anything, or in an unknown encoding."""
    (tmp_path / "cases.csv").write_bytes(content)
    assert sentence in refused(capsys, tmp_path / "cases.csv", "-o", tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_an_absent_file_and_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Said by name."""
    for cases in (tmp_path / "absent.csv", tmp_path):
        assert str(cases) in refused(capsys, cases, "-o", tmp_path / "out.csv")


def test_an_output_is_never_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither another file, nor the table itself; `--force` replaces the one and not the other."""
    table, out = write_table(tmp_path / "cases.csv", [BASE]), tmp_path / "out.csv"
    out.write_text("dear to me", encoding="utf-8")
    said = refused(capsys, table, "-o", out)
    assert said == f"{out} is there already: --resume goes on with it, --force replaces it, or choose another name."
    assert out.read_text(encoding="utf-8") == "dear to me"
    assert "is the table to be read" in refused(capsys, table, "-o", table, "--force")
    assert "exclude each other" in refused(capsys, table, "-o", out, "--force", "--resume")
    assert yidi_batch(table, "-o", out, "--force") == 0
    assert read_table(out)[0]["fund_total"] == "7200.00"


@pytest.mark.parametrize("jobs", ["-1", "two", "65", "1.5"])
def test_jobs_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    """A whole number up to 64."""
    table = write_table(tmp_path / "cases.csv", [BASE])
    assert refused(capsys, table, "-o", tmp_path / "out.csv", "--jobs", jobs) == (
        f"--jobs: “{jobs}” will not do; allowed are whole numbers from 0 to 64."
    )


def test_a_day_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Refused as everywhere."""
    table = write_table(tmp_path / "cases.csv", [BASE])
    said = refused(capsys, table, "-o", tmp_path / "out.csv", "--date", "tomorrow")
    assert said == "--date: “tomorrow” is not a day; write it like 2026-11-21."


def test_an_open_quotation_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It swallows the rest of the table; where that is too much for a cell, the line is named and whole rows stay."""
    line = ",".join(BASE.values())
    (tmp_path / "cases.csv").write_text(f'{",".join(BASE)}\n{line}\n"{"x" * 4_100_000}', encoding="utf-8")
    assert "cannot be read as a CSV table" in refused(capsys, tmp_path / "cases.csv", "-o", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().endswith(b"\r\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    """Where stderr is a terminal a bar shows how far the table is read; elsewhere nothing is printed there."""
    import pty

    table = write_table(tmp_path / "cases.csv", [BASE] * 500)
    terminal, inside = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "desktop_app",
        "batch",
        str(table),
        "-o",
        str(tmp_path / "out.csv"),
        "--lang",
        "en",
    ]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=inside, check=True, timeout=60)
    close(inside)
    assert b"500 rows written" in done.stdout
    shown = read(terminal, 100_000).decode()
    close(terminal)
    assert "Estimating" in shown
    assert "100%" in shown
    (tmp_path / "out.csv").unlink()
    quiet = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert quiet.stderr == b""
