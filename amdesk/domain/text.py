"""Text as a search sees it: one folding for index and query, and the direction of a text.

Whatever a person may type for the same word (points, final letters, Arabic or Persian forms, accents, case,
width, digits) folds to the same letters.
"""

from __future__ import annotations

import re
import unicodedata

ZWNJ = "\u200c"

_SAME = {"й": "й", "Й": "й"}  # NFD would cut the short sign off, and Андрей is not андреи
_TABLE = str.maketrans(
    {
        **dict.fromkeys("يىې", "ی"),
        "ك": "ک",
        **dict.fromkeys("ةەہ", "ه"),
        **dict.fromkeys("آأإٱ", "ا"),
        "ؤ": "و",
        "ئ": "ی",
        **dict.fromkeys("ءـ׳״", ""),
        **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
        "־": " ",
        "ς": "σ",
        **dict(zip("ßøłđðıæœþ", "ss o l d d i ae oe th".split(), strict=True)),
    }
)
_QUOTES = {**dict.fromkeys('"“”„‟″＂', '"'), **dict.fromkeys("'‘’‚‛′`´ʼ＇", "'")}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_HEBREW_QUOTE = re.compile(r"(?<=[א-ת])(?:'+|\"(?=[א-ת]))")
_ZWNJ_WORD = re.compile(rf"\S*{ZWNJ}\S*")
_PHONE = re.compile(r"\d[\d\s().\-–‑/*]*")
_SIGNIFICANT = 9
_MARKS_OF_DIRECTION = "\u200e\u200f\u061c"
_UNSEEN_KINDS = frozenset("Cc Cf Mn Me Zs Zl Zp".split())
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and a symbol that Unicode leaves empty


def fold(text: str) -> str:
    """Letters and digits as a search compares them, words one space apart; folding twice changes nothing."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    letters = unicodedata.normalize("NFC", text).translate(_FOLDED)
    if '"' in letters or "'" in letters:
        letters = _HEBREW_QUOTE.sub("", letters).replace('"', " ").replace("'", " ")
    return " ".join(letters.split())


def squash(text: str) -> str:
    """The folded text without spaces, for finding a part of a word or words written together."""
    return fold(text).replace(" ", "")


def fold_index(text: str) -> str:
    """The folded text for an index: words with a zero-width non-joiner stand in it joined, then split."""
    if ZWNJ not in text:
        return fold(text)
    words = " ".join(_ZWNJ_WORD.findall(text)).replace(ZWNJ, " ")
    return f"{fold(text)} {fold(words)}".strip()


def phone_key(text: str) -> str:
    """The last nine significant digits of a phone as typed, without extension; "" when there is no digit."""
    digits = text
    if not text.isascii():
        digits = "".join(_digit(char) for char in text if unicodedata.category(char) != "Cf")
    number = _PHONE.search(digits)
    if number is None:
        return ""
    return re.sub(r"\D", "", number[0]).lstrip("0")[-_SIGNIFICANT:]


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: gaps, marks of direction, accents without a letter."""
    return all(char in _UNSEEN or unicodedata.category(char) in _UNSEEN_KINDS for char in text)


def bare_name(text: str) -> str:
    """A name without gaps and marks of direction around it: wherever it is shown, it is isolated anyway."""
    return text.strip(f" \t\n\u00a0{_MARKS_OF_DIRECTION}")


def first_strong(text: str) -> str | None:
    """The direction, "ltr" or "rtl", of the first strong letter outside isolates (UAX #9, rule P2)."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif kind in {"L", "R", "AL"} and depth == 0:
            return "ltr" if kind == "L" else "rtl"
    return None


class _Folded(dict[int, str]):
    """What each character folds to, found when first met; quotes stay, their neighbours decide about them."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(char: str) -> str:
    if char in _SAME:
        return _SAME[char]
    if char in _QUOTES:
        return _QUOTES[char]
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_plain(part) for part in parts)


def _plain(part: str) -> str:
    if part in _QUOTES:
        return _QUOTES[part]
    kind = unicodedata.category(part)
    if kind in {"Mn", "Cf"}:
        return ""
    plain = _digit(part).translate(_TABLE)
    return plain if not plain or plain.isalnum() else " "


def _digit(char: str) -> str:
    value = unicodedata.decimal(char, None)
    return char if value is None else str(value)


_FOLDED = _Folded()
