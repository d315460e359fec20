"""Languages that the program does not speak, made of nothing but a catalogue: the conventions of numbers and dates.

They follow CLDR. Each line is the translation of one convention, in the order in which the modules have them.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from languages import CONVENTIONS

from heartland_gui.text import Words

GERMAN = """\
1.234.567,8; 5.000; 20.000 Bio.
12 Bio. = Billionen, 9 Mrd. = Milliarden, 6 Mio. = Millionen
12 T, 9 G, 6 M, 3 k
{number} {step}
{number} {unit}
{step} {unit}
{year}
{month} {year}
{part} {year}
{date} {year}
Jan., Feb., März, Apr., Mai, Juni, Juli, Aug., Sept., Okt., Nov., Dez.
{day}. Jan., {day}. Feb., {day}. März, {day}. Apr., {day}. Mai, {day}. Juni, \
{day}. Juli, {day}. Aug., {day}. Sept., {day}. Okt., {day}. Nov., {day}. Dez.
{day}. Januar, {day}. Februar, {day}. März, {day}. April, {day}. Mai, {day}. Juni, \
{day}. Juli, {day}. August, {day}. September, {day}. Oktober, {day}. November, {day}. Dezember
Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag
{weekday}, {date}
Q1, Q2, Q3, Q4
1. Halbjahr, 2. Halbjahr
{month}
{first_year}–{last_year}
{first_month}–{last_month} {year}
{first_part}–{last_part} {year}
{first_day}.–{last_day}
{first_date} – {last_date} {year}
{first} {year} – {last} {year}
{first} – {last}
Wachstum, Wachstum
"""

FRENCH = """\
1\u202f234\u202f567,8; 5\u202f000; 20\u202f000 Bn
12 Bn = billions, 9 Md = milliards, 6 M = millions
12 T, 9 G, 6 M, 3 k
{number} {step}
{number} {unit}
{step} de {unit}
{year}
{month} {year}
{part} {year}
{date} {year}
janv., févr., mars, avr., mai, juin, juil., août, sept., oct., nov., déc.
{day} janv., {day} févr., {day} mars, {day} avr., {day} mai, {day} juin, \
{day} juil., {day} août, {day} sept., {day} oct., {day} nov., {day} déc.
{day} janvier, {day} février, {day} mars, {day} avril, {day} mai, {day} juin, \
{day} juillet, {day} août, {day} septembre, {day} octobre, {day} novembre, {day} décembre
lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
{weekday} {date}
T1, T2, T3, T4
S1, S2
{month}
{first_year}–{last_year}
{first_month}–{last_month} {year}
{first_part}–{last_part} {year}
{first_day}–{last_day}
{first_date} – {last_date} {year}
{first} {year} – {last} {year}
{first} – {last}
Croissance, croissance
"""

SPANISH = """\
1.234.567,8; 5000; 20.000 B
12 B = billones, 6 M = millones
12 T, 9 G, 6 M, 3 k
{number} {step}
{number} {unit}
{step} de {unit}
{year}
{month} {year}
{part} {year}
{date} {year}
ene, feb, mar, abr, may, jun, jul, ago, sept, oct, nov, dic
{day} ene, {day} feb, {day} mar, {day} abr, {day} may, {day} jun, \
{day} jul, {day} ago, {day} sept, {day} oct, {day} nov, {day} dic
{day} de enero, {day} de febrero, {day} de marzo, {day} de abril, {day} de mayo, {day} de junio, \
{day} de julio, {day} de agosto, {day} de septiembre, {day} de octubre, {day} de noviembre, {day} de diciembre
lunes, martes, miércoles, jueves, viernes, sábado, domingo
{weekday}, {date}
T1, T2, T3, T4
S1, S2
{month}
{first_year}–{last_year}
{first_month}–{last_month} {year}
{first_part}–{last_part} {year}
{first_day}–{last_day}
{first_date} – {last_date} {year}
{first} {year} – {last} {year}
{first} – {last}
Crecimiento, crecimiento
"""

RUSSIAN = """\
1 234 567,8; 5 000; 20 000 трлн
12 трлн, 9 млрд, 6 млн
12 Т, 9 Г, 6 М, 3 к
{number} {step}
{number} {unit}
{step} {unit}
{year}
{month} {year} г.
{part} {year} г.
{date} {year} г.
янв., февр., март, апр., май, июнь, июль, авг., сент., окт., нояб., дек.
{day} янв., {day} февр., {day} мар., {day} апр., {day} мая, {day} июн., \
{day} июл., {day} авг., {day} сент., {day} окт., {day} нояб., {day} дек.
{day} января, {day} февраля, {day} марта, {day} апреля, {day} мая, {day} июня, \
{day} июля, {day} августа, {day} сентября, {day} октября, {day} ноября, {day} декабря
понедельник, вторник, среда, четверг, пятница, суббота, воскресенье
{weekday}, {date}
1-й кв., 2-й кв., 3-й кв., 4-й кв.
1-е полугодие, 2-е полугодие
{month}
{first_year}–{last_year}
{first_month} – {last_month} {year} г.
{first_part} – {last_part} {year} г.
{first_day}–{last_day}
{first_date} – {last_date} {year} г.
{first} – {last} {year} г.
{first} – {last}
Рост, рост
"""

JAPANESE = """\
1,234,567.8; 5,000; 20000京
16 京, 12 兆, 8 億, 4 万
-
{number}{step}
{number}{unit}
{step}{unit}
{year}年
{year}年{month}月
{year}年{part}
{year}年{date}
1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
1月{day}日, 2月{day}日, 3月{day}日, 4月{day}日, 5月{day}日, 6月{day}日, \
7月{day}日, 8月{day}日, 9月{day}日, 10月{day}日, 11月{day}日, 12月{day}日
1月{day}日, 2月{day}日, 3月{day}日, 4月{day}日, 5月{day}日, 6月{day}日, \
7月{day}日, 8月{day}日, 9月{day}日, 10月{day}日, 11月{day}日, 12月{day}日
月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日曜日
{date}{weekday}
第1四半期, 第2四半期, 第3四半期, 第4四半期
上半期, 下半期
{month}月
{first_year}年～{last_year}年
{year}年{first_month}月～{last_month}月
{year}年{first_part}～{last_part}
{first_day}日～{last_day}
{year}年{first_date}～{last_date}
{year}年{first}～{last}
{first}～{last}
成長, 成長
"""

HINDI = """\
12,34,567.8; 5,000; 20,000 ख॰
11 ख॰ = खरब, 9 अ॰ = अरब, 7 क॰ = करोड़, 5 लाख
-
{number} {step}
{number} {unit}
{step} {unit}
{year}
{month} {year}
{part} {year}
{date} {year}
जन॰, फ़र॰, मार्च, अप्रैल, मई, जून, जुल॰, अग॰, सित॰, अक्टू॰, नव॰, दिस॰
{day} जन॰, {day} फ़र॰, {day} मार्च, {day} अप्रैल, {day} मई, {day} जून, \
{day} जुल॰, {day} अग॰, {day} सित॰, {day} अक्टू॰, {day} नव॰, {day} दिस॰
{day} जनवरी, {day} फ़रवरी, {day} मार्च, {day} अप्रैल, {day} मई, {day} जून, \
{day} जुलाई, {day} अगस्त, {day} सितंबर, {day} अक्टूबर, {day} नवंबर, {day} दिसंबर
सोमवार, मंगलवार, बुधवार, गुरुवार, शुक्रवार, शनिवार, रविवार
{weekday}, {date}
ति1, ति2, ति3, ति4
पहली छमाही, दूसरी छमाही
{month}
{first_year}–{last_year}
{first_month}–{last_month} {year}
{first_part}–{last_part} {year}
{first_day}–{last_day}
{first_date} – {last_date} {year}
{first} {year} – {last} {year}
{first} – {last}
वृद्धि, वृद्धि
"""

LINES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "ja": JAPANESE, "hi": HINDI}


def translations(language: str) -> Mapping[str, str]:
    """Return the conventions of a language by the English ones."""
    return dict(zip(CONVENTIONS, LINES[language].splitlines(), strict=True))


def catalogue_of(said: Mapping[str, str]) -> gettext.NullTranslations:
    """Return a compiled catalogue, read as the program reads its own."""
    made = Catalog("de", fuzzy=False)
    for sentence, translation in said.items():
        made.add(sentence, translation)
    compiled = io.BytesIO()
    write_mo(compiled, made)
    return gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))


@cache
def words_of(language: str) -> Words:
    """Return the words of a language that has nothing but a catalogue."""
    return Words(language, catalogue_of(translations(language)))
