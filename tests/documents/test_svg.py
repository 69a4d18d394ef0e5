"""A picture as SVG: well-formed, in the reader's direction, without anything that runs or reaches out."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal

import pytest

from amdesk.documents.svg import svg
from amdesk.domain.goal import Goal, Measurement, Milestone
from amdesk.domain.goal_picture import course, timeline
from amdesk.i18n.languages import LANGUAGES
from amdesk.i18n.reader import reader

TODAY = date(2026, 3, 10)
HOSTILE = '<script>alert("1")</script>&\x07\u2028'
SVG = "{http://www.w3.org/2000/svg}"


def drawn(code: str, *, title: str = "", note: str = "") -> str:
    goal = Goal(1, "", 1, HOSTILE, "Leads", "%", "up", Decimal(20), Decimal(80), date(2026, 1, 5),
                date(2026, 6, 30))  # fmt: skip
    values = (Measurement(1, "", 1, date(2026, 2, 2), Decimal(30), note),)
    stones = (Milestone(1, "", 1, HOSTILE, date(2026, 4, 1), Decimal(50)),)
    picture = timeline(course(goal, values, stones, today=TODAY, title=title), reader(code), today=TODAY,
                       size=(640, 300))  # fmt: skip
    return svg(picture, reader(code), code=code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_well_formed_and_says_its_language_and_direction(code: str) -> None:
    root = ET.fromstring(drawn(code, title="Leads"))
    assert root.get("lang") == code
    directions = {text.get("direction") for text in root.iter(f"{SVG}text")}
    assert directions == {"rtl" if LANGUAGES[code].rtl else "ltr"}


def test_what_people_typed_stays_text() -> None:
    made = drawn("en", title=HOSTILE, note=HOSTILE)
    root = ET.fromstring(made)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg", "title", "rect", "polyline", "polygon", "circle", "text",
    }  # fmt: skip
    assert "<script" not in made
    assert "href" not in made
    assert "url(" not in made


def test_a_browser_tells_what_a_mark_is() -> None:
    root = ET.fromstring(drawn("en"))
    told = [one.text or "" for one in root.iter(f"{SVG}title")]
    assert "2 Feb 2026: 30% measured, 29.5% expected" in told
