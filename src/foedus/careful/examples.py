"""Worked examples of the codebook: short reports of our own with their complete answers.

They lie in data/careful/LANG/examples.yaml, written briefly, as rows; `answer` makes of them what a model shall answer.
"""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from foedus.careful.answer import (
    Quote,
    ToldClaim,
    ToldDate,
    ToldFiller,
    ToldMoney,
    ToldQuantity,
    ToldVoice,
)
from foedus.knowledge.yaml_file import YamlFile
from foedus.model.document import Document, make_document
from foedus.model.vocabulary import Certainty, ClaimType, Kind, Polarity, Standing, Via, VoiceKind


class Row(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Base of what is written as a list; trailing fields may be left out."""


class FillerRow(Row, frozen=True):
    """[role, sentence, quote, kind, via, sentence and quote of what it stands for]."""

    role: str
    sentence: int
    quote: str
    kind: Kind
    via: Via | None = None
    stands_in: int | None = None
    stands_for: str | None = None

    def told(self) -> ToldFiller:
        stands = None if self.stands_in is None else Quote(self.stands_in, self.stands_for or "")
        return ToldFiller(self.role, self.sentence, self.quote, self.kind, self.via, stands)


class QuantityRow(Row, frozen=True):
    """[sentence, quote, value, unit, min, max, approximate]."""

    sentence: int
    quote: str
    value: int | float | None
    unit: str
    min: int | float | None = None
    max: int | float | None = None
    approximate: bool = False

    def told(self) -> ToldQuantity:
        return ToldQuantity(self.sentence, self.quote, self.value, self.min, self.max, self.unit, self.approximate)


class MoneyRow(Row, frozen=True):
    """[sentence, quote, amount, currency, approximate]."""

    sentence: int
    quote: str
    amount: int | float
    currency: str
    approximate: bool = False

    def told(self) -> ToldMoney:
        return ToldMoney(self.sentence, self.quote, self.amount, None, None, self.currency, self.approximate)


class DateRow(Row, frozen=True):
    """[EDTF, sentence, quote]."""

    edtf: str
    sentence: int
    quote: str

    def told(self) -> ToldDate:
        return ToldDate(self.edtf, Quote(self.sentence, self.quote))


class VoiceRow(Row, frozen=True):
    """[sentence, quote, kind, cue, vehicle, date of saying]."""

    sentence: int
    quote: str
    kind: VoiceKind
    cue: str | None = None
    vehicle: str | None = None
    said_when: str | None = None

    def told(self) -> ToldVoice:
        return ToldVoice(self.sentence, self.quote, self.kind, self.cue, self.vehicle, self.said_when)


class QuoteRow(Row, frozen=True):
    """[sentence, quote]."""

    sentence: int
    quote: str


class ExampleClaim(Struct, frozen=True, forbid_unknown_fields=True):
    """One claim of an example; `why` says what it teaches. What is left out has its usual value."""

    type: ClaimType
    stage: str
    trigger: QuoteRow
    roles: tuple[FillerRow, ...]
    quantity: QuantityRow | None = None
    value: MoneyRow | None = None
    when: DateRow | None = None
    due: DateRow | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    standing: Standing = "stated"
    voices: tuple[VoiceRow, ...] = ()
    also: tuple[int, ...] = ()
    alternative: str | None = None
    why: str = ""

    def told(self) -> ToldClaim:
        """The claim as a model shall answer it."""
        return ToldClaim(
            type=self.type,
            stage=self.stage,
            trigger=Quote(self.trigger.sentence, self.trigger.quote),
            roles=tuple(role.told() for role in self.roles),
            quantity=self.quantity.told() if self.quantity else None,
            value=self.value.told() if self.value else None,
            when=self.when.told() if self.when else None,
            due=self.due.told() if self.due else None,
            polarity=self.polarity,
            certainty=self.certainty,
            standing=self.standing,
            voices=tuple(voice.told() for voice in self.voices),
            also=self.also,
            alternative=self.alternative,
        )


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A report, its complete claims, and why its other sentences make none."""

    text: str
    lang: str
    published: str | None
    claims: tuple[ExampleClaim, ...]
    none: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The report as a document."""
        return make_document(self.text.strip(), lang=self.lang, published=self.published)

    @property
    def answer(self) -> tuple[ToldClaim, ...]:
        """What a model shall answer."""
        return tuple(claim.told() for claim in self.claims)


@cache
def load_examples(lang: str) -> tuple[Example, ...]:
    """The examples of a language in the order of the file. Raises DataError where one is wrong."""
    name = f"careful/{lang}/examples.yaml"
    file = YamlFile(files("foedus") / "data" / "careful" / lang / "examples.yaml", f"data/{name}")
    return file.shaped(tuple[Example, ...])
