"""Set up the Python environment of this project: standard library only, any system.

    python3 scripts/bootstrap.py            what building a dossier needs
    python3 scripts/bootstrap.py --dev      also what the tests need, a browser included
    python3 scripts/bootstrap.py --pdf      also what `make pdf` needs, Pango included
    python3 scripts/bootstrap.py --spacy    also what "recognizer: spacy" needs
    python3 scripts/bootstrap.py --fuzz     also what `make fuzz` needs
    python3 scripts/bootstrap.py --mutate   also what `make mutate` needs

Everything goes into ``.venv``; packages are the ones locked by hash in ``requirements/``. Run
again, it does nothing unless a lock file has changed.
"""

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
EXTRAS = ("dev", "pdf", "spacy", "fuzz", "mutate")
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Set up; returns the exit code."""
    wanted = [name for name in EXTRAS if f"--{name}" in sys.argv[1:]]
    missing = find_missing_part()
    if missing:
        print(f"bootstrap: {missing}", file=sys.stderr)
        return 2
    try:
        for name in wanted or ["base"]:
            install(ROOT / "requirements" / f"{name}.lock")
        if "dev" in wanted:
            ensure_browser()
        if {"dev", "pdf"} & set(wanted):
            ensure_pango()
    except subprocess.CalledProcessError as error:
        print(f"bootstrap: this command failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 2
    except RuntimeError as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 2
    return 0


def find_missing_part() -> str:
    """Say what this Python lacks and how to get it; empty if it lacks nothing."""
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        return f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}"
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            return (
                f"this Python has no module {module!r}; on Debian or Ubuntu run "
                f"'apt-get install python{version}-venv', elsewhere install Python from python.org"
            )
    return ""


def install(lock: Path) -> None:
    """Install what a lock file lists, and this package, unless that is done already."""
    stamp = VENV / f"dossier-{lock.stem}.stamp"
    state = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python_of(VENV).exists() and stamp.is_file() and stamp.read_text("utf-8") == state:
        return
    if not python_of(VENV).exists():
        print("Making .venv …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print(f"Installing {lock.relative_to(ROOT)} …", flush=True)
    pip = [str(python_of(VENV)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    stamp.write_text(state, "utf-8")


def python_of(venv: Path) -> Path:
    """Path of a virtual environment's Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_browser() -> None:
    """See to it that the browser tests find Chromium.

    Raises:
        RuntimeError: There is none and it cannot be installed from here; says what to run.
    """
    named = os.environ.get("DOSSIER_CHROMIUM", "")
    if named and Path(named).is_file():
        return
    if any(shutil.which(name) for name in BROWSERS):
        return
    if install_from_debian("chromium"):
        return
    raise RuntimeError(
        "the tests need Chromium: install it ('apt-get install chromium' on Debian, as root), or "
        "name one with the environment variable DOSSIER_CHROMIUM"
    )


def ensure_pango() -> None:
    """See to it that PDF can be written: WeasyPrint draws text with the system's Pango.

    Raises:
        RuntimeError: It is not there and cannot be installed from here; says what to run.
    """
    if all(map(ctypes.util.find_library, ("pango-1.0", "pangoft2-1.0"))):
        return
    if install_from_debian(*PANGO):
        return
    raise RuntimeError(
        f"PDF needs Pango: install it ('apt-get install {' '.join(PANGO)}' on Debian, as root)"
    )


def install_from_debian(*packages: str) -> bool:
    """Install packages where that can be done from here; says whether it could."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    }
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    subprocess.run(["apt-get", "update", "-qq"], check=True, **quiet)
    subprocess.run([*install, *packages], check=True, **quiet)
    return True


if __name__ == "__main__":
    sys.exit(main())
