"""Runs the program as its users do: in a process of its own, refused what users are refused."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def run(*words, **more):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), **more.pop("environment", {})}
    return subprocess.run(  # noqa: S603 - our own interpreter and package
        [sys.executable, *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


def obey_permissions():
    """Let root be refused what others are refused; runs in the new process."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            assert libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0


def dossier(command, project, *more, **options):
    return run("-m", "dossier", command, "--project", project, *more, **options)
