"""A client's badges: stage, tier, VIP; a click changes them where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from amdesk.domain.client import STAGE_NAMES, Client
from amdesk.gui import words
from amdesk.gui.client_acts import tiers
from amdesk.gui.list_memory import below
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.badge_button import BadgeButton
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.catalog import _
from amdesk.services import clients
from amdesk.services.desk import Desk


def client_badges(desk: Desk, client: Client) -> QWidget:
    """The badges in one line; each opens the menu of what it can be."""

    def stages(of: QPushButton) -> None:
        below(of, stage_menu(desk, client, of))

    def marks(of: QPushButton) -> None:
        below(of, tier_menu(desk, client, of))

    stage = Badge(_(STAGE_NAMES[client.stage]), words.STAGE_TONE.get(client.stage, "quiet"))
    tier = _("Tier {tier}").format(tier=client.tier) if client.tier else _("No tier")
    made = [
        BadgeButton(stage, stages, name="client-stage", tip=_("Change the stage")),
        BadgeButton(Badge(tier), marks, name="client-tier", tip=_("Change tier and VIP")),
    ]
    if client.vip:
        vip = Badge(_("VIP"), "warn", "vip")
        made.append(BadgeButton(vip, marks, name="client-vip", tip=_("Change tier and VIP")))
    return Flow(made, name="client-badges")


def stage_menu(desk: Desk, client: Client, parent: QWidget) -> Menu:
    """The stages to choose from."""
    made = Menu(parent, name="stage-menu", title=_("Stage"))
    stages: list[tuple[object, str]] = [(one, _(said)) for one, said in STAGE_NAMES.items()]
    made.one_of(stages, client.stage, lambda one: clients.change(desk, client.id, stage=one), name="stage")
    return made


def tier_menu(desk: Desk, client: Client, parent: QWidget) -> Menu:
    """The tiers to choose from, and whether the client is a VIP."""
    made = Menu(parent, name="tier-menu", title=_("Tier"))
    made.one_of(tiers(), client.tier, lambda one: clients.change(desk, client.id, tier=one), name="tier")
    made.addSeparator()
    made.tick(_("VIP"), lambda on: clients.change(desk, client.id, vip=on), name="tier-vip", on=client.vip)
    return made
