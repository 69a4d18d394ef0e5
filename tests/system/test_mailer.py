"""Drafts for the mail program stay in their folder, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.domain.errors import AmdeskError
from amdesk.system.mailer import SystemMail


@pytest.mark.parametrize("name", ["../../out", "/etc/out", "a\\b", "a\nb", "\u202etuo"])
def test_a_name_leads_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("PATH", "")  # no mail program here
    with pytest.raises(AmdeskError, match="No mail program"):
        SystemMail(tmp_path / "desk" / "drafts").open_draft(b"X-Unsent: 1\r\n", name)
    assert [path.parent for path in tmp_path.rglob("*.eml")] == [tmp_path / "desk" / "drafts"]
