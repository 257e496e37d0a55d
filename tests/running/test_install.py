"""``config/install.py``: what it says when it cannot go on, and that it does nothing twice."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from config import install
from tests.running.processes import ROOT

pytestmark = pytest.mark.program
PYTHON_FILE = ROOT / "config" / "install.py"


@pytest.fixture
def copy(tmp_path) -> Path:
    """A project of nothing but the installer and one small requirement."""
    folder = tmp_path / "project"
    (folder / "config" / "pins").mkdir(parents=True)
    shutil.copy(PYTHON_FILE, folder / "config")
    (folder / "config" / "pins" / "model.txt").write_text("")
    (folder / "requirements.txt").write_text("")
    return folder


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "config/install.py"]
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=110
    )  # fmt: skip


def test_it_parses_under_pythons_that_are_too_old():
    tree = ast.parse(PYTHON_FILE.read_text(), feature_version=(3, 4))
    names = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert "print" not in names, "print with flush= does not parse under Python 2"


def test_a_python_too_old_is_one_sentence(monkeypatch):
    version = namedtuple("version", "major minor micro releaselevel serial")(3, 9, 2, "final", 0)
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as stopped:
        install.check_python()
    assert stopped.value.code == "Cannot start: Python 3.11 or newer is needed, and this is Python 3.9.2."


def test_a_second_install_does_nothing_until_a_file_changes(copy):
    first = run(copy)
    assert first.returncode == 0, first.stderr
    assert "Making .venv" in first.stdout
    assert run(copy).stdout == ""
    (copy / "config" / "pins" / "all.txt").write_text("# a pin more\n")
    again = run(copy)
    assert "Installing" in again.stdout
    assert "Making .venv" not in again.stdout


def test_no_network_is_one_sentence(copy):
    (copy / "requirements.txt").write_text("a-package-that-is-not-there==1.0\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple/", "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
    done = run(copy, PIP_CONFIG_FILE=os.devnull, **nowhere)
    assert done.returncode == 1
    assert done.stderr == "Cannot install: the package registry cannot be reached; is there a network?\n"


def test_a_package_that_is_not_the_expected_one_is_refused(copy, tmp_path):
    package = tmp_path / "wheels" / "six-1.16.0-py2.py3-none-any.whl"
    package.parent.mkdir()
    package.write_bytes(b"not what was expected")
    (copy / "config" / "pins" / "model.txt").write_text(f"six==1.16.0 --hash=sha256:{'0' * 64}\n")
    done = run(copy, PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(package.parent))
    assert done.stderr == "Cannot install: a package is not the one that was expected (its hash differs).\n"


def make_wheel(folder: Path, size: int) -> Path:
    """A package of that many bytes, which pip takes for one."""
    folder.mkdir()
    wheel = folder / "large-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("large.py", "#" * size)
        file.writestr("large-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: large\nVersion: 1.0\n")
        file.writestr("large-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr("large-1.0.dist-info/RECORD", "")
    return wheel


@pytest.mark.skipif(os.geteuid() != 0, reason="needs the right to mount a tiny file system")
def test_a_full_disk_is_one_sentence(copy, tmp_path):
    make_wheel(tmp_path / "wheels", size=30_000_000)
    (copy / "requirements.txt").write_text("large==1.0\n")
    venv = copy / ".venv"
    venv.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=25m", "tmpfs", venv], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this root may not mount")
    try:
        done = run(copy, PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path / "wheels"))
    finally:
        subprocess.run(["umount", venv], check=True)
    assert done.stderr == "Cannot install: the disk is full.\n"


@pytest.mark.parametrize(
    ("pip_says", "plain"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "the disk is full.",
        ),
        ("Temporary failure in name resolution", "the package registry cannot be reached; is there a network?"),
        ("something nobody has seen", ""),
    ],
)
def test_what_pip_says_in_plain_words(pip_says, plain):
    assert install.plain(pip_says) == plain
