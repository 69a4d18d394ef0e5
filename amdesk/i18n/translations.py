"""The catalogue of each language: found, compiled where it has to be, and asked for words.

Installed, catalogues lie compiled beside the code. In a checkout there are only .po files: each is compiled
when first used, into the cache folder, and again when its source has changed.
"""

from __future__ import annotations

import gettext
import os
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

from amdesk.domain.messages import Message
from amdesk.i18n.languages import language
from amdesk.i18n.places import data_folder


@dataclass(frozen=True, slots=True)
class Catalog:
    """The words of one language; a text without a translation stays English."""

    code: str
    words: gettext.NullTranslations

    def gettext(self, text: str) -> str:
        """The text in this language."""
        return (self.words.gettext(text) or text) if text else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form of the text that goes with ``n`` things."""
        return self.words.ngettext(one, many, n) or (one if n == 1 else many)

    def pgettext(self, context: str, text: str) -> str:
        """The text in the sense its context gives it."""
        return self.words.pgettext(context, text) or text

    def npgettext(self, context: str, one: str, many: str, *, n: int) -> str:
        """The form for ``n`` things of a text in the sense its context gives it."""
        return self.words.npgettext(context, one, many, n) or (one if n == 1 else many)

    def own(self, context: str, text: str, *, n: int = -1) -> str | None:
        """The words for a text that is not the program's; None where this catalogue has none.

        A key named "Ctrl" is "Ctrl" in most languages: words that equal the text are an answer too.
        """
        if not text:
            return None
        counted = self.words.npgettext(context, text, text, n) if n >= 0 else ""
        return counted or self.words.pgettext(context, text) or None

    def template(self, message: Message) -> str:
        """The words of a message, its ``{fields}`` still empty."""
        if message.plural is not None:
            n = message.n if message.n is not None else 0
            if message.context is not None:
                return self.npgettext(message.context, message.text, message.plural, n=n)
            return self.ngettext(message.text, message.plural, n)
        if message.context is not None:
            return self.pgettext(message.context, message.text)
        return self.gettext(message.text)


class _Silence(gettext.NullTranslations):
    """What stands behind every catalogue: it has no words, where gettext's own would give the text back."""

    def _nothing(self, *_text: Any, **_named: Any) -> str:
        return ""

    gettext = ngettext = pgettext = npgettext = _nothing


@cache
def translation(code: str) -> Catalog:
    """The catalogue of a language, read once; English for a language without one."""
    spoken = language(code).code
    found = None if spoken == "en" else _compiled(spoken)
    return Catalog(spoken, _Silence() if found is None else _read(found))


def _compiled(code: str) -> bytes | None:
    """A compiled catalogue (the .mo format); None when there is neither one nor its source."""
    folder = data_folder("translations") / code / "LC_MESSAGES"
    made, source = folder / "amdesk.mo", folder / "amdesk.po"
    if made.is_file():
        return made.read_bytes()
    return _compiled_now(source) if source.is_file() else None


def _compiled_now(source: Path) -> bytes:
    """A catalogue compiled from its source, kept in the cache; one as old as its source is still good."""
    kept = _cache_folder() / f"{source.parent.parent.name}-{crc32(bytes(source)):08x}.mo"
    written = source.stat().st_mtime_ns
    made = _kept(kept, written)
    if not made:
        made = compile_po(source)
        _keep(made, kept, written)
    return made


def _kept(kept: Path, written: int) -> bytes:
    """What the cache has of a source of that age; nothing where it has none, or what a power cut left."""
    try:
        return kept.read_bytes() if kept.stat().st_mtime_ns == written else b""
    except OSError:
        return b""  # there is none, or no way to read it: either way it is compiled again


def compile_po(source: Path) -> bytes:
    """A .po file in the .mo format."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = BytesIO()
    with source.open("rb") as lines:
        write_mo(target, read_po(lines, locale=source.parent.parent.name))
    return target.getvalue()


def _keep(made: bytes, kept: Path, written: int) -> None:
    """Put a compiled catalogue into the cache, whole or not at all."""
    half = kept.with_suffix(f".{os.getpid()}")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(made)
        os.utime(half, ns=(written, written))
        half.replace(kept)
    except OSError:
        return  # where nothing can be kept, it is compiled again next time: that costs a moment


def _cache_folder() -> Path:
    """Where compiled catalogues are kept; a place that keeps nothing where no home folder is known."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("amdesk", appauthor=False) / "catalogues"
    except RuntimeError:
        return Path(os.devnull)


def _read(compiled: bytes) -> gettext.NullTranslations:
    words = gettext.GNUTranslations(BytesIO(compiled))
    words.add_fallback(_Silence())
    return words
