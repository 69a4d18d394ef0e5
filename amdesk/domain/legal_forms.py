"""What a company is called beside its legal form: Ltd, GmbH, בע״מ, ООО, ΑΕ, شرکت … folded away."""

from __future__ import annotations

from functools import lru_cache

from amdesk.domain.text import fold

# What kind of company it is → how that is written; “” is said of any company. What stands behind a name.
_BEHIND = {
    "limited": "ltd, limited, pty ltd, pte ltd, pvt ltd, private limited, בע״מ, חברה בע״מ",
    "inc": "inc, incorporated, corp, corporation",
    "llc": "llc, l.l.c.",
    "plc": "plc, p.l.c.",
    "llp": "llp, lp, pllc",
    "gmbh": "gmbh, ggmbh, mbh, gesellschaft mbh, gesellschaft mit beschränkter haftung",
    "kg": "kg, gmbh & co. kg, gmbh & co kg, ohg, gbr",
    "ug": "ug, ug (haftungsbeschränkt)",
    "ag": "ag, aktiengesellschaft",
    "sa": "sa, s.a., spa, s.p.a., sas, s.a.s.",
    "sarl": "sarl, s.a.r.l., srl, s.r.l., sl, s.l., bv, b.v., eood, doo",
    "nv": "nv, n.v., oy, oyj, ab, as, aps",
    "charity": "ע״ר, חל״צ, (ע״ר), (חל״צ)",
    "private": "سهامی خاص, (سهامی خاص)",
    "public": "سهامی عام, (سهامی عام)",
    "responsible": "با مسئولیت محدود, (با مسئولیت محدود), مسئولیت محدود",
    "αε": "αε, α.ε., αεβε, α.ε.β.ε., αβεε, α.β.ε.ε., ανώνυμη εταιρεία, ανώνυμη εταιρία",
    "επε": "επε, ε.π.ε., μονοπρόσωπη επε, μονοπρόσωπη ε.π.ε., εταιρεία περιορισμένης ευθύνης",
    "οε": "οε, ο.ε., ομόρρυθμη εταιρεία",
    "εε": "εε, ε.ε., ετερόρρυθμη εταιρεία",
    "ικε": "ικε, ι.κ.ε., μονοπρόσωπη ικε, μονοπρόσωπη ι.κ.ε., μ.ικε",
    "": "co, company, co., חברה, εταιρεία, εταιρία, компания, the",
}
# What stands before a name; in Russian just as well behind it.
_AROUND = {
    "ооо": "ооо, о.о.о., общество с ограниченной ответственностью, ooo",
    "ао": (
        "ао, оао, зао, пао, нпао, акционерное общество, публичное акционерное общество, "
        "открытое акционерное общество, закрытое акционерное общество, zao, oao, pao"
    ),
    "ип": "ип, индивидуальный предприниматель",
    "чп": "чп, чуп, тоо",
    "ано": "ано, нко, гуп, муп, фгуп",
}
_BEFORE = {
    "": "the, חברת, شرکت, موسسه, компания, фирма, εταιρεία, εταιρία",
    "αε": "ανώνυμη εταιρεία, ανώνυμη εταιρία",
    "private": "شرکت سهامی خاص",
    "public": "شرکت سهامی عام",
}
_JOINING = frozenset("and und et и και و".split())
_TITLES = frozenset(
    fold(one)
    for one in "mr mrs ms dr prof ד״ר פרופ׳ עו״ד מר גב׳ دکتر مهندس آقای خانم г-н г-жа κ. κα κος".split()
)
_LONGEST = 4


def _table(*parts: dict[str, str]) -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(form).split()): kind
        for part in parts
        for kind, forms in part.items()
        for form in forms.split(", ")
    }


_AT_END, _AT_START = _table(_BEHIND, _AROUND), _table(_BEFORE, _AROUND)


@lru_cache(maxsize=1 << 12)
def company(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The folded words of a company's name without its legal form, and of which kind that form is."""
    words, kinds = fold(name).split(), set()
    while True:
        kind, first, last = _outermost(words)
        if kind is None:
            break
        words = words[first:last]
        kinds.add(kind)
    return tuple(word for word in words if word not in _JOINING) or tuple(words), frozenset(kinds - {""})


def _outermost(words: list[str]) -> tuple[str | None, int, int]:
    """The kind of the form that a name ends or begins with, and what of it stays; something always does."""
    size = len(words)
    for length in range(min(_LONGEST, size - 1), 0, -1):
        if (kind := _AT_END.get(tuple(words[-length:]))) is not None:
            return kind, 0, size - length
        if (kind := _AT_START.get(tuple(words[:length]))) is not None:
            return kind, length, size
    return None, 0, size


@lru_cache(maxsize=1 << 12)
def person(name: str) -> tuple[str, ...]:
    """The folded words of somebody's name, without a title before it."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return tuple(words)
