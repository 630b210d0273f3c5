"""The fields for a figure of one's own: as many as its type needs, each in money, per cent or a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.domain.care import CareKind
from desktop_app.domain.figure import (
    AccountOrder,
    Adjustment,
    AssistanceTerms,
    CriticalIllness,
    DeductibleBasis,
    FigureName,
    Origin,
    Schedule,
    Segment,
    Supplement,
    Tier,
)
from desktop_app.domain.money import Fen
from desktop_app.domain.own_figure import OwnValue
from desktop_app.ui.rulebook.say import Say
from desktop_app.ui.rulebook.value_texts import FORMS, NO, NONE, SOME, YES, texts_of
from desktop_app.ui.widgets.entered_field import MoneyField, PercentField
from desktop_app.ui.widgets.form_row import FormRow
from desktop_app.ui.widgets.select import Select

Field = MoneyField | PercentField | Select


class NotFilledInError(Exception):
    """A field without which there is no value: its name."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type of value: its fields by name with what each takes, and how they make a value."""

    fields: tuple[tuple[str, str], ...]
    read: "Callable[[ValueFields], OwnValue]"


class ValueFields:
    """The fields of one figure, in rows of a form; for stays in hospital a deductible may differ from stay to stay."""

    def __init__(self, name: FigureName, kind: CareKind, say: Say) -> None:
        self._say, self._name = say, name
        self._kind = _KINDS[name]
        stays = name not in _STAY_BY_STAY or kind is CareKind.INPATIENT
        wanted = [(id, type_) for id, type_ in self._kind.fields if stays or id not in _LATER_STAYS]
        self.fields: dict[str, Field] = {id: self._field(type_) for id, type_ in wanted}
        self.rows = {id: FormRow(self._label(name, id), field) for id, field in self.fields.items()}
        for field in self.fields.values():
            field.edited.connect(self.fit)

    def show(self, value: OwnValue) -> None:
        """Shows a value, as it was typed in before."""
        for id, text in texts_of(self._name, value).items():
            self.fields[id].put_back(text)
        self.fit()

    def fit(self) -> None:
        """Shows only the rows that matter. To be called once they have their place in a form."""
        relevant = self._relevant()
        for id, row in self.rows.items():
            row.setVisible(id in relevant)

    def _relevant(self) -> set[str]:
        """Nothing has to be filled in about what there is not."""
        first = next(iter(self.fields))
        chosen = self.fields[first]
        return {first} if isinstance(chosen, Select) and chosen.value == NONE else set(self.fields)

    def problems(self) -> dict[str, str]:
        """What is wrong, by the field it stands beside; nothing where `value` gives a value."""
        wrong = {id: self.fields[id].problem() for id in self._relevant()}
        found = {id: sentence for id, sentence in wrong.items() if sentence}
        if not found:
            try:
                self.value()
            except NotFilledInError as missing:
                found[str(missing)] = self._say("own.fill_in")
            except ValueError:
                found["first" if "first" in self.fields else next(iter(self.fields))] = self._say("own.bounds")
        return found

    def value(self) -> OwnValue:
        """The value. Raises NotFilledInError for a field that must not be empty, ValueError where tiers do not rise."""
        return self._kind.read(self)

    def amount(self, id: str) -> Fen:
        """An amount that has to be there."""
        return _there(self.amount_or_none(id), id)

    def amount_or_none(self, id: str) -> Fen | None:
        """An amount, None where the field is empty or not offered."""
        field = self.fields.get(id)
        return field.amount() if isinstance(field, MoneyField) else None

    def share(self, id: str) -> Fraction:
        """A share that has to be there."""
        field = self.fields[id]
        return _there(field.share() if isinstance(field, PercentField) else None, id)

    def share_or_none(self, id: str) -> Fraction | None:
        """A share, None where the field is empty."""
        field = self.fields[id]
        return field.share() if isinstance(field, PercentField) else None

    def word(self, id: str) -> str:
        """A word that has to be chosen."""
        field = self.fields[id]
        return _there(field.value or None if isinstance(field, Select) else None, id)

    def _field(self, type_: str) -> Field:
        if type_ == "money":
            return MoneyField(self._say.words)
        if type_ == "percent":
            return PercentField(self._say.words)
        choices = self._say.among(f"choice.{type_}", _CHOICES[type_])
        return Select((("", self._say("choice.please")), *choices))

    def _label(self, name: FigureName, id: str) -> str:
        own = f"field.{name.value}_{id}"
        return self._say(own if f"rulebook_page.{own}" in self._say.words else f"field.{id}")


_CHOICES: Final[Mapping[str, list[str]]] = {
    "deductible_basis": [each.value for each in DeductibleBasis],
    "account_order": [each.value for each in AccountOrder],
    "form": [*FORMS, NONE],
    "limit": [SOME, NONE],
    "exists": [SOME, NONE],
    "like_home": [SOME, NONE],
    "yes_no": [YES, NO],
}
_STAY_BY_STAY: Final = frozenset({FigureName.DEDUCTIBLE, FigureName.ELSEWHERE_DEDUCTIBLE})
_LATER_STAYS: Final = frozenset({"second", "later"})
V = TypeVar("V")


def _there(value: V | None, id: str) -> V:
    if value is None:
        raise NotFilledInError(id)
    return value


def _amounts(fields: ValueFields) -> OwnValue:
    later = [fields.amount_or_none("second"), fields.amount_or_none("later")]
    if later[0] is None and later[1] is not None:
        raise NotFilledInError("second")
    return (fields.amount("first"), *(amount for amount in later if amount is not None))


def _elsewhere_amounts(fields: ValueFields) -> OwnValue:
    return None if fields.word("like_home") == NONE else _amounts(fields)


def _cap(fields: ValueFields) -> OwnValue:
    return None if fields.word("limit") == NONE else fields.amount("amount")


def _ratio(fields: ValueFields) -> OwnValue:
    return Schedule(segments=(Segment(None, fields.share("share")),))


def _elsewhere(fields: ValueFields) -> OwnValue:
    form = fields.word("form")
    adjustment: Adjustment | None = None if form == NONE else FORMS[form](fields.share("share"))
    return adjustment


def _supplement(fields: ValueFields) -> OwnValue:
    if fields.word("exists") == NONE:
        return None
    return Supplement(fields.share("share"), fields.amount_or_none("cap"))


def _assistance(fields: ValueFields) -> OwnValue:
    if fields.word("exists") == NONE:
        return None
    return AssistanceTerms(fields.amount("first"), fields.share("share"), fields.amount_or_none("cap"))


def _critical(fields: ValueFields) -> OwnValue:
    if fields.word("exists") == NONE:
        return None
    deductible = fields.amount("first")
    return CriticalIllness(
        deductible=deductible,
        tiers=_tiers(fields, deductible),
        origin=Origin.ZERO,
        cap=fields.amount_or_none("cap"),
        counts_deductible=fields.word("counts_deductible") == YES,
        counts_elsewhere_loss=fields.word("counts_elsewhere_loss") == YES,
    )


def _tiers(fields: ValueFields, deductible: Fen) -> tuple[Tier, ...]:
    """One ratio for everything above the deductible, or two with a bound between them."""
    first, bound, second = fields.share("tier1"), fields.amount_or_none("bound"), fields.share_or_none("tier2")
    if bound is None and second is None:
        return (Tier(deductible, None, first),)
    bound, second = _there(bound, "bound"), _there(second, "tier2")
    if bound <= deductible:
        raise ValueError(f"a tier ends at {bound} before it begins at {deductible}")
    return Tier(deductible, bound, first), Tier(bound, None, second)


_STAYS: Final = (("first", "money"), ("second", "money"), ("later", "money"))
_KINDS: Final[Mapping[FigureName, _Kind]] = {
    FigureName.CLASS_B_RATIO: _Kind((("share", "percent"),), lambda fields: fields.share("share")),
    FigureName.DEDUCTIBLE: _Kind(_STAYS, _amounts),
    FigureName.DEDUCTIBLE_BASIS: _Kind(
        (("basis", "deductible_basis"),), lambda fields: DeductibleBasis(fields.word("basis"))
    ),
    FigureName.RATIO: _Kind((("share", "percent"),), _ratio),
    FigureName.BONUS: _Kind((("share", "percent"),), lambda fields: fields.share("share")),
    FigureName.CAP: _Kind((("limit", "limit"), ("amount", "money")), _cap),
    FigureName.CAP_PER_VISIT: _Kind((("limit", "limit"), ("amount", "money")), _cap),
    FigureName.ELSEWHERE: _Kind((("form", "form"), ("share", "percent")), _elsewhere),
    FigureName.ELSEWHERE_DEDUCTIBLE: _Kind((("like_home", "like_home"), *_STAYS), _elsewhere_amounts),
    FigureName.ELSEWHERE_FIRST_PAY: _Kind((("share", "percent"),), lambda fields: fields.share("share")),
    FigureName.SUPPLEMENT: _Kind((("exists", "exists"), ("share", "percent"), ("cap", "money")), _supplement),
    FigureName.CRITICAL: _Kind(
        (
            ("exists", "exists"),
            ("first", "money"),
            ("tier1", "percent"),
            ("bound", "money"),
            ("tier2", "percent"),
            ("cap", "money"),
            ("counts_deductible", "yes_no"),
            ("counts_elsewhere_loss", "yes_no"),
        ),
        _critical,
    ),
    FigureName.ASSISTANCE: _Kind(
        (("exists", "exists"), ("first", "money"), ("share", "percent"), ("cap", "money")), _assistance
    ),
    FigureName.ACCOUNT_ORDER: _Kind((("order", "account_order"),), lambda fields: AccountOrder(fields.word("order"))),
}
