"""Everything the interview can say has words in both languages, with every parameter they ask for."""

import pytest

from desktop_app.domain.message import message
from desktop_app.domain.person import Scheme
from desktop_app.interview import answers
from desktop_app.interview.draft import NOT_KNOWN, CareStage, Draft
from desktop_app.interview.question import Input, Question, Step
from desktop_app.interview.questions import BY_ID, QUESTIONS
from desktop_app.paths import resources_dir
from desktop_app.render.words import LANGUAGES, Language, Words
from tests.interview.places import SETTING, SHENZHEN
from tests.interview.samples import SAMPLES, SHENZHEN_EMPLOYEE
from tests.interview.walk import walked

WORDS = {language: Words(language, resources_dir() / "words") for language in LANGUAGES}
BOTH = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("question", QUESTIONS, ids=list(BY_ID))


@BOTH
@EACH
def test_a_question_has_title_reason_and_labels(question: Question, language: Language) -> None:
    """Empty case or full one, each stage of it: the title, why it is asked, and a label on every card."""
    words = WORDS[language]
    drafts = [Draft(), walked(SHENZHEN_EMPLOYEE).draft, *(Draft(stage=stage) for stage in CareStage)]
    for draft in drafts:
        assert words.text(answers.title(question, draft, SETTING))
        assert words.text(answers.why_asked(question, draft, SETTING))
        for choice in question.choices:
            assert words.text(answers.label(question, choice, draft, SETTING))
    assert words.text(message(f"interview.about.{question.id}"))


@BOTH
@EACH
def test_what_may_be_not_known_says_so_on_a_card(question: Question, language: Language) -> None:
    """Every question that allows it has words for I don't know."""
    if question.allows_unknown(Draft(), SETTING):
        assert WORDS[language].text(answers.label(question, NOT_KNOWN, Draft(), SETTING))


@BOTH
@EACH
def test_every_choice_can_be_said_back(question: Question, language: Language) -> None:
    """On the page of answers each choice has a short form."""
    for choice in (*question.choices, NOT_KNOWN):
        assert isinstance(choice, str | bool) or choice is NOT_KNOWN
        assert WORDS[language].text(answers.said(question, choice, SETTING))


@BOTH
def test_given_answers_can_be_said_back(language: Language) -> None:
    """Dates, amounts, places, counts: every answer of the samples reads as words."""
    for sample in SAMPLES.values():
        for id, answer in sample.items():
            text = WORDS[language].text(answers.said(BY_ID[id], answer, SETTING))
            assert text
            assert "{" not in text


@BOTH
def test_tiers_and_steps_have_names(language: Language) -> None:
    """Shenzhen's tiers and the nine steps."""
    tiers = SETTING.places.tiers(SHENZHEN, Scheme.EMPLOYEE)
    assert BY_ID["tier"].input is Input.TIER
    assert all(WORDS[language].text(answers.label(BY_ID["tier"], tier, Draft(), SETTING)) for tier in tiers)
    assert all(WORDS[language].text(message(f"interview.step.{step.value}")) for step in Step)


def test_a_place_is_named_with_what_it_lies_in() -> None:
    """A district stands behind its city and province, as in an address."""
    assert answers.place_name("140105", SETTING) == "山西省太原市小店区"
    assert answers.place_name("999999", SETTING) == "999999"
