"""Moving about: back, edits, jumps and resuming never cost an answer that is still asked."""

from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.domain.bill import Bill
from desktop_app.domain.care import CareKind, FilingState, Level, Reason
from desktop_app.domain.money import Fen
from desktop_app.domain.person import Scheme, Status
from desktop_app.errors import Problem
from desktop_app.interview import progress as interview
from desktop_app.interview.draft import NOT_KNOWN, Answer, CareStage, Draft, FilingPeriod
from desktop_app.interview.progress import Page, Progress
from desktop_app.interview.question import Input, Step
from desktop_app.interview.questions import BY_ID, QUESTIONS
from desktop_app.interview.routing import before, choices, is_valid, route
from tests.interview.places import BEIJING, CHENGDU, DATONG, SETTING, SHENZHEN, TAIYUAN, XIAODIAN
from tests.interview.samples import SAMPLES, SHENZHEN_EMPLOYEE, TAIYUAN_MOTHER
from tests.interview.walk import walked


def test_back_walks_the_same_way_and_keeps_every_answer() -> None:
    """Going back to the first page and forward again shows the same pages with the same answers."""
    end = walked(TAIYUAN_MOTHER)
    here, pages = end, [end.at]
    while here.at != "danger":
        here = interview.back(here, SETTING)
        pages.insert(0, here.at)
    assert here.draft == end.draft
    for expected in pages[1:]:
        here = interview.forward(here, SETTING)
        assert here.at == expected


def test_next_without_an_answer_stays_where_it_is() -> None:
    """Nothing goes past a question that has no answer."""
    here = walked({"danger": False})
    assert interview.forward(here, SETTING).at == "scheme"


def test_changing_the_reason_on_the_page_of_answers_returns_there() -> None:
    """From the page of answers one changes one answer and is back, everything else untouched."""
    end = walked(TAIYUAN_MOTHER)
    there = interview.jump(end, "reason", SETTING)
    after = interview.answer(there, Reason.SELF_CHOSEN, SETTING)
    assert after.at == Page.CHECK
    assert after.draft == end.draft.answering("reason", Reason.SELF_CHOSEN)


def test_a_change_that_raises_a_question_asks_it_and_then_returns() -> None:
    """An emergency as the reason raises the question of rescue; then one is back at the page of answers."""
    there = interview.jump(walked(TAIYUAN_MOTHER), "reason", SETTING)
    asked = interview.answer(there, Reason.EMERGENCY, SETTING)
    assert asked.at == "rescue"
    assert interview.answer(asked, False, SETTING).at == Page.CHECK


def test_a_change_takes_away_only_what_contradicts_it() -> None:
    """An employee cannot be an elderly resident: that answer goes, the places and the bill stay."""
    there = interview.jump(walked(TAIYUAN_MOTHER), "scheme", SETTING)
    after = interview.answer(there, Scheme.EMPLOYEE, SETTING)
    assert after.at == "status"
    assert after.draft.status is None
    assert after.draft.insured_region == TAIYUAN
    assert after.draft.bill == TAIYUAN_MOTHER["bill"]


def test_an_answer_not_asked_for_comes_back_when_it_is_asked_again() -> None:
    """Outpatient care asks for no admission; back to inpatient care, the day is still there."""
    end = walked(TAIYUAN_MOTHER)
    outpatient = interview.answer(interview.jump(end, "kind", SETTING), CareKind.DRUGSTORE, SETTING)
    assert "admitted_on" not in route(outpatient.draft, SETTING)
    assert route(outpatient.draft, SETTING).draft.admitted_on is None
    again = interview.answer(interview.jump(outpatient, "kind", SETTING), CareKind.INPATIENT, SETTING)
    assert route(again.draft, SETTING).draft.admitted_on == date(2026, 12, 3)


def test_moving_to_a_city_without_tiers_and_back_keeps_the_tier() -> None:
    """The tier of Shenzhen waits while another city is tried."""
    end = walked(SHENZHEN_EMPLOYEE)
    taiyuan = interview.answer(interview.jump(end, "insured_region", SETTING), TAIYUAN, SETTING)
    assert route(taiyuan.draft, SETTING).draft.tier is None
    back = interview.answer(interview.jump(taiyuan, "insured_region", SETTING), SHENZHEN, SETTING)
    assert route(back.draft, SETTING).draft.tier == "tier2"


def test_jumping_ahead_leads_to_the_first_open_question() -> None:
    """The verdicts cannot be had before the answers."""
    here = walked({"danger": False, "scheme": Scheme.RESIDENT})
    assert interview.jump(here, Page.VERDICTS, SETTING).at == "status"


def test_resuming_leads_to_where_it_was_left_or_to_what_has_become_open() -> None:
    """A case left on the page of the reason opens there; one left at the verdicts with a lost answer opens at that."""
    end = walked(TAIYUAN_MOTHER)
    assert interview.resume(end.draft, "reason", SETTING).at == "reason"
    assert interview.resume(end.draft, Page.VERDICTS, SETTING).at == Page.VERDICTS
    assert interview.resume(end.draft.answering("age", None), Page.VERDICTS, SETTING).at == "age"
    assert interview.resume(Draft(), "a page of some other edition", SETTING).at == "danger"


def test_a_planned_day_that_has_passed_is_asked_again_but_not_forgotten() -> None:
    """Weeks later the planned admission lies in the past: the question comes up, the old day still in it."""
    later = interview.resume(
        walked(TAIYUAN_MOTHER).draft, Page.VERDICTS, type(SETTING)(SETTING.places, date(2026, 12, 20))
    )
    assert later.at == "admitted_on"
    assert later.draft.admitted_on == date(2026, 12, 3)


def test_the_emergency_card_lies_between_danger_and_the_rest() -> None:
    """Forward and back pass the card; without danger there is none."""
    card = walked({})
    card = interview.answer(card, True, SETTING)
    assert card.at == Page.EMERGENCY
    assert interview.forward(card, SETTING).at == "scheme"
    assert interview.back(interview.forward(card, SETTING), SETTING).at == Page.EMERGENCY
    assert interview.back(card, SETTING).at == "danger"


@pytest.mark.parametrize(
    ("question", "wrong", "said"),
    [
        ("insured_region", "810000", "interview.wrong.place"),
        ("insured_region", "140000", "interview.wrong.place"),
        ("admitted_on", date(2026, 11, 1), "interview.wrong.already_past"),
        ("admitted_on", date(1826, 11, 1), "interview.wrong.far_day"),
        ("discharged_on", date(2026, 12, 1), "interview.wrong.before_admission"),
        ("bill", Bill(total=Fen(100), class_b=Fen(60), out_of_catalogue=Fen(41)), "interview.wrong.parts"),
        ("scheme", NOT_KNOWN, "interview.wrong.choice"),
        ("status", Status.RETIRED, "interview.wrong.choice"),
    ],
)
def test_an_impossible_answer_is_refused_in_one_sentence_and_changes_nothing(
    question: str, wrong: Answer, said: str
) -> None:
    """The page stays, the reason for the refusal has words, and no answer is touched."""
    here = interview.jump(walked(TAIYUAN_MOTHER), question, SETTING)
    with pytest.raises(Problem) as refused:
        interview.answer(here, wrong, SETTING)
    assert refused.value.message.id == said


def test_discharge_in_the_past_while_in_hospital_is_questioned() -> None:
    """Somebody in hospital has not been discharged last week; somebody discharged was not discharged tomorrow."""
    in_hospital: dict[str, Answer] = {"stage": CareStage.ADMITTED, "rescue": False, "admitted_on": date(2026, 11, 1)}
    here = walked({**TAIYUAN_MOTHER, **in_hospital, "discharged_on": NOT_KNOWN})
    there = interview.jump(here, "discharged_on", SETTING)
    with pytest.raises(Problem) as past:
        interview.answer(there, date(2026, 11, 10), SETTING)
    assert past.value.message.id == "interview.wrong.already_over"
    paid = interview.answer(interview.jump(here, "stage", SETTING), CareStage.DISCHARGED_PAID, SETTING)
    with pytest.raises(Problem) as ahead:
        interview.answer(paid, date(2026, 12, 10), SETTING)
    assert ahead.value.message.id == "interview.wrong.not_yet"


def test_steps_show_what_is_done_and_lead_to_it() -> None:
    """In the list on the left finished steps lead back, skipped ones lead nowhere, later ones wait."""
    here = walked({**TAIYUAN_MOTHER, "care_region": XIAODIAN})
    steps = {stop.step: stop for stop in interview.stops(here, SETTING)}
    assert steps[Step.WHO].complete
    assert steps[Step.WHO].target == "danger"
    assert steps[Step.WHY].asked == ()
    assert steps[Step.WHY].target is None
    assert steps[Step.CHECK].current
    young = {stop.step: stop for stop in interview.stops(walked({"danger": False}), SETTING)}
    assert not young[Step.WHO].complete
    assert young[Step.VERDICTS].target is None


DAYS = st.dates(date(2026, 10, 1), date(2027, 2, 1))
PLACES = st.sampled_from([TAIYUAN, XIAODIAN, DATONG, BEIJING, SHENZHEN, CHENGDU])


def _any_answer(input: Input) -> st.SearchStrategy[Answer]:
    amounts = st.integers(0, 10_000_000).map(Fen)
    periods = st.builds(FilingPeriod, DAYS, st.none() | DAYS)
    bills = st.builds(lambda total, part: Bill(total=total, class_b=part), amounts, amounts)
    answers: dict[Input, st.SearchStrategy[Answer]] = {
        Input.COUNT: st.integers(1, 99),
        Input.AMOUNT: amounts,
        Input.DAY: DAYS,
        Input.PERIOD: periods,
        Input.PLACE: PLACES,
        Input.DISEASE: st.sampled_from(["高血压", "糖尿病"]),
        Input.BILL: bills,
    }
    return answers[input]


class Interview(RuleBasedStateMachine):
    """Somebody answers, goes back, jumps about and changes her mind, in any order."""

    @initialize(sample=st.sampled_from(["", *SAMPLES]))
    def begin(self, sample: str) -> None:
        """From an empty case or from one of the samples."""
        self.here = walked(SAMPLES[sample]) if sample else Progress()

    @precondition(lambda self: self.here.question is not None)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """Any answer; one that is refused changes nothing."""
        question = self.here.question
        assert question is not None
        if question.input in {Input.CHOICE, Input.TIER}:
            offered = choices(question, before(question, self.here.draft, SETTING), SETTING)
            given: Answer = data.draw(st.sampled_from([*offered, NOT_KNOWN]))  # type: ignore[assignment]  # of that kind
        else:
            given = data.draw(_any_answer(question.input) | st.just(NOT_KNOWN))
        earlier = self.here
        try:
            self.here = interview.answer(earlier, given, SETTING)
        except Problem:
            return
        assert question.answer(self.here.draft) == given
        self._nothing_lost(earlier.draft, but=question.id)

    @rule()
    def back(self) -> None:
        """Back never changes an answer."""
        earlier, self.here = self.here, interview.back(self.here, SETTING)
        assert self.here.draft == earlier.draft

    @rule()
    def forward(self) -> None:
        """Neither does Next."""
        earlier, self.here = self.here, interview.forward(self.here, SETTING)
        assert self.here.draft == earlier.draft

    @rule(at=st.sampled_from([*BY_ID, *Page]))
    def jump(self, at: str) -> None:
        """Nor a click in the list on the left."""
        earlier, self.here = self.here, interview.jump(self.here, at, SETTING)
        assert self.here.draft == earlier.draft

    @rule()
    def leave_and_resume(self) -> None:
        """Leaving and coming back leads to the same page."""
        again = interview.resume(self.here.draft, self.here.at, SETTING)
        assert (again.at, again.draft) == (self.here.at, self.here.draft)

    @invariant()
    def the_page_is_on_the_way(self) -> None:
        """Whatever happens, the page on screen is one that is asked, and every earlier one has been answered."""
        way = route(self.here.draft, SETTING)
        if self.here.question:
            assert self.here.at in way
            earlier = way.questions[: [question.id for question in way.questions].index(self.here.at)]
            assert all(question.answer(way.draft) is not None for question in earlier)

    def _nothing_lost(self, earlier: Draft, *, but: str) -> None:
        """Every other answer is as before, unless it contradicts the new one."""
        for question in QUESTIONS:
            was, now = question.answer(earlier), question.answer(self.here.draft)
            if question.id != but and was is not None and now != was:
                assert now is None
                assert not is_valid(question, was, before(question, self.here.draft, SETTING), SETTING)


Interview.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestInterview = Interview.TestCase


def test_the_state_machine_would_notice_a_loss() -> None:
    """The check used above is not blind: taking a valid answer out by hand is seen as a loss."""
    machine = Interview()
    machine.here = walked(TAIYUAN_MOTHER)
    complete = machine.here.draft
    machine.here = Progress(draft=complete.answering("level", None), at=Page.CHECK)
    with pytest.raises(AssertionError):
        machine._nothing_lost(complete, but="reason")
    assert complete.level is Level.LEVEL3
    assert complete.filing is FilingState.NONE
