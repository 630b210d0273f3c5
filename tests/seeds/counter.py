"""A service counter (办事窗口) in process: what somebody is told who asks the program."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop_app.domain.case import Case
from desktop_app.interview.draft import Draft
from desktop_app.interview.routing import choices, route
from desktop_app.interview.setting import Setting
from desktop_app.paths import resources_dir
from desktop_app.render.estimate_json import estimate_document
from desktop_app.render.help import help_context, help_page
from desktop_app.render.plan_json import plan_document
from desktop_app.render.words import Words
from desktop_app.services.estimate_case import estimate_case
from desktop_app.services.plan_case import plan_case
from desktop_app.storage.case_file import parse_case
from desktop_app.storage.rule_pack import RulePack

TODAY: Final = date(2026, 11, 21)
"""The day on which questions are put, unless a test says otherwise."""

SHENZHEN, GUANGZHOU, QINGDAO, ZHENGZHOU, XIAN = "440300", "440100", "370200", "410100", "610100"
BEIJING, SHANGHAI, CHENGDU, TAIYUAN, DATONG = "110000", "310000", "510100", "140100", "140200"
SUZHOU, NANJING, WUHAN, HARBIN, PINGXIANG, NANCHANG = "320500", "320100", "420100", "230100", "360300", "360100"

Json = dict[str, Any]

PLAIN: Final[Json] = {
    "kind": "inpatient",
    "level": "level3",
    "reason": "self_chosen",
    "filing": "none",
    "stage": "planning",
    "networked": True,
}
"""A stay of one's own choice in a connected hospital, not begun, nothing filed."""

PERSON: Final = {"scheme", "tier", "status", "age", "family_doctor", "assistance", "chronic", "insurance_state"}
"""Answers about the person; the others are about the care."""

PAID: Final[Json] = {"stage": "discharged_paid", "admitted_on": "2026-11-01"}
"""Home again and everything paid out of one's own pocket; the day of discharge is the case's."""


def filed(place: str, type: str = "long_term_residence", since: str = "2024-01-01", until: str | None = None) -> Json:
    """The answers of somebody who has filed this type for that place."""
    record = {"type": type, "from": since, "until": until, "region": place}
    return {"filing": "filed", "filing_record": record}


@dataclass(frozen=True)
class Counter:
    """Answers questions out of the rulebook, in Chinese."""

    rulebook: RulePack

    @property
    def words(self) -> Words:
        """The Chinese words."""
        return Words("zh_CN", resources_dir() / "words")

    def case(self, insured: str, place: str, on: str, answers: Json) -> Case:
        """Insured here, treated there on that day; `bill`, `year_to_date` and `today` as in a case file."""
        blocks: Json = {key: answers[key] for key in ("bill", "year_to_date", "today") if key in answers}
        person = {key: value for key, value in answers.items() if key in PERSON}
        care = {key: value for key, value in answers.items() if key not in PERSON | set(blocks)}
        document: Json = {
            "version": 1,
            "today": TODAY.isoformat(),
            "person": {"scheme": "employee", "insured_region": insured, **person},
            "care": {**PLAIN, "region": place, "date": on, **care},
            **blocks,
        }
        return parse_case(json.loads(json.dumps(document)), self.rulebook, TODAY)

    def plan(self, insured: str, place: str, on: str = "2026-12-10", **answers: Any) -> Json:  # noqa: ANN401 -- answers
        """The plan as its JSON."""
        case = self.case(insured, place, on, answers)
        return plan_document(plan_case(case, self.rulebook), case, self.rulebook, self.words)

    def estimate(self, insured: str, place: str, on: str = "2026-12-10", **answers: Any) -> Json:  # noqa: ANN401 -- answers
        """The estimate as its JSON."""
        case = self.case(insured, place, on, answers)
        return estimate_document(estimate_case(case, self.rulebook)[0], self.words)

    def help(self, page: str, insured: str | None = None) -> str:
        """A page of help as plain text: for somebody insured there, or for nobody in particular."""
        context = help_context(self.rulebook, Draft(insured_region=insured) if insured else None)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", help_page(page, context, self.words)))

    def asked(self, draft: Draft) -> dict[str, list[str]]:
        """What the wizard asks of somebody with these answers: each question with its choices by id."""
        setting = Setting(self.rulebook, TODAY)
        questions = route(draft, setting).questions
        return {question.id: [str(each) for each in choices(question, draft, setting)] for question in questions}


def text(answer: object) -> str:
    """Everything an answer says, in one line to look into."""
    return json.dumps(answer, ensure_ascii=False)


def papers(plan: Json) -> dict[str, str | None]:
    """The papers of a filing by their ids, each with the one it may replace."""
    return {paper["id"]: paper["instead_of"] for paper in plan["filing"]["materials"]}


def evidence(plan: Json, number: str) -> str:
    """The word under which the plan shows a fact. Raises StopIteration where it does not cite it."""
    return str(next(source["evidence"] for source in plan["sources"] if source["number"] == number))
