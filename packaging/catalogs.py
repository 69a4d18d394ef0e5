"""The catalogues of words: collect every text, bring each language up to date, check them all.

``python packaging/catalogs.py`` does all three; ``--check`` only looks, and is what a test does. Ends with
1 when a check finds something. Qt's own texts, under the names of Qt's classes, are kept by hand: a catalogue
has those that Qt's own file for the language lacks or says badly.
"""

from __future__ import annotations

import ast
import re
import string
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "amdesk.pot"
QT = [("qtbase", 0)]  # where Qt's own texts stand, as far as a catalogue of ours is concerned
LANGUAGES = ("he", "fa", "ru", "el")

# CLDR's rules, where Babel writes others: Hebrew has a dual, Persian counts nought as one.
PLURALS = {
    "he": "nplurals=3; plural=(n==1) ? 0 : (n==2) ? 1 : 2;",
    "fa": "nplurals=2; plural=(n > 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) "
        "? 1 : 2);"
    ),
    "el": "nplurals=2; plural=(n != 1);",
}
FORMS = {code: int(header.removeprefix("nplurals=")[0]) for code, header in PLURALS.items()}

# How a translation ends where the English does; a question in Greek ends as a clause does elsewhere.
ENDS = (":", "…")
MNEMONIC = re.compile(r"&([^&\s;])(?!\w*;)")  # not the entity of a template
OTHER_CONTROLS = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2064\ufeff]")

# Latin letters stand in any language for names and for what has no other: file types, keys, addresses.
LATIN = re.compile("[a-z]", re.IGNORECASE)
LATIN_WORD = re.compile(r"[a-z][a-z.@-]*[a-z]|[a-z]")
MIXED = re.compile(r"[A-Za-z][^\W\d_A-Za-z]|[^\W\d_A-Za-z][A-Za-z]")
BRANDS = frozenset("amdesk vcard email emails pdf qt esc in pt mm enter pgdn rle".split())
KEPT = re.compile(
    r"amdesk|[A-Z]{2,}|vCard|Unicode \(UTF-\d+\)|(Ctrl\+)?(Enter|[A-Z])"
    r"|[^A-Za-z]*\{[^}]*\}([^A-Za-z]*| [KM]B)"
)
SCRIPTS = {"he": {"HEBREW"}, "fa": {"ARABIC"}, "ru": {"CYRILLIC"}, "el": {"GREEK"}}

# Russian words that are written with ё, as people write who leave it out.
YO = r"""
    (?: еще | н?ее | мое | свое | твое | чье | причем | вперед | днем | путем | счет | зачет | заем )\b
  | (?: трех | четырех )\b
  | (?: ид | вед | да | бер | займ | начн | верн | (?:най|при|пой|вой)д )ет\b
  | (?: при | про | на | пере | во | у | произо )шел\b
  | отчет | счетчик | расчет | учет | партнер | договоренност | надежн | объем | подъем | емкост | четк
  | зелен | звездоч | щелкн | прием(?!л)
  | (?: черн | желт | тверд | легк )(?: ый | ий | ая | ое | ые | ого | ой | ую )\b
  | (?: удал | сохран | измен | заверш | подтвержд | обновл | отмен | определ | прикрепл | реш | учт
      | утвержд | поврежд | защищ | разреш | запрещ | перемещ | размещ | объедин | раздел | сокращ
      | возвращ | соедин | (?:в|от|ис|под|за)ключ | (?:в|пере|про|при)вед )ен(?:\b|н)
"""

# What a careful reader of each language would strike out.
HABITS = {
    code: {reason: re.compile(pattern) for reason, pattern in habits.items()}
    for code, habits in {
        "he": {
            "straight quotes for geresh or gershayim": r"[א-ת]['\"]|['\"][א-ת]",
            "a hyphen for a maqaf": "[א-ת]-[א-ת]",
            "vowel points": "[\u05b0-\u05bc\u05c1\u05c2]",
        },
        "fa": {
            "Arabic letters for Persian ones": "[\u064a\u0643\u0649\u0629]",
            "Arabic digits for Persian ones": "[\u0660-\u0669]",
            "Latin punctuation": r"[\u0600-\u06ff][,;?%]",
            "straight quotes": r"[\u0600-\u06ff]['\"]|['\"][\u0600-\u06ff]",
            "a space for the non-joiner": r"(?:^|\s)ن?می |[\u0600-\u06ff] ها(?:ی|یی)?(?:[\s،.:]|$)",
        },
        "ru": {
            "е for ё": rf"(?ix)\b(?:{YO})",
            "straight quotes": r"[а-яёА-ЯЁ]['\"]|['\"][а-яёА-ЯЁ]",
            "a hyphen for a dash": r"\s-\s",
        },
        "el": {
            "? for the Greek question mark": r"[Ͱ-Ͽἀ-῿][»)]?\?",
            "a Greek question mark that is not ;": "\u037e",
            "straight quotes": r"[Ͱ-Ͽἀ-῿]\"|\"[Ͱ-Ͽἀ-῿]",
        },
    }.items()
}

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
    catalogue.mime_headers = [("Plural-Forms", PLURALS[code])]
    kept = [message for message in catalogue if of_qt(message)]
    catalogue.update(template, no_fuzzy_matching=True)
    for message in kept:
        message.locations = QT
        catalogue[message.id] = message
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
        if f"Plural-Forms: {PLURALS[code]}" not in flat(catalogue_of(code)):
            found.append(f"{code}: wrong plural forms")
        if names(catalogue) != current or catalogue.obsolete:
            found.append(f"{code}: not the texts of the program: run packaging/catalogs.py")
        found += [f"{code}: {line}" for message in catalogue if message.id for line in wrong(message, code)]
        found += [f"{code}: {line}" for line in clashes(catalogue)]
    return found


def wrong(message: Message, code: str) -> Iterator[str]:
    """What is wrong with one translation."""
    said, asked = forms(message.string), forms(message.id)
    tell = partial(str.format, "{1}: {0!r}", asked[0])
    if message.fuzzy:
        yield tell("fuzzy")
    if not all(said):
        yield tell("some plural forms are empty" if any(said) else "not translated")
        return
    yield from map(tell, wrong_forms(said, asked, code))
    for form in said:
        yield from map(tell, [*wrong_marks(form, asked[-1]), *wrong_letters(form, asked[-1], code)])
    if said == asked and not of_qt(message) and LATIN.search(bare(said[0])) and not KEPT.fullmatch(said[0]):
        yield tell("the English words again")


def wrong_forms(said: Sequence[str], asked: Sequence[str], code: str) -> Iterator[str]:
    """What is wrong with the number of forms, or with the fields in one of them."""
    if len(said) != (FORMS[code] if len(asked) > 1 else 1):
        yield "wrong number of plural forms"
        return
    which = c2py(PLURALS[code].partition("plural=")[2].rstrip(";"))
    for index, form in enumerate(said):
        # a form for one number only may say that number in words, or leave it out
        alone = len(asked) > 1 and sum(which(n) == index for n in range(200)) == 1
        optional = {"n"} if alone else set()
        if fields(form) | optional != fields(asked[-1]) | optional:
            yield "other fields"


def wrong_marks(form: str, asked: str) -> Iterator[str]:
    """What is wrong with the marks around the words: ends, breaks, mnemonics, isolates."""
    if [form.endswith(mark) for mark in ENDS] != [asked.replace("...", "…").endswith(mark) for mark in ENDS]:
        yield "ends otherwise"
    if edges(form) != edges(asked) or form.count("\n") != asked.count("\n") or "  " in form:
        yield "other spaces or lines"
    if len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(asked)):
        yield "a mnemonic too many or too few"
    if not balanced(form):
        yield "isolates do not balance"
    if OTHER_CONTROLS.search(form):
        yield "an invisible mark that may not be there"


def wrong_letters(form: str, asked: str, code: str) -> Iterator[str]:
    """What is wrong with the letters and the punctuation in a language."""
    words = bare(form)
    english = set(LATIN_WORD.findall(bare(asked).casefold())) | BRANDS
    if any(script(letter) not in {*SCRIPTS[code], "LATIN"} for letter in words if letter.isalpha()):
        yield "letters of another script"
    if any(word not in english for word in LATIN_WORD.findall(words.casefold())):
        yield "Latin words that the English has not"
    if MIXED.search(words):
        yield "two scripts in one word"
    for reason, pattern in HABITS[code].items():
        if pattern.search(words):
            yield reason


def clashes(catalogue: Catalog) -> Iterator[str]:
    """Mnemonics that fall together in a translation, of texts that keep them apart in English."""
    keys: dict[tuple[str | None, str], dict[str, str]] = {}
    for message in catalogue:
        asked, said = (MNEMONIC.search(forms(words)[0]) for words in (message.id, message.string))
        if asked and said:
            english = keys.setdefault((message.context, said[1].casefold()), {})
            english.setdefault(asked[1].casefold(), forms(message.id)[0])
    for (_, letter), texts in keys.items():
        if len(texts) > 1:
            yield f"the mnemonic {letter} twice: {sorted(texts.values())}"


def of_qt(message: Message) -> bool:
    """Whether a text is Qt's own: its context is the name of a class of Qt's."""
    return re.fullmatch(r"Q[A-Z]\w+", message.context or "") is not None


def script(letter: str) -> str:
    """The script of a letter, by its name in Unicode."""
    return unicodedata.name(letter, "").partition(" ")[0]


def bare(text: str) -> str:
    """A text without its fields, its HTML and its mnemonics."""
    return MNEMONIC.sub(r"\1", re.sub(r"\{[^}]*\}|%[0-9np]%?|<[^>]*>", "\u2060", text))


def edges(text: str) -> tuple[str, str]:
    """The spaces and line breaks that a text begins and ends with."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def balanced(text: str) -> bool:
    """Whether each isolate is closed, and none before it was opened."""
    depth = 0
    for letter in text:
        depth += {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def forms(words: object) -> tuple[str, ...]:
    """The forms of a text: one, or one for each plural."""
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words or ""),)


def fields(text: str) -> set[str]:
    """The names in braces of a text, and Qt's ``%1``."""
    try:
        ours = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        ours = {text}
    return ours | set(re.findall("%[0-9np]", text))


def names(catalogue: Catalog) -> set[tuple[str, str]]:
    """What a catalogue has words for, of the program's own."""
    return {
        (message.context or "", str(message.id)) for message in catalogue if message.id and not of_qt(message)
    }


def flat(path: Path) -> str:
    """A catalogue's file without the line breaks of long strings."""
    return path.read_text(encoding="utf-8").replace('"\n"', "")


if __name__ == "__main__":
    sys.exit(main())
