"""Promises of both sides and open questions, as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amdesk.documents.goal_parts import who
from amdesk.documents.leaf import Block, Column, Said, Section, Table, cell, ours, own
from amdesk.documents.voice import Voice
from amdesk.i18n.format import age_text


@dataclass(frozen=True, slots=True)
class Promise:
    """What a side owes: ``side`` is "us", "client" or "third"; ``reference`` is the call it was agreed in."""

    uuid: str
    text: str
    side: str
    owner: str
    due_on: date | None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, and the day it was asked."""

    text: str
    asked_on: date
    reference: str = ""


def section(found: Sequence[Promise], voice: Voice) -> Section:
    """What is promised, ours first; a sentence where nothing is."""
    pgettext = voice.words.pgettext
    blocks: list[Block] = [_table(found, voice)] if found else []
    if not found:
        blocks.append(Said((ours(pgettext("sheet", "No promise is open.")),)))
    return Section(ours(pgettext("sheet", "Promised")), tuple(blocks))


def _table(found: Sequence[Promise], voice: Voice) -> Table:
    pgettext = voice.words.pgettext
    columns = (
        Column(pgettext("sheet", "Who"), 18),
        Column(pgettext("sheet", "What"), 44),
        Column(pgettext("sheet", "By when"), 20),
        Column(pgettext("sheet", "Agreed in"), 18),
    )
    ordered = sorted(found, key=lambda one: (one.side != "us", one.due_on is None, one.due_on or date.max))
    rows = tuple(
        (
            who(one.side, one.owner, voice),
            cell(own(one.text, voice)),
            cell(ours(voice.date(one.due_on) if one.due_on else pgettext("mail", "to be agreed"))),
            cell(own(one.reference, voice, "muted")),
        )
        for one in ordered
    )
    return Table(pgettext("sheet", "Promised"), columns, rows)


def questions(found: Sequence[OpenQuestion], voice: Voice, *, today: date) -> Section:
    """The questions that wait for an answer, with how long they have waited."""
    pgettext = voice.words.pgettext
    columns = (
        Column(pgettext("sheet", "Question"), 56),
        Column(pgettext("sheet", "Asked"), 26),
        Column(pgettext("sheet", "Call"), 18),
    )
    rows = tuple(
        (
            cell(own(one.text, voice)),
            cell(
                ours(voice.date(one.asked_on)),
                ours(age_text((today - one.asked_on).days, voice.language.code), "muted"),
            ),
            cell(own(one.reference, voice, "muted")),
        )
        for one in found
    )
    title = pgettext("sheet", "Open questions")
    blocks: tuple[Block, ...] = (Table(title, columns, rows),) if rows else (
        Said((ours(pgettext("sheet", "No question is open.")),)),
    )  # fmt: skip
    return Section(ours(title), blocks)
