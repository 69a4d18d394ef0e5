"""Filters kept under a name, in the encrypted file (it may be a client's); what each part is called."""

from __future__ import annotations

from collections.abc import Iterator

from amdesk.domain.client import STAGE_NAMES
from amdesk.domain.client_filter import ClientFilter, from_values
from amdesk.gui import show, words
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, current, ngettext
from amdesk.i18n.language_names import language_name
from amdesk.services import unfinished
from amdesk.services.desk import Desk
from amdesk.services.unfinished import FILTERS


def saved(desk: Desk) -> dict[str, ClientFilter]:
    """Every filter by its name, in the order in which they were saved."""
    kept = unfinished.read(desk, FILTERS) or {}
    return {str(name): found for name, values in kept.items() if (found := from_values(values))}


def save(desk: Desk, name: str, wanted: ClientFilter) -> None:
    """Keep a filter under a name, in the place of one that had it."""
    _keep(desk, {**saved(desk), name.strip(): wanted})


def rename(desk: Desk, name: str, new: str) -> None:
    """Another name for a filter, in the same place."""
    _keep(desk, {new.strip() if one == name else one: found for one, found in saved(desk).items()})


def remove(desk: Desk, name: str) -> None:
    """Forget a filter."""
    _keep(desk, {one: found for one, found in saved(desk).items() if one != name})


def _keep(desk: Desk, filters: dict[str, ClientFilter]) -> None:
    unfinished.keep(desk, FILTERS, {name: found.as_values() for name, found in filters.items()})


def suggested(wanted: ClientFilter) -> str:
    """A name for a filter, made of what it says."""
    return formats.listed(parts(wanted), current())


def parts(wanted: ClientFilter) -> Iterator[str]:
    """What a filter says, part by part."""
    if wanted.vip:
        yield _("VIP")
    yield from (_("Tier {tier}").format(tier=tier) for tier in wanted.tiers)
    yield from (_(STAGE_NAMES[stage]) for stage in wanted.stages)
    yield from (language_name(code) for code in wanted.languages)
    yield from (_(words.GAP[gap]) for gap in wanted.lacks)
    if wanted.quiet_days:
        yield quiet_for(wanted.quiet_days)
    if wanted.overdue:
        yield _("Next contact overdue")
    if wanted.unplanned:
        yield _("No next contact set")


def quiet_for(days: int) -> str:
    """How long nobody was reached."""
    return ngettext("Not reached for {n} day", "Not reached for {n} days", days).format(n=show.count(days))
