"""The command ``dossier``.

Exit codes: 0 done, 1 done but with errors that must not be published, 2 could not run.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

from dossier import __version__
from dossier.bench import (
    BENCH_FILE,
    BENCH_PAGE,
    RECOGNIZERS,
    draw_misses,
    draw_table,
    render_json,
    render_page,
    run_bench,
)
from dossier.edits import load_edits, suggest
from dossier.errors import DossierError, Problem
from dossier.lock import hold_lock
from dossier.pipeline import assemble, convert, find_stale_pages, has_errors, verify
from dossier.render import render_data, render_printed
from dossier.render.words import count
from dossier.render.write import write_files
from dossier.scaffold import lay_out_project
from dossier.settings import load_settings
from dossier.site import (
    LOOPBACK,
    SITE_FOLDER,
    build_site,
    serve_site,
    watch_inputs,
    write_pdf,
)
from dossier.terminal import print_problems, say_progress
from dossier.vocabulary import FullText

DONE, FINDINGS, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Words after ``dossier``; those of the process if None.

    Returns:
        The exit code.
    """
    if arguments is None:
        _begin_in_utf8()
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except DossierError as error:
        print(f"dossier: {error}", file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our words has gone; what is left of them may not stop the interpreter.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("dossier: stopped", file=sys.stderr)
    else:
        return code
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dossier",
        description="Turn news articles into a briefing dossier that a reader can check.",
        epilog="A project is a folder with seeds/ (articles, edits, settings) and mkdocs.yml.",
    )
    parser.add_argument("--version", action="version", version=f"dossier {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="project folder (default: .)"
    )
    common.add_argument("--all", action="store_true", help="print every problem, not the first few")

    def add(
        name: str, run: Callable[[argparse.Namespace], int], summary: str
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, parents=[common], help=summary, description=f"{summary[0].upper()}{summary[1:]}."
        )
        command.set_defaults(run=run)
        return command

    new = commands.add_parser(
        "new", help="lay out an empty project", description="Lay out an empty project that builds."
    )
    new.add_argument("folder", type=Path, metavar="DIR", help="folder to make")
    new.set_defaults(run=_new)
    add("build", _build, "convert the articles and build the site")
    converting = add("convert", _convert, "convert the articles into Markdown pages in docs/")
    converting.add_argument(
        "--json", type=Path, metavar="FILE", help="also write everything extracted to FILE"
    )
    serving = add("serve", _serve, "build, serve on this machine, and rebuild when seeds/ change")
    serving.add_argument("--port", type=int, default=8000, help="port (default: 8000)")
    add("check", _check, "read everything and report problems without writing")
    verifying = add(
        "verify", _verify, "check that docs/ is what seeds/ gives, and quotations stand"
    )
    verifying.add_argument(
        "--originals", type=Path, metavar="DIR", help="also check restated articles against these"
    )
    add("suggest", _suggest, "print open questions as YAML ready to paste into seeds/edits")
    benching = add("bench", _bench, "measure extraction on labelled cases and corpora")
    benching.add_argument(
        "--corpora", type=Path, metavar="DIR", help="outside corpora (default: ../shared/bench)"
    )
    benching.add_argument(
        "--recognizer", action="append", choices=RECOGNIZERS, help="measure this one only"
    )
    benching.add_argument("--misses", action="store_true", help="also print what is wrong")
    benching.add_argument(
        "--save", action="store_true", help="also write the figures and the page that quotes them"
    )
    printing = add("pdf", _pdf, "write the brief and the whole dossier as PDF to a folder")
    printing.add_argument("folder", type=Path, metavar="DIR", help="folder to write to")
    exporting = add("export", _export, "write the data files to a folder")
    exporting.add_argument("folder", type=Path, metavar="DIR", help="folder to write to")
    return parser


def _begin_in_utf8() -> None:
    """Start anew where the locale would have names of files read as something else than UTF-8."""
    if sys.getfilesystemencoding().lower() != "utf-8" and not sys.flags.utf8_mode:
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves


def _new(options: argparse.Namespace) -> int:
    made = lay_out_project(options.folder)
    print(f"Laid out {options.folder}:")
    for name in made:
        print(f"  {name}")
    print("Next: put articles (.txt, .md, .html) into seeds/articles, then run")
    print(f'  dossier build --project "{options.folder}"')
    print("For a site that stays private, full_text in seeds/dossier.yml shows articles in full.")
    return DONE


def _build(options: argparse.Namespace) -> int:
    started = time.monotonic()
    with _writing(options.project):
        made = convert(options.project, say_progress)
        code = _report(made.dossier.problems, show_all=options.all)
        say_progress("Building the site")
        built = build_site(options.project, made.settings.title)
    dossier = made.dossier
    actors = sum(not actor.voice for actor in dossier.actors.values())
    print(
        f"{count(len(dossier.sources), 'article')}, {count(actors, 'actor')}, "
        f"{count(len(dossier.events), 'event')}, {count(built.pages, 'page')}, "
        f"{count(len(dossier.findings), 'finding')} in {time.monotonic() - started:.1f} s"
    )
    print(f"Open {built.folder / 'index.html'}")
    return code


def _convert(options: argparse.Namespace) -> int:
    with _writing(options.project):
        made = convert(options.project, say_progress)
    if options.json is not None:
        # A file of one's own may hold what a published one may not: articles' words in full.
        exports = render_data(made.dossier, replace(made.settings, full_text=FullText.LICENSED))
        write_files(options.json.parent, {options.json.name: exports["dossier.json"]})
        print(f"Wrote {options.json}")
    written = made.written
    print(
        f"docs/: {len(written.written)} pages written, {len(written.unchanged)} unchanged, "
        f"{len(written.removed)} removed"
    )
    return _report(made.dossier.problems, show_all=options.all)


@contextmanager
def _writing(project: Path) -> Iterator[None]:
    """Hold the project for a whole command; a folder that is no project stays as it is."""
    load_settings(project)
    with hold_lock(project):
        yield


def _check(options: argparse.Namespace) -> int:
    dossier, _ = assemble(options.project, say_progress, earlier=False)
    if not dossier.problems:
        print("No problems.")
    return _report(dossier.problems, show_all=True)


def _verify(options: argparse.Namespace) -> int:
    problems = list(find_stale_pages(options.project, say_progress))
    if options.originals is not None:
        if not options.originals.is_dir():
            raise DossierError(f"{options.originals}: no such folder")
        problems += verify(options.project, options.originals, say_progress)
    if not problems:
        print("Everything stands.")
    return _report(tuple(problems), show_all=True)


def _suggest(options: argparse.Namespace) -> int:
    dossier, _ = assemble(options.project, say_progress, earlier=False)
    print(suggest(dossier, load_edits(options.project).judgements), end="")
    return DONE


def _export(options: argparse.Namespace) -> int:
    dossier, settings = assemble(options.project, say_progress)
    exports = render_data(dossier, settings)
    write_files(options.folder, exports)
    for name in sorted(exports):
        print(f"Wrote {options.folder / name}")
    return _report(dossier.problems, show_all=options.all)


def _pdf(options: argparse.Namespace) -> int:
    dossier, settings = assemble(options.project, say_progress)
    say_progress("Setting the pages")
    for path in write_pdf(options.folder, render_printed(dossier, settings)):
        print(f"Wrote {path}")
    return _report(dossier.problems, show_all=options.all)


def _bench(options: argparse.Namespace) -> int:
    beside = options.project.resolve().parent / "shared" / "bench"
    corpora = options.corpora or (beside if beside.is_dir() else None)
    bench = run_bench(options.project, corpora, options.recognizer or RECOGNIZERS, say_progress)
    print(draw_table(bench))
    if options.misses:
        print(draw_misses(bench))
    if options.save:
        files = {BENCH_FILE: render_json(bench), BENCH_PAGE: render_page(bench)}
        write_files(options.project, files)
        print(f"Wrote {BENCH_FILE} and {BENCH_PAGE}; 'dossier convert' brings the page to docs/")
    return DONE


def _serve(options: argparse.Namespace) -> int:
    _build(options)
    try:
        server = serve_site(options.project / SITE_FOLDER, options.port)
    except OSError as error:
        raise DossierError(
            f"port {options.port}: {error.strerror} (name another with --port)"
        ) from error
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving http://{LOOPBACK}:{server.server_port}/ (Ctrl+C ends)")
    try:
        watch_inputs(options.project, partial(_rebuild, options))
    finally:
        server.shutdown()


def _rebuild(options: argparse.Namespace) -> None:
    try:
        _build(options)
    except DossierError as error:
        print(f"dossier: {error} (the last good site stays up)", file=sys.stderr)


def _report(problems: Sequence[Problem], *, show_all: bool) -> int:
    print_problems(problems, show_all=show_all)
    return FINDINGS if has_errors(tuple(problems)) else DONE


if __name__ == "__main__":
    sys.exit(main())
