"""The catalogues of words: collect every text, bring each language up to date, check them all.

``python packaging/catalogs.py`` does all three; ``--check`` only looks, and is what a test does. Ends with
1 when a check finds something.
"""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "amdesk.pot"
LANGUAGES = ("he", "fa", "ru", "el")

# CLDR's rules, where Babel writes others: Hebrew has a dual, Persian counts nought as one.
PLURALS = {
    "he": "nplurals=3; plural=(n==1) ? 0 : (n==2) ? 1 : 2;",
    "fa": "nplurals=2; plural=(n > 1);",
}
# What has to be there in every language whatever language the window speaks: mails and dates go to clients.
NEEDED = frozenset(
    {"mail", "date", "weekday", "Gregorian month", "short Gregorian month", "Jalali month", "Hebrew month"}
    | {"duration", "age"}
)

# Lines of a catalogue's header that would change without a word changing.
VOLATILE = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To'
    rb"|Generated-By): .*\n",
    re.MULTILINE,
)

# Where a call keeps its context, its text and its plural.
CALLS: dict[str, dict[str, int]] = {
    "_": {"text": 0},
    "N_": {"text": 0},
    "gettext": {"text": 0},
    "ngettext": {"text": 0, "plural": 1},
    "pgettext": {"context": 0, "text": 1},
    "npgettext": {"context": 0, "text": 1, "plural": 2},
    "AmdeskError": {"text": 0},
    "Message": {"text": 0},
    "Message.of": {"text": 0},
    "Message.named": {"context": 0, "text": 1},
    "Message.count": {"text": 0, "plural": 1},
}
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}


@dataclass(frozen=True)
class Text:
    """One text of the program, and the file it stands in."""

    text: str
    plural: str | None
    context: str | None
    file: str


def main() -> int:
    """Collect, update, check; the exit code is 1 when there is something to mend."""
    if "--check" not in sys.argv:
        template = collect()
        TEMPLATE.write_bytes(written(template))
        for code in LANGUAGES:
            update(code, template)
    found = problems()
    sys.stdout.writelines(f"{line}\n" for line in found)
    return 1 if found else 0


def collect() -> Catalog:
    """The template: every text of the code and of the templates for pages and mails."""
    template = Catalog(
        project="amdesk", version="words", header_comment="# The words of amdesk.", fuzzy=False
    )
    for text in [*texts_of_code(), *texts_of_templates()]:
        name = (text.text, text.plural) if text.plural is not None else text.text
        template.add(name, locations=[(text.file, 0)], context=text.context)
    return template


def texts_of_code() -> Iterator[Text]:
    """Texts marked in the program's modules."""
    for path in sorted((ROOT / "amdesk").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = short_names(tree)
        inner: set[ast.Call] = set()
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call not in inner:
                text = text_of(call, names, path.relative_to(ROOT).as_posix())
                if text is not None:
                    inner.update(part for part in call.args if isinstance(part, ast.Call))
                    yield text


def short_names(tree: ast.Module) -> dict[str, str]:
    """Names that a module gives to one of the calls: ``of = words.pgettext``."""
    given = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    return {
        target.id: node.value.attr
        for node in given
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Attribute) and node.value.attr in CALLS
    }


def text_of(call: ast.Call, names: dict[str, str], file: str) -> Text | None:
    """What a call marks; None when it marks nothing, or something that is marked elsewhere."""
    name = name_of(call.func)
    places = CALLS.get(names.get(name, name))
    if places is None:
        return None
    values = {part: literal(call.args[place]) for part, place in places.items() if place < len(call.args)}
    values.update({k.arg: literal(k.value) for k in call.keywords if k.arg in {"plural", "context"}})
    if any(values.get(part) is None for part in places):
        return None
    return Text(values["text"] or "", values.get("plural"), values.get("context"), file)


def name_of(called: ast.expr) -> str:
    """``_`` for ``_`` and for ``words._``, but ``Message.of`` for that one only."""
    if isinstance(called, ast.Name):
        return called.id
    if not isinstance(called, ast.Attribute):
        return ""
    owner = called.value
    return f"Message.{called.attr}" if isinstance(owner, ast.Name) and owner.id == "Message" else called.attr


def literal(argument: ast.expr) -> str | None:
    """A text written where it is used, marked with ``N_`` or not."""
    if isinstance(argument, ast.Call) and name_of(argument.func) == "N_" and argument.args:
        argument = argument.args[0]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def texts_of_templates() -> Iterator[Text]:
    """Texts marked in the Jinja2 templates."""
    options = {"encoding": "utf-8", "trimmed": "true", "silent": "false"}
    for path in sorted((ROOT / "resources" / "templates").rglob("*.*")):
        with path.open("rb") as source:
            marked = list(extract("jinja2.ext:babel_extract", source, KEYWORDS, (), options))
        for _line, name, _comments, context in marked:
            text, plural = (name, None) if isinstance(name, str) else name
            yield Text(text, plural, context, path.relative_to(ROOT).as_posix())


def update(code: str, template: Catalog) -> None:
    """Bring the catalogue of a language up to date; what is translated stays."""
    path = catalogue_of(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = read(path) if path.exists() else Catalog(locale=code, project="amdesk")
    if code in PLURALS:
        catalogue.mime_headers = [("Plural-Forms", PLURALS[code])]
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.version, catalogue.fuzzy = template.version, False
    catalogue.header_comment = f"# The words of amdesk in {Locale(code).english_name}."
    path.write_bytes(written(catalogue))


def catalogue_of(code: str) -> Path:
    """Where the catalogue of a language lies."""
    return TRANSLATIONS / code / "LC_MESSAGES" / "amdesk.po"


def read(path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as lines:
        return read_po(lines, locale=None if path == TEMPLATE else path.parent.parent.name)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file: the same words give the same bytes, so dates and line numbers stay out."""
    file = BytesIO()
    write_po(file, catalogue, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return VOLATILE.sub(b"", file.getvalue())


def problems() -> list[str]:
    """Everything wrong with the catalogues, a line each."""
    current = names(collect())
    found = (
        [] if names(read(TEMPLATE)) == current else ["amdesk.pot is not current: run packaging/catalogs.py"]
    )
    for code in LANGUAGES:
        catalogue = read(catalogue_of(code))
        if code in PLURALS and f"Plural-Forms: {PLURALS[code]}" not in flat(catalogue_of(code)):
            found.append(f"{code}: wrong plural forms")
        if names(catalogue) != current:
            found.append(f"{code}: not the texts of the program: run packaging/catalogs.py")
        found += [f"{code}: {line}" for message in catalogue if message.id for line in wrong(message, code)]
    return found


def wrong(message: Message, code: str) -> Iterator[str]:
    """What is wrong with one translation."""
    said, asked = forms(message.string), forms(message.id)
    say = partial(str.format, "{1}: {0!r}", asked[0])
    if message.fuzzy:
        yield say("fuzzy")
    if any(said) != all(said):
        yield say("some plural forms are empty")
    if not all(said):
        if message.context in NEEDED:
            yield say("not translated")
        return
    for form in said:
        if not fields(asked[0]) <= fields(form) | {"n"} or not fields(form) <= fields(asked[-1]):
            yield say("other fields")
        if code == "fa" and re.search("[يك]", form):
            yield say("Arabic letters for Persian ones")
        if form.count("\u2068") != form.count("\u2069"):
            yield say("isolates do not balance")
    if any(asked[0].endswith(mark) != said[0].endswith(mark) for mark in (":", "…")):
        yield say("ends otherwise")


def forms(words: object) -> tuple[str, ...]:
    """The forms of a text: one, or one for each plural."""
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words or ""),)


def fields(text: str) -> set[str]:
    """The names in braces of a text."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


def names(catalogue: Catalog) -> set[tuple[str, str]]:
    """What a catalogue has words for."""
    return {(message.context or "", str(message.id)) for message in catalogue if message.id}


def flat(path: Path) -> str:
    """A catalogue's file without the line breaks of long strings."""
    return path.read_text(encoding="utf-8").replace('"\n"', "")


if __name__ == "__main__":
    sys.exit(main())
