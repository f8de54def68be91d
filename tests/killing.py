"""Kills builds of a small project and looks at what is left; run as a program, prints JSON.

A third of the kills come after a random time, a third at a random one of the build's own
operations on the disk, a third at one of those on ``docs/``, which are over in a moment.
Everything heavy is imported once; each build is a process of its own, forked from this one.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import mkdocs.commands.build  # noqa: F401 - imported once for all builds

from dossier.cli import main
from dossier.scaffold import lay_out_project

VERSIONS = {
    "one": "Ferry line sued\n\n3 April 2023\n\nMayor Sigrid Falk met Ada Lund in Lunde.\n",
    "two": "Quay to close\n\n5 May 2023\n\nMinister Ola Brandt sued the Harbour Board.\n",
}
TOUCHES = frozenset(
    {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate", "os.symlink"}
)


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def touches_disk(event, arguments, within):
    if event == "open":
        flags = arguments[2]
        if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return False
    elif event not in TOUCHES:
        return False
    return within in str(arguments[0])


def start(project, *, within="", until=None, tell=None):
    """Fork a build; it kills itself at an operation on the disk, or tells how many there were."""
    child = os.fork()
    if child:
        return child
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    count = 0

    def watch(event, arguments):
        nonlocal count
        if touches_disk(event, arguments, within):
            count += 1
            if count == until:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    code = main(["build", "--project", str(project)])
    if tell is not None:
        os.write(tell, str(count).encode())
    os._exit(code)


def build(project, within=""):
    """Build to the end: how long it took, and how often it touched the disk."""
    reads, writes = os.pipe()
    began = time.monotonic()
    _, status = os.waitpid(start(project, within=within, tell=writes), 0)
    assert os.waitstatus_to_exitcode(status) == 0
    count = int(os.read(reads, 20))
    os.close(reads)
    os.close(writes)
    return time.monotonic() - began, count


def run(base, kills, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    project = base / "p"
    lay_out_project(project)
    (project / "docs").mkdir()
    (project / "docs/mine.md").write_text("---\ntitle: Mine\n---\n\nMy own notes.\n")
    article = project / "seeds/articles/a.txt"
    good, counts = {}, []
    for name, text in VERSIONS.items():
        article.write_text(text)
        seconds, operations = build(project, "docs" if good else "")
        counts.append(operations)
        good[name] = {folder: contents(project / folder) for folder in ("docs", "site")}
    told = {"killed": 0, "finished": 0, "damaged": [], "new": 0}
    number = 0
    while told["killed"] < kills:
        number += 1
        live = next(n for n in VERSIONS if contents(project / "site") == good[n]["site"])
        other = next(n for n in VERSIONS if n != live)
        article.write_text(VERSIONS[other])
        if number % 3:
            within = ("", "docs")[number % 3 - 1]
            until = chance.randint(1, counts[number % 3 - 1])
            child = start(project, within=within, until=until)
        else:
            child = start(project)
            time.sleep(chance.uniform(0, seconds))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told["killed" if os.WIFSIGNALED(status) else "finished"] += 1
        for folder in ("docs", "site"):
            now = contents(project / folder)
            if now not in [good[name][folder] for name in VERSIONS]:
                told["damaged"].append(f"kill {number}: {folder}")
            told["new"] += now == good[other][folder]
    for name, text in VERSIONS.items():
        article.write_text(text)
        build(project)
        if {f: contents(project / f) for f in ("docs", "site")} != good[name]:
            told["damaged"].append("the build after all kills")
    told["left"] = sorted(p.name for p in (project / ".cache").iterdir())
    told["beside"] = sorted(p.name for p in project.iterdir())
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
