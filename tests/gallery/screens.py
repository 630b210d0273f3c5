"""Every screen there is. A new page adds its screens here, and the gallery and the window's tests take them in."""

from tests.gallery import (
    estimate_screens,
    interview_screens,
    rulebook_screens,
    search_screens,
    shell_screens,
    slip_screens,
)

ALL_SCREENS = (
    *shell_screens.SCREENS,
    *search_screens.SCREENS,
    *interview_screens.SCREENS,
    *estimate_screens.SCREENS,
    *slip_screens.SCREENS,
    *rulebook_screens.SCREENS,
)
