"""The columns of the list of clients: what each says of a client, beside what others already say."""

from __future__ import annotations

from collections.abc import Callable

from amdesk.domain.client import STAGE_NAMES, ClientLine
from amdesk.domain.messages import N_
from amdesk.gui import show, words
from amdesk.gui.column_room import ages, days, room_for
from amdesk.gui.rows import Cell, Column
from amdesk.gui.widgets.badge import Badge
from amdesk.i18n import format as formats
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _, current
from amdesk.i18n.countries import country_name
from amdesk.i18n.language_names import language_name
from amdesk.i18n.languages import LANGUAGES
from amdesk.services.desk import Desk

Shows = Callable[[str], bool]
# Alone it is worth no sign in the list: the client's own language serves as well.
_HARDLY = frozenset({"language"})


def columns(desk: Desk, shows: Shows) -> tuple[Column[ClientLine], ...]:
    """Every column; ``shows`` tells whether another one is shown, which then need not be said twice."""

    def optional(
        id_: str, title: str, cell: Callable[[ClientLine], Cell], *, width: int, sort: str = ""
    ) -> Column[ClientLine]:
        return Column(id_, title, cell, width, sort=sort, usual=False)

    return (
        Column("name", N_("Client"), lambda line: _name(line, shows), sort="name"),
        optional("code", N_("Code"), lambda line: Cell(line.code, code=True), width=80, sort="code"),
        Column(
            "stage", N_("Stage"), lambda line: _stage(line.stage), room_for(map(_stage, STAGE_NAMES)),
            sort="stage",
        ),
        optional("tier", N_("Tier"), _tier, width=48, sort="tier"),
        optional("vip", N_("VIP"), _vip, width=84, sort="vip"),
        Column(
            "last", N_("Last contact"), lambda line: _last(desk, line), room_for(map(Cell, ages())),
            sort="last_contact_at",
        ),
        Column(
            "next", N_("Next step"), lambda line: _next(desk, line, shows), sort="next_contact_on",
        ),
        optional(
            "next_on", N_("Next contact on"), lambda line: _next_on(desk, line),
            width=room_for(Cell(day, icon="alert") for day in days()), sort="next_contact_on",
        ),
        optional("people", N_("People"), _people, width=200),
        optional("phone", N_("Phone"), lambda line: Cell(line.phone, code=True), width=136),
        optional("email", N_("E-mail"), lambda line: Cell(line.email, code=True, tip=line.email), width=200),
        optional(
            "language", N_("Language"), lambda line: _language(line.language),
            width=room_for(map(_language, LANGUAGES)), sort="language",
        ),
        optional(
            "country", N_("Country"), lambda line: Cell(country_name(line.country)), width=128, sort="country"
        ),
        optional("lacks", N_("What is missing"), _lacking, width=200, sort="lacks"),
        optional(
            "added", N_("In the file since"), lambda line: _added(desk, line),
            width=room_for(map(Cell, days())), sort="created_at",
        ),
    )  # fmt: skip


def _country(line: ClientLine) -> Cell:
    return Cell(country_name(line.country))


def _language(code: str) -> Cell:
    return Cell(language_name(code))


def _name(line: ClientLine, shows: Shows) -> Cell:
    """The name with its badges; code and people beneath, unless they have columns of their own."""
    badges = []
    if line.tier and not shows("tier"):
        badges.append(Badge(line.tier))
    if line.vip and not shows("vip"):
        badges.append(Badge(_("VIP"), "warn", "vip"))
    lacking = "" if shows("lacks") else missing(line)
    if lacking and not _HARDLY.issuperset(line.gaps):
        badges.append(Badge("", "quiet", "lacking"))
    code, people = "" if shows("code") else line.code, "" if shows("people") else line.people
    told = show.joined(isolate(code), show.apart(people))  # as one reads, whatever the code begins with
    return Cell(line.name, told, tuple(badges), tip=lacking)


def _people(line: ClientLine) -> Cell:
    names = show.apart(line.people)
    return Cell(names, tip=names)


def missing(line: ClientLine) -> str:
    """What is not known of a client's people, in words."""
    return formats.listed((_(words.GAP[gap]) for gap in line.gaps), current())


def _stage(stage: str) -> Cell:
    return Cell("", badges=(Badge(_(STAGE_NAMES[stage]), words.STAGE_TONE.get(stage, "quiet")),))


def _tier(line: ClientLine) -> Cell:
    return Cell("", badges=(Badge(line.tier),) if line.tier else ())


def _vip(line: ClientLine) -> Cell:
    return Cell("", badges=(Badge(_("VIP"), "warn", "vip"),) if line.vip else ())


def _last(desk: Desk, line: ClientLine) -> Cell:
    """How long ago, and in its tip when it was, and since when it is the client's turn again."""
    told = show.moment(desk, line.last_contact_at)
    return Cell(show.ago(desk, line.last_contact_at), tip=show.joined(told, show.turn(desk, line)))


def _next(desk: Desk, line: ClientLine, shows: Shows) -> Cell:
    due = line.next_contact_on
    late = due is not None and due < desk.today()
    late = late and not shows("next_on")
    when = "" if shows("next_on") else show.overdue(due) if due is not None and late else show.day(due)
    tone = "danger" if late else ""
    if not line.next_step:
        return Cell(when, tone=tone)
    return Cell(line.next_step, when, detail_tone=tone, tip=line.next_step)


def _next_on(desk: Desk, line: ClientLine) -> Cell:
    due = line.next_contact_on
    if due is None or due >= desk.today():
        return Cell(show.day(due))
    return Cell(show.day(due), icon="alert", tone="danger", tip=show.overdue(due))


def _lacking(line: ClientLine) -> Cell:
    told = missing(line)
    return Cell(told, tip=told)


def _added(desk: Desk, line: ClientLine) -> Cell:
    return Cell(show.moment_day(desk, line.created_at))
