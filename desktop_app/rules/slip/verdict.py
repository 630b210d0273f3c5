"""How a cause is judged, and the question that goes with it."""

from desktop_app.domain.advice import Reasoned
from desktop_app.domain.message import message
from desktop_app.domain.slip import Asked, SlipQuestion
from desktop_app.rules.claim import deadline_text
from desktop_app.rules.slip.standing import Standing
from desktop_app.rules.slip.supposing import Supposition
from desktop_app.rules.slip.table import TABLE, Row


def row_for(supposition: Supposition, standing: Standing) -> Row:
    """The first line of the table that fits."""
    return next(row for row in TABLE if row.cause is supposition.cause and row.when(standing))


def reasoned(row: Row, standing: Standing) -> Reasoned:
    """Why it is judged as it is, with the facts that may be shown."""
    return Reasoned(message(f"slip.why.{row.id}"), standing.cite(*row.facts))


def question(row: Row, standing: Standing) -> SlipQuestion | None:
    """What to ask, whom, with what in hand; by when only where a rule states it."""
    if row.asked is None:
        return None
    situation = standing.situation
    line = situation.insured.hotline if situation is not None and row.asked is Asked.INSURED_REGION else None
    deadline = deadline_text(situation) if row.claim_instead and situation is not None else None
    return SlipQuestion(
        whom=row.asked,
        line=line,
        text=message(f"slip.ask.{row.id}", amount=abs(standing.gain)),
        bring=tuple(message(paper) for paper in row.bring),
        deadline=deadline,
    )
