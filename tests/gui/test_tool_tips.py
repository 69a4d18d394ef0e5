"""The person's words read in a tool tip as they do anywhere else, whatever the window's direction."""

from __future__ import annotations

import pytest

from amdesk.gui.widgets.labels import OneLine, tool_tip
from amdesk.i18n.bidi import FSI, LRM, PDI, RLM
from amdesk.i18n.languages import language

WORDS = "Agree on the plan (A)."


def test_a_tool_tip_keeps_the_persons_words_whole(tongue: str) -> None:
    assert tool_tip(WORDS) == f"{FSI}{WORDS}{PDI}"
    assert tool_tip("") == ""


def test_a_sentence_of_ours_reads_in_the_windows_direction(tongue: str) -> None:
    sentence = f"{FSI}Acme{PDI} – 3"
    assert tool_tip(sentence) == (RLM if language(tongue).rtl else LRM) + sentence


@pytest.mark.usefixtures("tongue")
def test_a_line_that_is_cut_tells_the_whole_of_it() -> None:
    line = OneLine("body", name="line")
    line.resize(20, 20)
    line.say(WORDS)
    assert line.toolTip() == f"{FSI}{WORDS}{PDI}"
