"""The table of all pages and editors: how each is built, and its place in the side bar if it has one."""

from __future__ import annotations

from collections.abc import Callable

from amdesk.domain.messages import N_
from amdesk.gui.page import Page
from amdesk.gui.page_kind import PageKind
from amdesk.gui.place import Place
from amdesk.services.desk import Desk


def _today(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.today import TodayPage

    return TodayPage(desk)


def _clients(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.clients import ClientsPage

    return ClientsPage(desk)


def _client(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.client import ClientPage

    return ClientPage(desk, place.id or 0)


def _turn_client(page: Page, place: Place) -> None:
    from amdesk.gui.pages.client import ClientPage

    assert isinstance(page, ClientPage)
    page.turn_to(place.id or 0)


def _calls(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.calls import CallsPage

    return CallsPage(desk)


def _reminders(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.reminders import RemindersPage

    return RemindersPage(desk)


def _edit_reminder(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.reminder import ReminderEditor

    return ReminderEditor(desk, place.id, client_id=place.about, about=place.ask)


def _reschedule(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.reschedule import Reschedule

    return Reschedule(desk, place.id or 0)


def _goals(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.goals import GoalsPage

    return GoalsPage(desk)


def _goals_board(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.goals_board import GoalsBoard

    return GoalsBoard(desk, place.about)


def _goal(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.goal import GoalPageView

    return GoalPageView(desk, place.id or 0)


def _edit_goal(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.goal import GoalEditor

    return GoalEditor(desk, place.id, client_id=place.about)


def _edit_part(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.milestone import MilestoneEditor
    from amdesk.gui.editors.planned_action import PlannedActionEditor

    editor = MilestoneEditor if place.page == "edit_milestone" else PlannedActionEditor
    return editor(desk, place.id, goal_id=place.within)


def _read_measurements(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.measurements import ReadMeasurements

    return ReadMeasurements(desk, place.id or 0, text=place.text)


def _tasks(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.tasks import TasksPage

    return TasksPage(desk)


def _task(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.task import TaskPage

    return TaskPage(desk, place.id or 0, ask=place.ask)


def _edit_task(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.task import TaskEditor

    return TaskEditor(desk, place.id, client_id=place.about, goal_id=place.within)


def _history(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.history import HistoryPage

    return HistoryPage(desk, place.ask, place.id or 0)


def _settings(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.settings import SettingsPage

    return SettingsPage(desk)


def _edit_client(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.client import ClientEditor

    return ClientEditor(desk, place.id, pasted=place.text)


def _edit_contact(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.contact import ContactEditor

    return ContactEditor(desk, place.id, client_id=place.about or 0)


def _log_call(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.interaction import LogCall

    return LogCall(desk, client_id=place.about, contact_id=place.id)


def _summary(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.summary import SummaryPage

    return SummaryPage(desk, place.id or 0, ask=place.ask)


def _import(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.importing import ImportPage

    return ImportPage(desk)


def _export(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.exporting import ExportPage

    return ExportPage(desk)


def _trash(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.trash import TrashPage

    return TrashPage(desk)


def _duplicates(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.duplicates import DuplicatesPage

    return DuplicatesPage(desk)


def _merge(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages import merge, merge_with

    if place.within is None:
        return merge_with.MergeWith(desk, place.ask, place.id or 0)
    return merge.MergePage(desk, place.ask, place.id or 0, place.within, back=place.text)


def _backups(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.backups import BackupsPage

    return BackupsPage(desk, ask=place.ask)


def _passphrase(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.passphrase import PassphrasePage

    return PassphrasePage(desk, ask=place.ask)


def _recovery_code(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.recovery_code import RecoveryCodePage

    return RecoveryCodePage(desk, then=place.ask)


def _outbox(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.outbox import OutboxPage

    return OutboxPage(desk)


def _mail_account(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.mail_account import MailAccountPage

    return MailAccountPage(desk)


def _welcome(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.welcome import WelcomePage

    return WelcomePage(desk)


def _keys(_desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.shortcuts import ShortcutsPage

    return ShortcutsPage()


def _report(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.report import ReportPage

    return ReportPage(desk)


def _about(_desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.about import AboutPage

    return AboutPage()


def _leaf(kind: str) -> Callable[[Desk, Place], Page]:
    def build(desk: Desk, place: Place) -> Page:
        from amdesk.gui.pages.leaf import LeafPage

        return LeafPage(desk, kind, place.about or 0)

    return build


_ALL = (
    PageKind("today", _today, N_("Today"), "today", "top"),
    PageKind("clients", _clients, N_("Clients"), "clients", "top"),
    PageKind("calls", _calls, N_("Calls"), "calls", "top"),
    PageKind("goals", _goals, N_("Goals"), "goal", "top"),
    PageKind("tasks", _tasks, N_("Tasks"), "tasks", "top"),
    PageKind("reminders", _reminders, N_("Reminders"), "reminders", "top"),
    PageKind("outbox", _outbox, N_("Outbox"), "send", "bottom"),
    PageKind("trash", _trash, N_("Trash"), "remove", "bottom"),
    PageKind("settings", _settings, N_("Settings"), "settings", "bottom"),
    PageKind("client", _client, belongs_to="clients", turn=_turn_client),
    PageKind("edit_client", _edit_client, belongs_to="clients"),
    PageKind("edit_contact", _edit_contact, belongs_to="clients"),
    PageKind("log_call", _log_call, belongs_to="calls"),
    PageKind("summary", _summary, belongs_to="calls"),
    PageKind("goals_board", _goals_board, belongs_to="goals"),
    PageKind("goal", _goal, belongs_to="goals"),
    PageKind("edit_goal", _edit_goal, belongs_to="goals"),
    PageKind("edit_milestone", _edit_part, belongs_to="goals"),
    PageKind("edit_action", _edit_part, belongs_to="goals"),
    PageKind("read_measurements", _read_measurements, belongs_to="goals"),
    PageKind("task", _task, belongs_to="tasks"),
    PageKind("edit_task", _edit_task, belongs_to="tasks"),
    PageKind("edit_reminder", _edit_reminder, belongs_to="reminders"),
    PageKind("reschedule", _reschedule, belongs_to="reminders"),
    *(PageKind(one, _leaf(one), belongs_to="clients") for one in ("prepare", "sheet", "monthly_report")),
    PageKind("history", _history),
    PageKind("duplicates", _duplicates, belongs_to="clients"),
    PageKind("merge", _merge, belongs_to="clients"),
    PageKind("merge_with", _merge, belongs_to="clients"),
    PageKind("import", _import, belongs_to="clients"),
    PageKind("export", _export, belongs_to="clients"),
    PageKind("backups", _backups, belongs_to="settings", acts=True),
    PageKind("recovery_code", _recovery_code, belongs_to="settings"),
    PageKind("passphrase", _passphrase, belongs_to="settings"),
    PageKind("mail_account", _mail_account, belongs_to="settings"),
    PageKind("welcome", _welcome),
    PageKind("keys", _keys),
    PageKind("report", _report),
    PageKind("about", _about),
)
PAGES = {kind.id: kind for kind in _ALL}
