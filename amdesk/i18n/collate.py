"""The order of names: a key that sorts as the languages do, to be stored beside each name."""

from __future__ import annotations

import unicodedata

from amdesk.domain.text import fold

_PERSIAN = ["آٱ", "ا", "ءأإؤئ", *"بپتثجچحخدذرزژسشصضطظعغفق", "کك", *"گلمنو", "هةەہ", "یيىې"]
# Folding would lose the order of the Persian alphabet, so its letters wear others through the folding: Thaana
# is in code order, folds to itself and stands after Hebrew, as Arabic script does.
_ALPHABET = {ord(form): chr(0x780 + place) for place, forms in enumerate(_PERSIAN) for form in forms}
_PART, _PLACE = "\t", "!"


def sort_key(text: str) -> str:
    """A key for plain code-point order (SQLite BINARY): letters first, then accents; case is ignored.

    Latin, Greek, Cyrillic, Hebrew and Arabic script follow each other. As in CLDR's fa, ru, el and he:
    پ چ ژ گ in place, آ before ا, و before ه, й after и, and ё after е where nothing else differs.
    """
    if text.isascii():
        return fold(text)
    composed = unicodedata.normalize("NFKC", text)
    letters, accents = fold(composed.translate(_ALPHABET)), _accents(composed)
    return f"{letters}{_PART}{accents}" if accents else letters


def _accents(composed: str) -> str:
    """The combining marks of a text, each at the place of its letter."""
    if unicodedata.is_normalized("NFD", composed) and composed.replace(" ", "").isalnum():
        return ""  # most names are letters without any, and finding that out is faster
    return unicodedata.normalize("NFD", composed).translate(_MARKS).rstrip(_PLACE)


class _Marks(dict[int, str]):
    """Combining marks as themselves, everything else as a place; found when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = mark = chr(code) if unicodedata.category(chr(code)) == "Mn" else _PLACE
        return mark


_MARKS = _Marks()
