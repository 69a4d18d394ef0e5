"""Whether a folder is one that other programs copy while it is written to, or lies on another machine."""

from __future__ import annotations

from pathlib import Path

# What such a folder is called, or has in it, and whose it is.
_NAMES = {
    "Dropbox": "Dropbox", "OneDrive": "OneDrive", "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive", "My Drive": "Google Drive",
    "iCloudDrive": "iCloud", "iCloud Drive": "iCloud",
    "com~apple~CloudDocs": "iCloud", "Mobile Documents": "iCloud", "Nextcloud": "Nextcloud",
    "ownCloud": "ownCloud", "pCloudDrive": "pCloud",
}  # fmt: skip
_MARKS = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive", ".sync_journal.db": "Nextcloud",
}  # fmt: skip
_OF_COMPANIES = "OneDrive - "
_OF_NETWORKS = frozenset(
    "nfs nfs4 cifs smb3 smbfs afs ceph glusterfs davfs ncpfs fuse.sshfs fuse.rclone fuse.davfs2 "
    "fuse.gvfsd-fuse fuse.glusterfs".split()
)


def synchronised_by(folder: Path) -> str:
    """What keeps a folder the same on several machines, by its name; nothing where nobody seems to."""
    place = folder.absolute()
    for one in (place, *place.parents):
        if one.name in _NAMES:
            return _NAMES[one.name]
        if one.name.startswith(_OF_COMPANIES):
            return "OneDrive"
        for mark, whose in _MARKS.items():
            if (one / mark).exists():
                return whose
    return ""


def is_on_network(folder: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a folder lies on another machine's disk, as far as the system tells."""
    place = str(folder.absolute())
    if place.startswith("\\\\"):
        return True
    found = max(_mounted(mounts, place), default=(0, ""))
    return found[1] in _OF_NETWORKS


def _mounted(mounts: Path, place: str) -> list[tuple[int, str]]:
    """The file systems above a place, with the lengths of where they begin."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = []
    for fields in (line.split(" ") for line in lines if line.count(" ") >= 2):
        top = fields[1].replace("\\040", " ").rstrip("/")
        if place == top or place.startswith(f"{top}/"):
            found.append((len(top), fields[2]))
    return found
