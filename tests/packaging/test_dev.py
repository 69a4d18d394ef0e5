"""The two commands of the README, on machines made of a few small scripts instead of a network."""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "dev.py"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the small scripts are written for a Unix shell")

Run = Callable[..., "subprocess.CompletedProcess[str]"]

# Stands for uv: makes an environment without libraries, and notes what it was asked.
UV = f"""#!/bin/sh
echo "$@" >> "$HOME/asked"
[ -e "$HOME/no-network" ] && {{ echo "error: dns error: failed to lookup address"; exit 2; }}
[ "$1" = venv ] && exec {sys.executable} -m venv --without-pip "$5"
exit 0
"""
# Stand for pytest and for amdesk: they run in the checkout, so a module there is found first.
PYTEST = """
import os, sys
print("pytest", *sys.argv[1:], os.environ["QT_QPA_PLATFORM"])
sys.exit(7)
"""
AMDESK = """
import os, pathlib, sys
print("amdesk", *sys.argv[1:], os.environ.get("QT_QPA_PLATFORM", "a window"))
if "--once" in sys.argv:
    pathlib.Path(sys.argv[-1]).write_bytes(b"a picture")
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project as small as can be, with the real script in it."""
    root = tmp_path / "checkout"
    (root / "packaging").mkdir(parents=True)
    (root / "amdesk").mkdir()
    shutil.copy(SCRIPT, root / "packaging" / "dev.py")
    (root / "pyproject.toml").write_text("[project]\nname = 'small'\n")
    (root / "pytest.py").write_text(PYTEST)
    (root / "amdesk" / "__main__.py").write_text(AMDESK)
    return root


@pytest.fixture
def run(checkout: Path, tmp_path: Path) -> Run:
    """Runs the script of that project on a machine that has uv and no screen."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "uv").write_text(UV)
    (programs / "uv").chmod(0o755)

    def go(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"HOME": str(tmp_path), "PATH": f"{programs}:/usr/bin:/bin", **environment}
        command = [sys.executable, str(checkout / "packaging" / "dev.py"), *words]
        return subprocess.run(command, env=settings, capture_output=True, text=True, check=False)

    return go


@pytest.fixture
def dev() -> ModuleType:
    """The script as a module, for what a machine in order cannot show."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asked(tmp_path: Path) -> list[str]:
    """What uv was asked so far."""
    notes = tmp_path / "asked"
    return notes.read_text().splitlines() if notes.exists() else []


def test_test_hands_its_words_to_pytest_and_its_exit_code_back(run: Run) -> None:
    done = run("test", "-x", "tests/domain", "-k", "not slow")
    assert done.stdout == "pytest -x tests/domain -k not slow offscreen\n"
    assert done.returncode == 7


def test_help_after_test_is_the_help_of_pytest(run: Run) -> None:
    assert run("test", "--help").stdout == "pytest --help offscreen\n"


def test_a_chosen_platform_is_kept(run: Run) -> None:
    assert run("test", QT_QPA_PLATFORM="minimal").stdout == "pytest minimal\n"


def test_the_second_start_finds_everything_in_place(run: Run, tmp_path: Path) -> None:
    run("test")
    first = asked(tmp_path)
    run("test")
    assert [line.split()[0] for line in first] == ["venv", "pip"]
    assert asked(tmp_path) == first


def test_a_changed_list_of_libraries_is_fetched_into_the_same_place(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    run("test")
    (checkout / "pyproject.toml").write_text("[project]\nname = 'changed'\n")
    run("test")
    assert [line.split()[0] for line in asked(tmp_path)] == ["venv", "pip", "pip"]


def test_an_interrupted_set_up_is_taken_up_again(run: Run, checkout: Path, tmp_path: Path) -> None:
    run("test")
    (checkout / ".venv" / "amdesk-set-up").unlink()
    run("test")
    assert len(asked(tmp_path)) == 3


def test_without_a_screen_run_draws_a_picture_and_says_where(run: Run, checkout: Path) -> None:
    done = run("run")
    picture = checkout / "build" / "first-page.png"
    assert done.stdout == f"amdesk demo --once {picture} offscreen\n"
    assert f"The picture is {picture}" in done.stderr
    assert picture.read_bytes() == b"a picture"


def test_with_a_screen_run_opens_the_window(run: Run, dev: ModuleType) -> None:
    if dev.missing(dev.WINDOW):  # a machine that tests without a screen need not have what a window takes
        line = run("run", DISPLAY=":0", PATH="/nowhere").stderr
        assert "libxcb-cursor" in line
    else:
        assert run("run", DISPLAY=":0").stdout == "amdesk demo a window\n"


def test_once_draws_a_picture_even_where_there_is_a_screen(run: Run) -> None:
    assert "offscreen" in run("run", "--once", DISPLAY=":0").stdout


def test_a_folder_is_tried_before_it_is_called_writable(dev: ModuleType, tmp_path: Path) -> None:
    assert dev.can_write(tmp_path)
    assert not dev.can_write(tmp_path / "absent")


def test_no_network_is_said_with_what_to_do(run: Run, dev: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "no-network").touch()
    done = run("test", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1")
    assert done.returncode == 1
    assert "uv could not do it; trying pip." in done.stderr
    assert "could not be reached. Check the connection" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full."),
        ("E: Could not open lock file - open (13: Permission denied)", "This user may not write there."),
        ("ERROR: No matching distribution found for PySide6-Essentials", "a library has no build"),
        ("ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED]", "certificate is not trusted"),
        ("something else", "Its own words above say why."),
    ],
)
def test_what_installers_say_becomes_a_sentence(dev: ModuleType, told: str, sentence: str) -> None:
    assert sentence in dev.reason(told)


def test_libraries_are_looked_for_as_the_loader_will(dev: ModuleType) -> None:
    here = ctypes.util.find_library("c") or "libc.so.6"
    assert dev.missing({here: "libc6", "libnothing-of-this-name.so.1": "libnothing"}) == [
        "libnothing-of-this-name.so.1"
    ]


def test_without_the_right_to_install_the_exact_line_is_told(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 1\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(
        dev.SetUpError, match="sudo apt-get install --yes --no-install-recommends libgl1 libegl1\n"
    ):
        dev.bring_system_packages({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})


def test_what_only_the_tests_on_a_real_desktop_need_stops_nothing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 1\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev, "DESKTOP", {"usr/bin/no-such-screen": "xvfb"})
    dev.bring_if_possible()
    told = capsys.readouterr().err
    assert "install --yes --no-install-recommends xvfb" in told
    assert "those on a real desktop are left out" in told


def test_on_a_system_without_apt_the_libraries_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.SetUpError, match=r"lacks libGL\.so\.1\. Install them with its package manager"):
        dev.bring_system_packages({"libGL.so.1": "libgl1"})


def test_an_old_python_is_told_so(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.SetUpError, match=r"This is Python 3\.9; amdesk needs 3\.11 or newer"):
        dev.newer_python()


def test_wrong_words_get_the_usage_and_code_2(run: Run) -> None:
    for words in ((), ("walk",), ("run", "--twice")):
        done = run(*words)
        assert done.returncode == 2
        assert "usage: dev.py" in done.stderr
