"""How well a few typed letters fit a name: folded, by beginnings and initials, forgiving slips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from amdesk.domain.text import fold

Thing = TypeVar("Thing")
_LEAST_SIMILAR = 0.7  # one slip in four letters, two in seven
_SLIPS_FROM = 4  # letters; with fewer, everything is one slip away from everything


def ranked(
    text: str, things: Iterable[Thing], *, names: Callable[[Thing], Sequence[str]], least: float = 0
) -> list[Thing]:
    """The things that fit what was typed, the best first; a thing fits as well as the best of its names.

    Those that fit equally well stay in the order they came in.
    """
    wanted = fold(text)
    scored = [(max((_score(wanted, fold(name)) for name in names(one)), default=0), one) for one in things]
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score > least]


def fits(text: str, name: str) -> float:
    """From 0, not at all, to 100, the very same."""
    return _score(fold(text), fold(name))


def _score(wanted: str, name: str) -> float:
    """Both are folded."""
    if not wanted or not name:
        return 0
    for score, fit in _RULES:
        if fit(wanted, name):
            return score
    return _SLIPPED * _least_like(wanted.split(), name.split())


def _begins_words(wanted: str, name: str) -> bool:
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in wanted.split())


def _is_initials(wanted: str, name: str) -> bool:
    return len(wanted) > 1 and "".join(word[0] for word in name.split()).startswith(wanted)


def _is_within(wanted: str, name: str) -> bool:
    return len(wanted) > 1 and wanted.replace(" ", "") in name.replace(" ", "")


_RULES: tuple[tuple[float, Callable[[str, str], bool]], ...] = (
    (100, lambda wanted, name: name == wanted),
    (96, lambda wanted, name: name.startswith(wanted)),
    (90, _begins_words),
    (84, _is_initials),
    (78, _is_within),
)
_SLIPPED = 70  # times the likeness


def _least_like(parts: Sequence[str], words: Sequence[str]) -> float:
    """How alike the typed word that fits worst is to the word, or its beginning, that fits it best."""
    from rapidfuzz.distance import OSA

    worst = 1.0
    for part in parts:
        cutoff = _LEAST_SIMILAR if len(part) >= _SLIPS_FROM else 1.0
        best = 0.0
        for word in words:
            for against in {word, word[: len(part)]}:
                best = max(best, OSA.normalized_similarity(part, against, score_cutoff=cutoff))
        worst = min(worst, best)
        if not worst:
            break
    return worst
