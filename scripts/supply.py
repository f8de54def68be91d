"""What this project is made of: a bill of materials, a list of licences, an audit.

    python3 scripts/supply.py bill     build/sbom.cdx.json (CycloneDX) and THIRD_PARTY.md
    python3 scripts/supply.py audit    asks the advisory database about every locked package

Each works on an environment of its own in ``.cache/``, which holds exactly what
``requirements/base.lock`` lists: what a dossier is built with, and nothing that tests use.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".cache" / "supply"
BASE = ROOT / ".cache" / "base"
BILL = ROOT / "build" / "sbom.cdx.json"
LICENCES = ROOT / "THIRD_PARTY.md"
LOCK = ROOT / "requirements" / "base.lock"

_HEAD = """# Third-party packages

What a dossier is built with, as locked in `requirements/base.lock`. `make supply` writes this
list and, beside it, a bill of materials in CycloneDX. Scripts and styles of a built site come
with mkdocs-material; what is vendored in `scripts/dossier` names its licence where it lies.

"""


def main() -> int:
    """Run one part; returns the exit code."""
    parts = {"bill": write_bill, "audit": audit}
    if len(sys.argv) != 2 or sys.argv[1] not in parts:  # noqa: PLR2004 - one word
        print(f"supply: one of {', '.join(parts)}", file=sys.stderr)
        return 2
    try:
        return parts[sys.argv[1]]()
    except subprocess.CalledProcessError as error:
        print(f"supply: this command failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 2


def write_bill() -> int:
    """Write the bill of materials and the list of licences."""
    lay(TOOLS, ROOT / "requirements" / "supply.lock")
    lay(BASE, LOCK)
    BILL.parent.mkdir(exist_ok=True)
    tool = [TOOLS / "bin" / "cyclonedx-py", "environment", "--output-reproducible"]
    run([*tool, "--of", "JSON", "-o", BILL, BASE / "bin" / "python"])
    tool = [TOOLS / "bin" / "pip-licenses", "--python", BASE / "bin" / "python", "--from=mixed"]
    listed = run([*tool, "--format=markdown", "--ignore-packages", "pip", "setuptools"])
    LICENCES.write_text(_HEAD + listed, "utf-8")
    print(f"Wrote {BILL.relative_to(ROOT)} and {LICENCES.relative_to(ROOT)}")
    return 0


def audit() -> int:
    """Audit the lock file; an audit that could ask about nothing has failed."""
    lay(TOOLS, ROOT / "requirements" / "supply.lock")
    tool = [TOOLS / "bin" / "pip-audit", "--require-hashes", "--disable-pip", "-r", LOCK]
    ran = subprocess.run(
        [*map(str, tool), "--progress-spinner=off", "-f", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    code, told = judge(ran.stdout)
    print(told if ran.stdout.strip() else f"supply: pip-audit said nothing: {ran.stderr[-300:]}")
    return code


def judge(report: str) -> tuple[int, str]:
    """Judge what ``pip-audit -f json`` printed.

    Args:
        report: Its output; empty if it could not run.

    Returns:
        The exit code, 0 only if packages were audited and none is known to be vulnerable; and
        what to print.
    """
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 2, "supply: no report"
    audited = [one for one in packages if "skip_reason" not in one]
    known = [one for one in audited if one.get("vulns")]
    lines = [
        f"{one['name']} {one['version']}: {vuln['id']}, mended in "
        f"{', '.join(vuln.get('fix_versions', [])) or 'no version'}"
        for one in known
        for vuln in one["vulns"]
    ]
    lines.append(f"{len(audited)} of {len(packages)} packages audited, {len(known)} vulnerable")
    if len(audited) < len(packages) or not audited:
        return 2, "\n".join([*lines, "supply: the advisory database did not answer for all"])
    return (1 if known else 0), "\n".join(lines)


def lay(folder: Path, lock: Path) -> None:
    """Make an environment that holds exactly what a lock file lists."""
    python = folder / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", folder])
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "-r", lock])


def run(words: list[object]) -> str:
    """Run a command to its end; what it printed."""
    ran = subprocess.run(list(map(str, words)), check=True, stdout=subprocess.PIPE, text=True)
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
