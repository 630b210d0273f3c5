"""The whole country: search, the tree of provinces and areas, and the map of how well their figures are known."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.region import Province
from desktop_app.render.views.country_view import ProvinceView, legend, province_views
from desktop_app.ui import theme
from desktop_app.ui.estimate.fields import place_search
from desktop_app.ui.page import Desk
from desktop_app.ui.rulebook.flow_grid import FlowGrid
from desktop_app.ui.rulebook.region_tree import RegionTree
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.rulebook.tile_map import ROLES, TileMap
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.evidence_badge import Capsule
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.region_field import RegionField
from desktop_app.ui.widgets.scroll_page import bring_into_view
from desktop_app.ui.widgets.text import Text

_NARROW: Final = 720
_LEGEND: Final = 100
_ANY_LETTER: Final = "a"


@dataclass(frozen=True, slots=True)
class _Country:
    """The provinces, and how each stands on the map."""

    provinces: tuple[Province, ...]
    views: list[ProvinceView]


class CountryPanel(QWidget):
    """`opened` carries the code of the place that is to be shown."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._say = desk, Say(desk.library.words)
        self._views: dict[str, ProvinceView] = {}
        self._asked = False
        self.search = RegionField(place_search(desk), placeholder=self._say("page.place_hint"))
        self.search.setObjectName("rulebook_search")
        self.search.edited.connect(self._take)
        self.tree = RegionTree(name=self._say("page.tree"))
        self.tree.opened.connect(self.opened)
        self.tree.province.connect(self._show_province)
        self.map = TileMap(name=self._say("page.map"))
        self.map.chosen.connect(self._unfold)
        self.about = Text(self._say("page.reading"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(FormRow(self._say("page.search"), self.search))
        column.addWidget(
            Columns([(self._map_card(), 3), (self.tree, 2)], narrow=_NARROW, spacing=theme.ROOM, level=True)
        )

    def load(self) -> None:
        """Reads the provinces and what is known of them, once; the first search is prepared on the way."""
        if self._asked:
            return
        self._asked = True
        library = self._desk.library

        def read() -> _Country:
            provinces = library.rulebook.provinces()
            library.rulebook.find_regions(_ANY_LETTER, 1)
            return _Country(provinces, province_views(provinces, library.rulebook.coverage(), library.words))

        self._desk.background.run(read, owner=self, done=self._show)

    def _show(self, country: _Country) -> None:
        self._views = {view.code: view for view in country.views}
        self.map.show_tiles(country.views)
        self.tree.show_provinces(country.provinces)

    def _show_province(self, code: str) -> None:
        """Tells about the province the tree is in, and marks its tile."""
        self.map.mark(code)
        if code in self._views:
            self.about.setText(self._views[code].sentence)

    def _unfold(self, code: str) -> None:
        """Goes on in the tree, at the province that was pressed on the map."""
        self.tree.show_province(code)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.tree)

    def _take(self) -> None:
        """A place was chosen in the search: it is opened, and the field is free for the next."""
        code = self.search.code
        if code is not None:
            self.opened.emit(code)
            self.search.show_place(None)

    def _map_card(self) -> Card:
        card = Card(self._say("page.map"), spacing=theme.GAP)
        card.add(Text(self._say("page.map_detail"), "small"), self._legend(), self.map, self.about)
        return card

    def _legend(self) -> FlowGrid:
        words = legend(self._desk.library.words)
        return FlowGrid([Capsule(ROLES[grade], said) for grade, said in words], least=_LEGEND)
