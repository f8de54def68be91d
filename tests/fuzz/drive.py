"""Run one harness under atheris: ``python tests/fuzz/drive.py TARGET LIBFUZZER-OPTIONS…``."""

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))
with atheris.instrument_imports(include=["dossier"]):
    from harness import TARGETS

atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
atheris.Fuzz()
