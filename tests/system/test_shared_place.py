"""Folders that other programs copy, and disks of other machines, are known by their marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from amdesk.system.shared_place import is_on_network, synchronised_by


@pytest.mark.parametrize(
    ("inside", "whose"),
    [
        ("Dropbox/amdesk", "Dropbox"),
        ("OneDrive - Meridian/data", "OneDrive"),
        ("Library/Mobile Documents/x", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("Documents/amdesk", ""),
    ],
)
def test_a_folder_that_is_kept_the_same_elsewhere_is_known_by_its_name(
    tmp_path: Path, inside: str, whose: str
) -> None:
    assert synchronised_by(tmp_path / inside) == whose


@pytest.mark.parametrize(("mark", "whose"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")])
def test_it_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, whose: str) -> None:
    (tmp_path / "shared" / mark).mkdir(parents=True)
    assert synchronised_by(tmp_path / "shared" / "work" / "amdesk") == whose
    assert synchronised_by(tmp_path / "own") == ""


def test_a_disk_of_another_machine_is_known_by_its_file_system(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/x /mnt/our\\040share nfs4 rw 0 0\n"
        "/dev/sdb1 /mnt/our\\040share/disk ext4 rw 0 0\n"
    )
    assert is_on_network(Path("/mnt/our share/amdesk"), mounts)
    assert not is_on_network(Path("/mnt/our share/disk/amdesk"), mounts)
    assert not is_on_network(Path("/mnt/other"), mounts)
    assert not is_on_network(Path("/mnt/other"), tmp_path / "none")
