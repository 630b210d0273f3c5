"""Statements of the rulebook: local rules by subject, and where two sources disagree."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.evidence import Evidence
from desktop_app.render.views.area_view import Against, FactGroup, FactView
from desktop_app.ui import theme
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.evidence_badge import Capsule, EvidenceBadge
from desktop_app.ui.widgets.text import Divider, Text, selectable

_NARROW = 600


class FactRow(QWidget):
    """One statement, its source, and the badge of its evidence; `tag` stands above it, `reason` says why."""

    def __init__(self, fact: FactView, *, tag: Capsule | None = None, reason: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(theme.UNIT)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(selectable(Text(fact.text)))
        words.addWidget(selectable(Text(" · ".join(part for part in (fact.number, fact.source) if part), "small")))
        if fact.link:
            words.addWidget(selectable(Text(fact.link, "small")))
        if reason:
            words.addWidget(Text(reason, "accent"))
        row.addLayout(words, 1)
        marks = QVBoxLayout()
        marks.setSpacing(4)
        for mark in (tag, EvidenceBadge(Evidence(fact.badge.grade), fact.badge.word)):
            if mark is not None:
                marks.addWidget(mark, 0, Qt.AlignmentFlag.AlignRight)
        marks.addStretch(1)
        row.addLayout(marks)


def facts_card(groups: Iterable[FactGroup], title: str) -> Card:
    """The area's own rules, subject by subject."""
    card = Card(title)
    for number, group in enumerate(groups):
        if number:
            card.add(Divider())
        card.add(Text(group.title, "accent"))
        for fact in group.facts:
            card.add(FactRow(fact))
    return card


class AgainstCard(Card):
    """Sources that do not agree, each pair side by side, the one used named and why."""

    def __init__(self, disagreements: Iterable[Against], say: Say) -> None:
        super().__init__(say("page.disagreements"))
        self.add(Text(say("page.disagreements_detail"), "muted"))
        for each in disagreements:
            self.add(Divider(), against_row(each, say))


def against_row(each: Against, say: Say) -> QWidget:
    """One pair side by side, or one below the other where there is no room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.UNIT // 2)
    used = FactRow(
        each.used,
        tag=Capsule("good", say("page.used")) if each.decided else Capsule("muted", say("page.one")),
        reason=say("page.because", why=each.why) if each.decided else "",
    )
    other = FactRow(each.other, tag=Capsule("muted", say("page.other")))
    column.addWidget(Columns([(used, 1), (other, 1)], narrow=_NARROW, spacing=theme.ROOM))
    if not each.decided:
        column.addWidget(Text(each.why, "muted"))
    return whole


def beside_row(each: Against, number: str, say: Say) -> FactRow:
    """What stands against the statement `number`, and which of the two is used."""
    if each.used.number == number:
        why = say("page.still", why=each.why) if each.decided else each.why
        return FactRow(each.other, tag=Capsule("muted", say("page.other")), reason=why)
    if each.decided:
        return FactRow(each.used, tag=Capsule("good", say("page.used")), reason=say("page.because", why=each.why))
    return FactRow(each.used, tag=Capsule("muted", say("page.other")), reason=each.why)
