"""A summary is written by typing: every word is in the file within two seconds, and keys do all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.points import POINT_KINDS, Point
from amdesk.gui.application import Application
from amdesk.gui.editors.saving import Saver
from amdesk.gui.pages.summary import SummaryPage
from amdesk.gui.pages.today import TodayPage
from amdesk.gui.place import Place
from amdesk.gui.theme import SIZE
from amdesk.gui.widgets.mail_view import MailView
from amdesk.gui.widgets.paper_view import PaperView
from amdesk.gui.window import Window
from amdesk.i18n.bidi import LRM, RLM
from amdesk.services import drafts, interactions, summaries
from amdesk.services.desk import Desk
from tests import desks
from tests.desks import Clock, MailBox
from tests.gui.keys import ALT, CTRL, SHIFT, Key, Keyboard

TWO_SECONDS = 2000


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mail() -> MailBox:
    return MailBox()


@pytest.fixture
def desk(clock: Clock, mail: MailBox) -> Iterator[Desk]:
    made = desks.desk(clock, mail)
    made.settings.choose("my_email", "noa@bright.example")
    yield made
    made.close()


@pytest.fixture
def summary(desk: Desk) -> int:
    return desks.summary_of_call(desk)


@pytest.fixture
def keyboard(window: Window, summary: int, desk: Desk, qtbot: QtBot) -> Keyboard:
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Place("summary", summaries.get(desk, summary).interaction_id))
    return Keyboard(window)


def page(window: Window) -> SummaryPage:
    shown = window.pages.page
    assert isinstance(shown, SummaryPage)
    return shown


def kept(desk: Desk, window: Window, summary: int) -> list[tuple[str, str]]:
    """Kinds and words as the file has them, once all that is typed was saved."""
    page(window).editor.saver.flush()
    return [(point.kind, point.text) for point in summaries.points(desk, summary)]


def test_every_word_is_in_the_file_within_two_seconds(
    keyboard: Keyboard, window: Window, desk: Desk, summary: int, qtbot: QtBot
) -> None:
    keyboard.type("The budget goes up")
    assert page(window).editor.saver.remaining < TWO_SECONDS
    qtbot.waitUntil(
        lambda: [point.text for point in summaries.points(desk, summary)] == ["The budget goes up"]
    )


def test_whoever_types_without_a_pause_is_saved_as_well(qapp: QApplication, desk: Desk) -> None:
    parent = QObject()
    saver = Saver(parent, desk.work)
    saver.touch("first line", lambda: None)
    in_time = saver.findChild(QTimer)
    assert isinstance(in_time, QTimer)
    begun = in_time.timerId()
    saver.touch("first line", lambda: None)
    assert in_time.timerId() == begun, "what would begin anew with each letter would never come"


def test_enter_makes_points_and_signs_make_their_kinds(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    for sign in "!~>*?":
        keyboard.type(f"{sign} Point {sign}")
        keyboard.press(Key.Key_Return)
    expected = [(kind, f"Point {sign}") for sign, kind in zip("!~>*?", POINT_KINDS, strict=True)]
    assert kept(desk, window, summary) == expected


def test_ctrl_and_a_figure_make_the_kinds(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("Point")
    seen = []
    for key in (Key.Key_5, Key.Key_4, Key.Key_3, Key.Key_2, Key.Key_1):
        keyboard.press(key, CTRL)
        seen.append(kept(desk, window, summary)[0][0])
    assert seen == list(reversed(POINT_KINDS))
    assert window.place.page == "summary"


def test_the_kind_is_said_in_words_beside_the_line(keyboard: Keyboard, window: Window) -> None:
    keyboard.type("? Who pays")
    chip = page(window).editor.points.rows[0].chip
    assert chip.text() in chip.accessibleName()
    assert len(chip.text()) > 1


def test_alt_and_the_arrows_reorder(keyboard: Keyboard, desk: Desk, window: Window, summary: int) -> None:
    for word in ("one", "two", "three"):
        keyboard.type(word)
        keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Backspace)
    keyboard.press(Key.Key_Up, ALT)
    keyboard.press(Key.Key_Up, ALT)
    assert [text for _, text in kept(desk, window, summary)] == ["three", "one", "two"]
    keyboard.press(Key.Key_Down, ALT)
    assert [text for _, text in kept(desk, window, summary)] == ["one", "three", "two"]


def test_enter_within_a_line_splits_it_and_backspace_joins_it_again(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("Budget up, plan by Friday")
    for _ in range(len(" plan by Friday")):
        keyboard.press(Key.Key_Left)
    keyboard.press(Key.Key_Return)
    assert [text for _, text in kept(desk, window, summary)] == ["Budget up,", "plan by Friday"]
    keyboard.press(Key.Key_Backspace)
    assert [text for _, text in kept(desk, window, summary)] == ["Budget up, plan by Friday"]


def test_pasted_lines_become_points(keyboard: Keyboard, desk: Desk, window: Window, summary: int) -> None:
    data = QMimeData()
    data.setText("one\n\n  two  \nthree")
    page(window).editor.points.rows[0].line.insertFromMimeData(data)
    assert [text for _, text in kept(desk, window, summary)] == ["one", "two", "three"]


def test_a_date_in_a_line_is_offered_and_one_key_takes_it(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, spoken: str
) -> None:
    keyboard.type({"en": "> Send the plan by Friday", "fa": "> ارسال برنامه تا جمعه"}[spoken])
    page(window).editor.saver.flush()
    row = page(window).editor.points.rows[0]
    assert row.offer.isVisible()
    keyboard.press(Key.Key_D, CTRL)
    assert not row.offer.isVisible()
    kept(desk, window, summary)
    assert summaries.points(desk, summary)[0].due_on == date(2026, 12, 18)


def test_tab_goes_through_the_fields_of_an_action(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("> Send the plan")
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Tab)
    keyboard.type("Maya")
    keyboard.press(Key.Key_Tab)
    keyboard.type("2026-12-21")
    kept(desk, window, summary)
    point = summaries.points(desk, summary)[0]
    assert (point.side, point.owner, point.due_on) == ("client", "Maya", date(2026, 12, 21))


def test_a_change_says_from_what_to_what_and_from_when(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("~ Monthly fee")
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Tab)
    keyboard.type("€2,000")
    keyboard.press(Key.Key_Tab)
    keyboard.type("€2,400")
    keyboard.press(Key.Key_Tab)
    keyboard.type("2027-01-01")
    kept(desk, window, summary)
    point = summaries.points(desk, summary)[0]
    assert (point.from_value, point.to_value, point.effective_on) == ("€2,000", "€2,400", date(2027, 1, 1))


def test_the_mail_follows_what_is_typed(keyboard: Keyboard, window: Window, qtbot: QtBot) -> None:
    keyboard.type("The budget goes up")
    qtbot.waitUntil(lambda: "The budget goes up" in page(window).mail.body.toPlainText())


def test_the_mail_speaks_the_clients_language_whatever_ours(window: Window, desk: Desk, qtbot: QtBot) -> None:
    hebrew = desks.summary_of_call(desk, name="אורן שיווק", language="he")
    summaries.write(desk, hebrew, [Point("decision", "התקציב עולה")])
    window.go(Place("summary", summaries.get(desk, hebrew).interaction_id))
    body = page(window).mail.body
    assert "שלום" in body.toPlainText()
    block = body.document().findBlock(body.toPlainText().index("התקציב"))
    assert block.textDirection() == Qt.LayoutDirection.RightToLeft


def test_nothing_is_fetched_for_the_mail(keyboard: Keyboard, window: Window, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not a picture")
    body = page(window).mail.body
    shown = body.loadResource(int(QTextDocument.ResourceType.ImageResource), QUrl.fromLocalFile(str(secret)))
    assert getattr(shown, "width", lambda: 0)() == 1


def test_hebrew_points_stand_at_the_right_whatever_the_window_speaks(
    keyboard: Keyboard, window: Window
) -> None:
    keyboard.type("! התקציב עולה")
    line = page(window).editor.points.rows[0].line
    assert line.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft


def test_ctrl_z_takes_typing_back_by_the_point_and_keeps_the_keys(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("one")
    keyboard.press(Key.Key_Return)
    keyboard.type("two")
    keyboard.press(Key.Key_Z, CTRL)
    assert kept(desk, window, summary) == [("decision", "one")]
    assert page(window).editor.points.has_keys
    keyboard.press(Key.Key_Z, CTRL | SHIFT)
    assert [text for _, text in kept(desk, window, summary)] == ["one", "two"]


def test_undo_from_the_menu_takes_back_what_was_typed_a_moment_ago(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("a slip")
    window.undo()
    assert kept(desk, window, summary) == []


def test_the_private_note_is_kept_and_reaches_no_mail(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    page(window).editor.note.field.setFocus()
    keyboard.type("She sounded tired")
    page(window).editor.saver.flush()
    call = interactions.get(desk, summaries.get(desk, summary).interaction_id)
    mail = drafts.compose(desk, summary)
    assert call.private_note == "She sounded tired"
    assert "tired" not in mail.plain + mail.html + page(window).mail.body.toPlainText()


def test_private_words_in_the_mail_stop_it(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox
) -> None:
    keyboard.type("They may leave us")
    interactions.set_private_note(desk, summaries.get(desk, summary).interaction_id, "They may leave us")
    keyboard.press(Key.Key_Return, CTRL)
    assert window.findChild(QPushButton, "guards-back") is not None
    assert window.findChild(QPushButton, "guards-anyway") is None
    assert mail.drafts == []


def test_what_is_only_doubtful_can_be_sent_anyway(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox
) -> None:
    keyboard.type("* They plan a campaign")
    keyboard.press(Key.Key_Return, CTRL)
    assert mail.drafts == []
    keyboard.press(Key.Key_Return)
    assert [name for name, _ in mail.drafts] == ["NT-2026-001-v1"]
    assert summaries.get(desk, summary).state == "handed_over"


def test_handing_over_is_not_sending_and_is_asked_once(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    assert summaries.get(desk, summary).state == "handed_over"
    keyboard.press(Key.Key_Escape)
    assert window.findChild(QPushButton, "sent-yes") is None or not _shown(window, "sent-yes")
    assert summaries.get(desk, summary).state == "handed_over"


def test_typing_on_after_handing_over_makes_it_a_draft_again(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Escape)
    keyboard.type(" in May")
    kept(desk, window, summary)
    assert summaries.get(desk, summary).state == "draft"


def test_sent_text_can_only_be_read(keyboard: Keyboard, desk: Desk, window: Window, summary: int) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).state == "sent"
    assert not page(window).editor.points.isVisible()
    assert not page(window).editor.closing.isVisible()
    assert page(window).mail.body.isReadOnly()


def test_enter_on_cancel_confirms_nothing(keyboard: Keyboard, desk: Desk, summary: int) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press_until(Key.Key_Tab, lambda: keyboard.at.objectName() == "confirm-cancel")
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).state == "sent"


def test_in_a_small_window_the_mail_gives_its_room_to_the_question_who_confirmed_it(
    keyboard: Keyboard, window: Window
) -> None:
    window.resize(*SIZE.least_window)
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    assert page(window).mail.isVisible()
    keyboard.press(Key.Key_Return, CTRL)
    assert keyboard.at.objectName() == "confirm-who"
    assert not page(window).mail.isVisible()
    keyboard.press(Key.Key_Escape)
    assert page(window).mail.isVisible()


def test_confirming_needs_a_name(keyboard: Keyboard, desk: Desk, window: Window, summary: int) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_A, CTRL)
    keyboard.press(Key.Key_Backspace)
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).state == "sent"
    keyboard.type("Maya Stern")
    keyboard.press(Key.Key_Return)
    found = summaries.get(desk, summary)
    assert (found.state, found.confirmed_by, found.confirmed_how) == ("confirmed", "Maya Stern", "reply")


def test_a_correction_is_a_second_version_with_its_difference(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    page(window).do("correct")
    keyboard.type(" in May")
    newer = summaries.versions(desk, summaries.get(desk, summary).interaction_id)[-1].id
    assert [text for _, text in kept(desk, window, newer)] == ["The budget goes up in May"]
    assert [one.kind for one in summaries.difference(desk, newer)] == ["edited"]
    assert page(window).head.versions is not None
    page(window).head.version_picked.emit(summary)
    assert not page(window).editor.points.isVisible()
    assert "in May" not in page(window).mail.body.toPlainText()


def test_a_reminder_is_looked_at_handed_over_and_then_said_to_be_sent(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    page(window).do("chase")
    shown = page(window).mail
    assert shown.subject.text().strip("\u200e").startswith("Re: ")
    assert "The budget goes up" in shown.body.toPlainText()
    keyboard.press(Key.Key_Return)
    assert [name for name, _ in mail.drafts] == ["NT-2026-001-v1", "NT-2026-001-v1-chase1"]
    assert summaries.get(desk, summary).chases == 0
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).chases == 1
    assert not shown.subject.text().strip("\u200e").startswith("Re: ")
    desk.undo()
    assert summaries.get(desk, summary).chases == 0


def test_who_was_reminded_by_phone_gets_no_mail(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox
) -> None:
    keyboard.type("The budget goes up")
    page(window).do("sent")
    page(window).do("chase")
    told = window.findChild(QPushButton, "chase-said")
    assert isinstance(told, QPushButton)
    told.click()
    assert (summaries.get(desk, summary).chases, mail.drafts) == (1, [])
    assert not _shown(window, "chase-said")


@pytest.mark.parametrize(("code", "way"), [("fa", RLM), ("he", RLM), ("el", LRM)])
def test_a_subject_reads_as_its_mail_does_whatever_it_begins_with(qtbot: QtBot, code: str, way: str) -> None:
    shown = MailView()
    qtbot.addWidget(shown)
    shown.show_draft(drafts.Draft(code, (), "Re: [NT-2026-001]", "", "", "", ""))
    assert shown.subject.text() == way + "Re: [NT-2026-001]"


def test_a_reminder_that_is_let_be_leaves_all_as_it_was(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    page(window).do("sent")
    before = page(window).mail.subject.text()
    page(window).do("chase")
    keyboard.press(Key.Key_Escape)
    assert summaries.get(desk, summary).chases == 0
    assert page(window).mail.subject.text() == before


def test_a_way_that_does_not_work_is_said_and_another_can_be_chosen(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox
) -> None:
    keyboard.type("The budget goes up")
    page(window).do("sent")
    page(window).do("chase")
    mail.works = False
    keyboard.press(Key.Key_Return)
    wrong = window.findChild(QLabel, "chase-wrong")
    assert isinstance(wrong, QLabel)
    assert wrong.isVisible()
    copy = window.findChild(QPushButton, "chase-clipboard")
    assert isinstance(copy, QPushButton)
    copy.click()
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).chases == 1


def test_today_leads_to_the_reminder_as_long_as_it_is_due(
    window: Window, desk: Desk, summary: int, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    summaries.write(desk, summary, [Point("decision", "The budget goes up")])
    summaries.mark_sent(desk, summary)
    clock.move(days=2)
    window.go(Place("settings"))
    window.go(Place("today"))
    today = window.pages.page
    assert isinstance(today, TodayPage)
    due = next(line for line in today.lines if line.row.action == "chase")
    QTest.keyClick(due, Key.Key_Space)
    assert page(window).mail.subject.text().strip("\u200e").startswith("Re: ")
    qtbot.waitUntil(lambda: _shown(window, "chase-eml"))
    summaries.chase(desk, summary)
    window.back()
    window.forward()
    assert not _shown(window, "chase-eml")


def test_not_needed_wants_a_reason(keyboard: Keyboard, desk: Desk, window: Window, summary: int) -> None:
    page(window).do("not_needed")
    keyboard.type("Only a greeting")
    keyboard.press(Key.Key_Return)
    assert summaries.get(desk, summary).reason == "Only a greeting"


def test_the_clipboard_gets_the_mail_as_rich_and_as_plain_text(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    desk.settings.choose("hand_over", ("clipboard",))
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert "The budget goes up" in data.html()
    assert "The budget goes up" in data.text()
    assert summaries.get(desk, summary).handed_over_by == "clipboard"


def test_deleting_the_closing_words_is_asked_once(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("The budget goes up")
    page(window).editor.saver.flush()
    closing = page(window).editor.closing
    closing.field.setFocus()
    keyboard.press(Key.Key_A, CTRL)
    keyboard.press(Key.Key_Backspace)
    page(window).editor.note.field.setFocus()
    assert closing.ask.isVisible()
    assert summaries.get(desk, summary).closing is None
    window.findChild(QPushButton, "closing-out").click()  # type: ignore[union-attr]
    page(window).editor.saver.flush()
    assert summaries.get(desk, summary).closing == ""
    closing.field.setFocus()
    page(window).editor.note.field.setFocus()
    assert not closing.ask.isVisible()


def test_the_sent_mail_dropped_in_is_proof(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, mail: MailBox, tmp_path: Path
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    file = tmp_path / "sent.eml"
    file.write_bytes(mail.drafts[0][1])
    drop(window, file)
    assert summaries.get(desk, summary).state == "sent"
    assert not _shown(window, "sent-yes"), "nobody asks for what has been proved"


def test_an_answer_dropped_in_offers_who_confirmed(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int, tmp_path: Path
) -> None:
    keyboard.type("The budget goes up")
    keyboard.press(Key.Key_Return, CTRL)
    keyboard.press(Key.Key_Return)
    answer = (
        "From: Maya Stern <maya@northwind.example>\r\nTo: noa@bright.example\r\nSubject: Re: summary\r\n"
        f"In-Reply-To: {summaries.get(desk, summary).message_id}\r\nMessage-ID: <1@northwind.example>\r\n"
        "Date: Tue, 15 Dec 2026 09:00:00 +0000\r\n\r\nAgreed.\r\n"
    )
    file = tmp_path / "answer.eml"
    file.write_text(answer, encoding="ascii", newline="")
    drop(window, file)
    keyboard.press(Key.Key_Return)
    found = summaries.get(desk, summary)
    assert (found.state, found.confirmed_how) == ("confirmed", "reply")
    assert "Maya" in (found.confirmed_by or "")
    assert found.confirmed_at is not None
    assert found.confirmed_at.date() == date(2026, 12, 15)


def test_after_a_crash_the_editor_opens_where_it_was(
    keyboard: Keyboard, desk: Desk, window: Window, qapp: QApplication, qtbot: QtBot, spoken: str
) -> None:
    keyboard.type("one")
    keyboard.press(Key.Key_Return)
    keyboard.type("two words")
    keyboard.press(Key.Key_Left)
    qtbot.waitUntil(lambda: not page(window).editor.saver.is_waiting)
    # the program ends here without a goodbye: another one is started on the same file
    again = Application(qapp, desk, spoken=spoken)
    with qtbot.waitSignal(again.window.settled):
        again.window.show()
    assert again.window.place == window.place
    assert page(again.window).editor.points.where()[0] == 1
    assert [point.text for point in page(again.window).editor.points.points()] == ["one", "two words"]
    again.close()


def test_a_call_without_a_summary_gets_one_with_its_first_letter(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    client, maya = desks.client_with_contact(desk)
    call = interactions.log(desk, client_id=client, contact_ids=[maya])
    window.go(Place("summary", call))
    assert summaries.versions(desk, call) == ()
    Keyboard(window).type("The budget")
    page(window).editor.saver.flush()
    [made] = summaries.versions(desk, call)
    assert [point.text for point in summaries.points(desk, made.id)] == ["The budget"]


def test_a_step_elsewhere_does_not_disturb_what_is_being_typed(
    keyboard: Keyboard, desk: Desk, window: Window, summary: int
) -> None:
    keyboard.type("half a w")
    points = summaries.points(desk, summary)
    summaries.write(desk, summary, [replace(point, text="other") for point in points])
    keyboard.type("ord")
    assert kept(desk, window, summary) == [("decision", "half a word")]


def drop(window: Window, file: Path) -> None:
    """Drop a file on the summary's page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page(window), QDragEnterEvent(QPoint(10, 10), copy, data, button, none))
    QApplication.sendEvent(page(window), QDropEvent(QPointF(10, 10), copy, data, button, none))


def _shown(window: Window, name: str) -> bool:
    found = window.findChild(QPushButton, name)
    return found is not None and found.isVisible()


def test_a_letter_never_slides_sideways_by_a_pixel_or_two(qtbot: QtBot) -> None:
    body = PaperView(name="mail-body", accessible="Mail")
    qtbot.addWidget(body)
    body.setHtml("<table width='300'><tr><td>Who</td><td>What</td></tr></table>")
    body.show()
    slides = set()
    for width in range(300, 400):
        body.resize(width, 200)
        slides.add(body.horizontalScrollBar().maximum())
    assert {0, 3, 4} <= slides  # what truly has no room can still be reached
    assert not {1, 2} & slides
