"""Conventions of numbers and dates that stand in catalogues: another language needs a catalogue, and no code.

What is expected is the Unicode consortium's data (CLDR), as Babel has it.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date, timedelta

import languages as catalogues
import pytest
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.catalog import Catalog
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st
from languages import CONVENTIONS

from heartland_gui.model.entities import NO_UNIT, PERCENT
from heartland_gui.text import Words
from heartland_gui.text.periods import whole_years
from tests.other_languages import LINES, catalogue_of, translations, words_of
from tests.units import KILOWATT, unit

every_language = pytest.mark.parametrize("language", LINES)
ENGLISH = Words()

SIGNS, STEPS, PREFIXES = list(CONVENTIONS)[:3]
MONTHS = next(each for each in CONVENTIONS if each.startswith("Jan,"))
INSIDE = next(each for each in CONVENTIONS if each.startswith("Growth,"))
DATES = next(each for each in CONVENTIONS if each.startswith("{day} Jan,"))

FIRST_POWERS = {"de": 6, "fr": 6, "es": 6, "ru": 6, "ja": 4, "hi": 5}
"""From which power of ten on numbers are shortened: CLDR's `tsd.` and `k` are not used, as in English."""
LAST_POWERS = {"de": 15, "fr": 15, "es": 10, "ru": 15, "ja": 20, "hi": 13}
"""Up to where CLDR shortens them with the same steps: Spanish has `mil M` then, and Hindi `नील`."""


def spaced(text: str) -> str:
    """Return a text with one kind of space; CLDR takes narrow, thin and no-break ones by turns."""
    return " ".join(text.split())


@every_language
@given(value=st.integers(-(10**14), 10**14) | st.floats(-1e9, 1e9, allow_subnormal=False))
def test_numbers_have_the_signs_of_the_language(language: str, value: float) -> None:
    value = round(value, 3) + 0 if isinstance(value, float) else value
    cldr = format_decimal(value, locale=language)
    # Babel does not know that CLDR groups Spanish numbers from five digits on.
    if language == "es" and 1000 <= abs(value) < 10_000:
        cldr = cldr.replace(".", "")
    assert words_of(language).number(value).replace("−", "-") == cldr.removeprefix("-" if cldr == "-0" else "")


@pytest.mark.parametrize(
    ("language", "full", "four", "power"),
    [
        ("de", "1.234.567,8", "5.000", "1,23×10¹⁸"),
        ("fr", "1\u202f234\u202f567,8", "5\u202f000", "1,23×10¹⁸"),
        ("es", "1.234.567,8", "5000", "1,23×10¹⁸"),
        ("ru", "1\u00a0234\u00a0567,8", "5\u00a0000", "1,23×10¹⁸"),
        ("ja", "1,234,567.8", "5,000", "1.23×10¹⁸"),
        ("hi", "12,34,567.8", "5,000", "1.23×10¹⁸"),
    ],
)
def test_a_number_in_other_languages(language: str, full: str, four: str, power: str) -> None:
    words = words_of(language)
    assert [words.number(value) for value in (1_234_567.8, 5_000, 1.23e18)] == [full, four, power]
    assert words.rounded(-1234567.8) == f"−{full[:-2]}".replace("567", "568")


@every_language
@given(digits=st.integers(100, 999), shift=st.integers(-2, 20))
def test_numbers_are_shortened_as_cldr_does(language: str, digits: int, shift: int) -> None:
    value = digits * 10 ** max(0, FIRST_POWERS[language] - 2 + max(0, shift))
    if value >= 10 ** LAST_POWERS[language]:
        value = digits * 10 ** (FIRST_POWERS[language] - 2)
    cldr = format_compact_decimal(value, locale=language, fraction_digits=3)
    assert words_of(language).compact(value, unit("", "money")) == cldr
    assert words_of(language).compact(-value, unit("", "money")) == f"−{cldr}"


AMOUNTS = [
    ("de", "1,5 Mrd. Yuan", "Milliarden Yuan", "20.000 Bio. Yuan", "40,1 GW"),
    ("fr", "1,5 Md Yuan", "milliards de Yuan", "20\u202f000 Bn Yuan", "40,1 GW"),
    ("es", "1500 M Yuan", "millones de Yuan", "20.000 B Yuan", "40,1 GW"),
    ("ru", "1,5 млрд Yuan", "млрд Yuan", "20 000 трлн Yuan", "40,1 ГВт"),
    ("ja", "15億Yuan", "億Yuan", "2京Yuan", "4010万kW"),
    ("hi", "1.5 अ॰ Yuan", "अरब Yuan", "2,00,000 ख॰ Yuan", "4.01 क॰ kW"),
]


@pytest.mark.parametrize(("language", "short", "long", "most", "power"), AMOUNTS)
def test_an_amount_in_other_languages(language: str, short: str, long: str, most: str, power: str) -> None:
    words = words_of(language)
    shown = [words.amount(1.5e9, unit("Yuan", "money")), words.amount(2e16, unit("Yuan", "money"))]
    assert [text.replace("\u00a0", " ") for text in shown] == [short, most]
    assert not any(" " in text for text in shown), "a number and its unit do not part at the end of a line"
    assert words.magnitude(1.5e9, unit("Yuan", "money")).unit == long
    assert words.amount(40.1e6, KILOWATT).replace("\u00a0", " ") == power


def test_decimals_are_counted_behind_the_sign_of_the_language() -> None:
    for language in LINES:
        words = words_of(language)
        magnitude = words.magnitude(9.9e9, unit("Yuan", "money"))
        assert words.decimals(magnitude.divisor * 1.25, magnitude) == 2
        assert words.decimals(magnitude.divisor * 1234, magnitude) == 0


def test_units_with_prefixes_may_have_names_of_their_own() -> None:
    words = words_of("ru")
    assert words.amount(40.1e6, KILOWATT) == "40,1\u00a0ГВт"
    assert words.amount(12, KILOWATT) == "12\u00a0кВт"
    assert words.magnitude(40.1e6, KILOWATT).unit == "ГВт"


# -- periods ----------------------------------------------------------------------------------------------------

days = st.dates(date(1000, 1, 1), date(9000, 1, 1))


@every_language
@given(day=days)
def test_days_months_and_quarters_are_written_as_cldr_does(language: str, day: date) -> None:
    said, quarter = words_of(language).period, (day.month + 2) // 3
    assert spaced(said(day.isoformat())) == spaced(format_skeleton("yMMMd", day, locale=language))
    assert said(day.isoformat()[:4]) == format_skeleton("y", day, locale=language)
    # Babel takes Hindi months that stand without a day from its root locale, which has none.
    if language != "hi":
        assert spaced(said(day.isoformat()[:7])) == spaced(format_skeleton("yMMM", day, locale=language))
    # CLDR's short form is a table's in Japanese (2020/Q1); its long name of a quarter is what stands in sentences.
    cldr = format_date(day, "y年QQQQ", "ja") if language == "ja" else format_skeleton("yQQQ", day, locale=language)
    assert spaced(said(f"{day.year}-Q{quarter}")) == spaced(cldr)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Montag, 1. Juni 2020"),
        ("fr", "lundi 1 juin 2020"),
        ("es", "lunes, 1 de junio 2020"),
        ("ru", "понедельник, 1 июня 2020 г."),
        ("ja", "2020年6月1日月曜日"),
        ("hi", "सोमवार, 1 जून 2020"),
    ],
)
def test_a_day_is_named_with_its_day_of_the_week(language: str, said: str) -> None:
    assert words_of(language).periods.day_of_week(date(2020, 6, 1)) == said


@pytest.mark.parametrize("language", sorted({*LINES} - {"hi"}))
@given(first=days, length=st.integers(1, 40) | st.integers(1, 400))
def test_spans_are_written_as_cldr_does(language: str, first: date, length: int) -> None:
    last, said = first + timedelta(days=length), words_of(language).period
    for form, letters in (("yMMMd", 10), ("yMMM", 7), ("y", 4)):
        start, end = first.isoformat()[:letters], last.isoformat()[:letters]
        # Whole years are told in years, however they are written.
        if start != end and (letters == 4 or whole_years(f"{start}/{end}") is None):
            assert spaced(said(f"{start}/{end}")) == spaced(format_interval(first, last, form, locale=language))


SPANS = [
    ("2019-Q1/2019-Q3", "Q1–Q3 2019", "1-й кв. – 3-й кв. 2019 г.", "2019年第1四半期～第3四半期"),
    ("2019-S1", "1. Halbjahr 2019", "1-е полугодие 2019 г.", "2019年上半期"),
    ("2019-02/2019-Q3", "Feb.–Q3 2019", "февр. – 3-й кв. 2019 г.", "2019年2月～第3四半期"),
    ("2019-03/2019-04-07", "März 2019 – 7. Apr. 2019", "март – 7 апр. 2019 г.", "2019年3月～4月7日"),
    ("2018/2019-04-07", "2018 – 7. Apr. 2019", "2018 – 7 апр. 2019 г.", "2018年～2019年4月7日"),
]


@pytest.mark.parametrize(("label", "german", "russian", "japanese"), SPANS)
def test_a_span_in_other_languages(label: str, german: str, russian: str, japanese: str) -> None:
    assert [words_of(language).period(label) for language in ("de", "ru", "ja")] == [german, russian, japanese]


def test_names_may_have_spaces_and_patterns_may_have_braces() -> None:
    words = Words("es", catalogue_of({STEPS: "9 mil M = mil millones, 6 M", "{month} {year}": "{{0}} {month} {year}"}))
    assert words.compact(1.5e9, unit("", "money")) == "1.5\u00a0mil\u00a0M"
    assert words.magnitude(1.5e9, unit("euros", "money")).unit == "mil millones euros"
    assert words.period("2019-03") == "{0} Mar 2019"


# -- mistakes of translators ------------------------------------------------------------------------------------

MISTAKES = [
    (SIGNS, "1.234.567,8; 5.000", "2 numbers between semicolons instead of 3"),
    (SIGNS, "1.234.567; 5.000; 20.000", "the first number is not"),
    (SIGNS, "1.234 567,8; 5.000; 20.000", "the first number is not"),
    (SIGNS, "123.4567,8; 5.000; 20.000", "the first number is not"),
    (SIGNS, "1.234.567e8; 5.000; 20.000", "the first number is not"),
    (SIGNS, "1-234-567,8; 5-000; 20-000", "the first number is not"),
    (SIGNS, "1.234.567.8; 5.000; 20.000", "the signs of groups and of decimals are the same"),
    (SIGNS, "1.234.567,8; 5,000; 20.000", "the other numbers are not"),
    (SIGNS, "1.234.567,8; 5.000; 20.00", "the other numbers are not"),
    (STEPS, "12 Bio., Mrd., 6 Mio.", "“Mrd.” is not a power of ten and a name"),
    (STEPS, "12 Bio. = , 6 Mio.", "“12 Bio. =” is not a power of ten and a name"),
    (STEPS, "0 Bio.", "“0 Bio.” is not a power of ten and a name"),
    (STEPS, "12 Bio.,, 6 Mio.", "nothing between two commas"),
    (STEPS, "6 Mio., 9 Mrd.", "the highest power of ten does not stand first"),
    (PREFIXES, "T, G, M, k", "“T” is not a power of ten and a name"),
    (PREFIXES, "3 k, 6 M", "the highest power of ten does not stand first"),
    (PREFIXES, "-, 3 k", "“-” is not a power of ten and a name"),
    ("{number}\u00a0{step}", "{number}", "without {step}"),
    ("{number}\u00a0{unit}", "{number}{step}", "{step} is none of {number}, {unit}"),
    ("{month} {year}", "{month {year}", "unexpected '{' in field name"),
    ("{month} {year}", "{month} {year", "expected '}' before end of string"),
    ("{month} {year}", "{month} {}", "{} is none of {month}, {year}"),
    ("{month} {year}", "{month} {year.real}", "{year.real} is none of {month}, {year}"),
    ("{month} {year}", "{month} {year:04d}", "{year} is none of"),
    (MONTHS, "Jan, Feb", "2 between commas instead of 12"),
    (MONTHS, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ", "nothing between two commas"),
    (DATES, DATES.replace("{day} Dec", "Dec"), "without {day}"),
    ("Q1, Q2, Q3, Q4", "Q1 Q2 Q3 Q4", "1 between commas instead of 4"),
]


def everything(words: Words) -> list[str]:
    """Return something of each convention."""
    numbers = [12_345, 5_000, 1_234_567.8, -2e16, 3e6, 0.5]
    said = [words.number(value) for value in numbers] + [words.rounded(value) for value in numbers]
    for each in (unit("yuan", "money"), KILOWATT, unit("t", "physical"), NO_UNIT, PERCENT):
        said += [words.amount(value, each) + words.compact(value, each) for value in numbers]
        said += [words.magnitude(value, each).unit for value in numbers]
    said += [words.periods.day_of_week(date(2019, 3, 10)), words.inside("Growth")]
    singles = ("2019", "2019-S1", "2019-Q2", "2019-03", "2019-03-05", "2019-03-08", "2019-12-31", "2020-Q4")
    said.append(words.period("2017/2019"))
    return said + [words.period(label) for one in singles for label in (one, *(f"{one}/{two}" for two in singles))]


@pytest.mark.parametrize(("sentence", "translation", "fault"), MISTAKES)
def test_a_mistake_of_a_translator_is_found_and_english_is_taken(sentence: str, translation: str, fault: str) -> None:
    made = Catalog("de")
    made.add(sentence, translation)
    (found,) = catalogues.misfits(made[sentence])
    assert found.startswith(f"the program takes English here, {fault}")
    assert found.endswith(f": {sentence}")
    assert everything(Words("de", catalogue_of({sentence: translation}))) == everything(ENGLISH)
    # Only what cannot be read is English.
    rest = {**translations("de"), sentence: sentence}
    damaged = Words("de", catalogue_of({**rest, sentence: translation}))
    assert everything(damaged) == everything(Words("de", catalogue_of(rest)))


@given(st.fixed_dictionaries({}, optional={each: st.text() | st.text("128kMd;,:={}- day567") for each in CONVENTIONS}))
def test_no_catalogue_stops_the_program(said: dict[str, str]) -> None:
    assert all(isinstance(text, str) for text in everything(Words("de", Given(said))))


class Given(gettext.NullTranslations):
    """A catalogue as it could be, were it not compiled from a text."""

    def __init__(self, said: Mapping[str, str]) -> None:
        super().__init__()
        self._said = said

    def gettext(self, message: str) -> str:
        return self._said.get(message, message)


def test_all_conventions_are_checked() -> None:
    """Each is what its own catalogue says, and nothing that the words say about numbers and dates stays English."""
    for language in LINES:
        made = Catalog(language)
        for sentence, translation in translations(language).items():
            made.add(sentence, translation)
            assert list(catalogues.misfits(made[sentence])) == []
    strange = {
        SIGNS: "1'234'567·8; 5'000; 20'000",
        STEPS: "12 ä, 9 ö, 6 ü",
        PREFIXES: "9 ä, 6 ö, 3 ü",
        INSIDE: "Wachstum, Wachstum",
    }
    for sentence in CONVENTIONS:
        said = strange.get(
            sentence, sentence.replace("Mar", "März").replace("Q2", "2. Quartal").replace("H1", "1. Hälfte")
        )
        said = f"{said}|" if said == sentence else said
        assert everything(Words("de", catalogue_of({sentence: said}))) != everything(ENGLISH), sentence
