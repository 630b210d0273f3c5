"""Where a strip is cut into pages, on strips small enough to follow by hand: a page is 100 high."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.render.pdf.paging import PageCut, Piece, apart, pages_of


def strip(*pieces: tuple[int, bool]) -> list[Piece]:
    """Pieces of these heights one below the other; True holds on to the next."""
    top, made = 0, []
    for height, held in pieces:
        made.append(Piece(top, top + height, held))
        top += height
    return made


def test_what_fits_stays_on_one_page() -> None:
    """40 + 60 fill the page to its last line."""
    assert pages_of(strip((40, False), (60, False)), 100) == [PageCut(0, 100)]


def test_what_does_not_fit_goes_to_the_next_page_whole() -> None:
    """40 + 61 are more than 100: the second piece moves, and nothing of it stays behind."""
    assert pages_of(strip((40, False), (61, False)), 100) == [PageCut(0, 40), PageCut(40, 101)]


def test_a_heading_moves_with_what_follows_it() -> None:
    """The heading at 80 would fit, the paragraph below it would not: both move."""
    cuts = pages_of(strip((80, False), (10, True), (20, False)), 100)
    assert cuts == [PageCut(0, 80), PageCut(80, 110)]


def test_a_chain_higher_than_a_page_is_cut_between_its_pieces() -> None:
    """Five rows of 30 that all hold on to each other cannot stay together: three to a page."""
    cuts = pages_of(strip((30, True), (30, True), (30, True), (30, True), (30, False)), 100)
    assert cuts == [PageCut(0, 90), PageCut(90, 150)]


def test_a_long_chain_begins_on_the_page_there_is() -> None:
    """Where a chain must be cut anyway, it uses the room left below what is already there."""
    cuts = pages_of(strip((40, False), (30, True), (30, True), (30, True), (30, True), (30, False)), 100)
    assert cuts == [PageCut(0, 100), PageCut(100, 190)]


def test_a_piece_higher_than_a_page_is_cut_hard() -> None:
    """A single row of 250 is shown on three pages rather than lost."""
    cuts = pages_of(strip((250, False)), 100)
    assert cuts == [PageCut(0, 100), PageCut(100, 200), PageCut(200, 250)]


def test_lines_that_overlap_by_a_hair_are_taken_apart() -> None:
    """Lines at 0 to 20 and 18 to 38 share 2: each gives up its share, so that neither is printed with the other."""
    assert apart([Piece(0, 20), Piece(18, 38), Piece(40, 60)]) == [Piece(0, 17), Piece(21, 38), Piece(40, 60)]


def test_nothing_to_show_has_no_pages() -> None:
    """An empty strip."""
    assert pages_of([], 100) == []


heights = st.lists(st.tuples(st.integers(min_value=1, max_value=130), st.booleans()), max_size=40)


@given(pieces=heights)
def test_pages_show_everything_once_in_order(pieces: list[tuple[int, bool]]) -> None:
    """Page after page from the first line to the last, nothing twice, nothing missing, none higher than a page."""
    whole = strip(*pieces)
    cuts = pages_of(whole, 100)
    assert all(0 < cut.bottom - cut.top <= 100 for cut in cuts)
    assert [cut.top for cut in cuts[1:]] == [cut.bottom for cut in cuts[:-1]]
    if whole:
        assert (cuts[0].top, cuts[-1].bottom) == (0, whole[-1].bottom)


@given(pieces=heights)
def test_no_piece_that_fits_a_page_is_cut(pieces: list[tuple[int, bool]]) -> None:
    """A cut lies between two pieces, unless the piece is higher than a page."""
    whole = strip(*pieces)
    for cut in pages_of(whole, 100)[:-1]:
        through = [piece for piece in whole if piece.top < cut.bottom < piece.bottom]
        assert all(piece.bottom - piece.top > 100 for piece in through)
