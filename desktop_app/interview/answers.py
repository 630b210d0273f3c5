"""How answers are said: on the page of answers, under the steps, and as titles. Messages, never words."""

from datetime import date
from enum import Enum

from desktop_app.domain.bill import Bill
from desktop_app.domain.message import Message, message
from desktop_app.interview.draft import Answer, CareStage, Draft, FilingPeriod, NotKnown
from desktop_app.interview.question import Choice, Input, Question
from desktop_app.interview.setting import Setting


def title(question: Question, draft: Draft, setting: Setting) -> Message:
    """The question itself."""
    return _about(f"questions.{question.id}.title", draft, setting)


def why_asked(question: Question, draft: Draft, setting: Setting) -> Message:
    """Why it is asked, in one or two sentences."""
    return _about(f"questions.{question.id}.why", draft, setting)


def label(question: Question, choice: Choice | NotKnown | str, draft: Draft, setting: Setting) -> Message:
    """What stands on the card of a choice."""
    return _about(f"questions.{question.id}.{choice_key(choice)}", draft, setting)


def note(question: Question, choice: Choice | NotKnown | str, draft: Draft, setting: Setting) -> Message:
    """The smaller line under it. The words may do without it."""
    return _about(f"questions.{question.id}.{choice_key(choice)}_note", draft, setting)


def choice_key(choice: Choice | NotKnown | str) -> str:
    """The choice as a key: yes, no, or the value of the enum's member."""
    if isinstance(choice, bool):
        return "yes" if choice else "no"
    return str(choice.value) if isinstance(choice, Enum) else choice


def said(question: Question, answer: Answer, setting: Setting) -> Message:
    """An answer in words, as short as it can stand beside the question."""
    if isinstance(answer, NotKnown):
        return message("interview.said.not_known")
    if question.input in {Input.CHOICE, Input.TIER} and isinstance(answer, str | bool | Enum):
        return message(f"interview.said.{question.id}.{choice_key(answer)}")
    if question.input is Input.PLACE:
        return message("interview.said.place", name=place_name(str(answer), setting))
    return _plainly(question, answer)


def _plainly(question: Question, answer: Answer) -> Message:
    match answer:
        case Bill():
            return message("interview.said.bill", total=answer.total)
        case FilingPeriod(start, until):
            if until is None:
                return message("interview.said.open_period", start=start)
            return message("interview.said.period", start=start, until=until)
        case date():
            return message(f"interview.said.{question.id}", day=answer)
        case int():
            return message(f"interview.said.{question.id}", value=int(answer))
        case _:
            return message("interview.said.text", text=str(answer))


def place_name(code: str, setting: Setting) -> str:
    """A place with its province or city before it, as people write an address: 山西省太原市."""
    names: list[str] = []
    region = setting.places.region(code)
    while region is not None:
        names.insert(0, region.name)
        region = setting.places.region(region.parent) if region.parent else None
    return "".join(names) or code


def _about(id: str, draft: Draft, setting: Setting) -> Message:
    """A message that may speak of the case: the places by name, the scheme, the kind of care, the stage."""
    return message(
        id,
        insured=setting.area_name(draft.insured_region),
        care=setting.area_name(draft.care_region),
        scheme=draft.scheme.value if draft.scheme else "",
        kind=draft.kind.value if draft.kind else "",
        stage=draft.stage.value if isinstance(draft.stage, CareStage) else "",
    )
