"""The launcher in the user's menu."""

import configparser
import re
from pathlib import Path

import pytest

from desktop_app.errors import Problem
from desktop_app.services import desktop_entry


def read(entry: Path) -> configparser.SectionProxy:
    """The launcher's keys, as a menu reads them."""
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys are case-sensitive
    parser.read(entry, encoding="utf-8")
    return parser["Desktop Entry"]


def words_a_menu_would_run(exec_line: str) -> list[str]:
    """Reads an Exec line back as the specification says: text escapes, then quotes, then %%."""
    text = exec_line.replace("\\\\", "\\").replace("%%", "%")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', text)
    return [re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in words]


def test_installing_puts_launcher_and_icon_into_the_users_menu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After install the menu finds a launcher with a Chinese name, an icon and a program that exists."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    entry = desktop_entry.install()
    assert entry == tmp_path / "applications" / "yidi.desktop"
    launcher = read(entry)
    assert launcher["Name[zh_CN]"] == "异地就医助手"
    assert launcher["Type"] == "Application"
    assert (tmp_path / "icons/hicolor/scalable/apps" / f"{launcher['Icon']}.svg").is_file()
    assert Path(words_a_menu_would_run(launcher["Exec"])[0]).is_file()


def test_removing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove deletes both files, and says so; a second remove finds nothing and does not fail."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    desktop_entry.install()
    assert len(desktop_entry.remove()) == 2
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    assert desktop_entry.remove() == ()


def test_a_relative_data_home_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base directory specification says a relative XDG_DATA_HOME does not count."""
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere/relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert desktop_entry.install() == tmp_path / ".local/share/applications/yidi.desktop"


@pytest.mark.parametrize(
    ("folder", "written"),
    [
        ("/opt/yidi", "/opt/yidi"),
        ("/home/li/新 文件夹", '"/home/li/新 文件夹"'),
        ("/srv/50% off", '"/srv/50%% off"'),
        ('/a"b', '"/a\\\\"b"'),
        ("/a$b", '"/a\\\\$b"'),
        ("/a\\b", '"/a\\\\\\\\b"'),
    ],
)
def test_paths_survive_the_launcher_file(folder: str, written: str) -> None:
    """Spaces, Chinese, per cent, quotes, dollars and backslashes are written as the specification asks."""
    assert desktop_entry.exec_line([folder]) == written
    assert words_a_menu_would_run(written) == [folder]


def test_elsewhere_it_says_that_this_is_for_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows or macOS the command refuses with a sentence, naming the system."""
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(Problem) as caught:
        desktop_entry.install()
    assert caught.value.message.id == "desktop.linux-only"
    assert dict(caught.value.message.parameters) == {"system": "darwin"}
