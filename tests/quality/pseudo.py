"""Two languages that nobody speaks: longer, accented and in brackets, one of them written from the right.

What shows without brackets was never handed to the catalogues; what does not fit would not fit in Greek or
Russian either. They are languages of the program only for as long as ``spoken`` lasts, and stand in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from amdesk.i18n import languages, places, translations

LTR, RTL = "xa", "xb"

_ACCENTS = str.maketrans("aceinouyzACEINOUYZ", "áçéíñóúýžÁÇÉÍÑÓÚÝŽ")
# Fields, tags and mnemonics stay as they are.
_KEPT = re.compile(r"(\{[^}]*\}|%[0-9np]%?|<[^>]*>|&\w+;|&.)")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_PLURALS = "nplurals=2; plural=(n != 1);"
# How much longer texts grow, by their length in English.
_GROWTH = ((10, 1.0), (20, 0.7), (40, 0.5))
_LEAST_GROWTH = 0.4
# Keys are written on keyboards. Dates are made of several texts, each of which would grow.
_UNTOUCHED = {"QShortcut"}
_SHORT = {
    "date", "weekday", "Gregorian month", "Gregorian month without year", "short Gregorian month",
    "short month alone", "Jalali month", "Hebrew month", "duration",
}  # fmt: skip


def pseudo(text: str, *, grow: bool = True) -> str:
    """A text in the languages nobody speaks: ⟦Sávé óñé⟧."""
    parts = _KEPT.split(text)
    accented = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    bare = len(_KEPT.sub("", text))
    growth = next((ratio for length, ratio in _GROWTH if bare <= length), _LEAST_GROWTH)
    padding = " " + _padding(max(round(bare * growth) - 3, 1)) if grow else ""
    return f"⟦{accented}{padding}⟧"


def _padding(length: int) -> str:
    """Words to make a text longer, of about that many characters, that break where words do."""
    words: list[str] = []
    numbers = cycle(_NUMBERS)
    while len(" ".join(words)) < length:
        words.append(next(numbers))
    return " ".join(words)[:length].strip().translate(_ACCENTS)


@contextmanager
def spoken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program knows both languages; their catalogues are written into ``folder``."""
    real = places.data_folder("translations")
    english = languages.LANGUAGES["en"]
    made = {code: english._replace(code=code, rtl=code == RTL) for code in (LTR, RTL)}
    for code in made:
        _write(_catalogue(real), folder / code / "LC_MESSAGES" / "amdesk.mo")
    for path in real.iterdir():
        if path.is_dir():
            (folder / path.name).symlink_to(path)
    with monkeypatch.context() as patched:
        patched.setattr(languages, "LANGUAGES", MappingProxyType({**languages.LANGUAGES, **made}))
        patched.setattr(translations, "data_folder", lambda _: folder)
        translations.translation.cache_clear()
        yield
    translations.translation.cache_clear()


def _catalogue(real: Path) -> Catalog:
    """Every text of the program, and Qt's own, in words that nobody speaks."""
    made = Catalog(locale="en")
    made.mime_headers = [("Plural-Forms", _PLURALS)]
    for name, locale in (("amdesk.pot", None), ("el/LC_MESSAGES/amdesk.po", "el")):
        with (real / name).open("rb") as lines:
            for message in read_po(lines, locale=locale):
                if message.id and message.context not in _UNTOUCHED:
                    grow = message.context not in _SHORT
                    texts = [pseudo(text, grow=grow) for text in _forms(message.id)]
                    made.add(message.id, texts if len(texts) > 1 else texts[0], context=message.context)
    return made


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True)
    with path.open("wb") as target:
        write_mo(target, catalogue)
