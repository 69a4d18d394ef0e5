"""Settings that somebody has written in: what is none of a setting's values leaves its default."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from amdesk.system.settings import SETTINGS, Settings


@pytest.mark.parametrize(
    "written",
    [
        {"language": 5}, {"language": "tlh"}, {"calendar": "mayan"}, {"hand_over": 5}, {"hand_over": ["fax"]},
        {"hand_over": []}, {"silence_accepts": "yes"}, {"my_name": 5}, {"my_email": {}}, {"theme": None},
        {"country": ["IL"]}, {"nothing known": 1},
    ],
)  # fmt: skip
def test_a_value_that_is_none_leaves_the_default(tmp_path: Path, written: dict[str, object]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(written))
    settings = Settings(path)
    assert all(settings[one.key] == one.default for one in SETTINGS)


def test_a_file_nested_without_end_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("[" * 100_000)
    assert Settings(path)["language"] == ""
    assert path.with_suffix(".damaged").exists()


def test_every_value_that_can_be_chosen_comes_back(tmp_path: Path) -> None:
    for one in SETTINGS:
        for value, _label in one.choices:
            chosen = (value,) if one.kind == "order" else value
            Settings(tmp_path / "settings.json").choose(one.key, chosen)
            assert Settings(tmp_path / "settings.json")[one.key] == chosen
