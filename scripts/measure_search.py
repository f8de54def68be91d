"""Measure search in a real browser at thousands of pages: size, and time to the first result.

    .venv/bin/python scripts/measure_search.py [--pages 5000]

It takes the built ``site/``, puts a list of invented actors, events and quotations of that size in
the place of its own, serves it on this machine and opens it from its folder as well. Needs the
environment of ``make setup-dev``.
"""

import argparse
import gzip
import json
import os
import random
import shutil
import statistics
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dossier.site import serve_site

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
ROUNDS = 5


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=5000, help="pages of actors and events")
    pages = parser.parse_args().pages
    browsers = ("chromium", "chromium-browser", "google-chrome", "chrome")
    path = os.environ.get("DOSSIER_CHROMIUM") or next(filter(None, map(shutil.which, browsers)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(shutil.copytree(ROOT / "site", Path(folder) / "site"))
        index = invent(site, pages)
        server = serve_site(site, 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        size, packed = len(index), len(gzip.compress(index, 6))
        print(f"pages {pages}, index {size / 1e6:.1f} MB, compressed {packed / 1e6:.1f} MB")
        hosted = f"http://127.0.0.1:{server.server_address[1]}/"
        for name, address in (("hosted", hosted), ("folder", site.as_uri() + "/")):
            times = [time_first_result(browser, address) for _ in range(ROUNDS)]
            print(f"{name}: first result {statistics.median(times):.2f} s (median of {ROUNDS})")
        browser.close()
        server.shutdown()


def invent(site: Path, pages: int) -> bytes:
    """Put a list of invented pages, and as many quotations, into a site; its bytes."""
    chance = random.Random(7)  # noqa: S311 - no secret, the same list every time
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 3))) for _ in range(8000)]

    def say(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    entries = index["docs"]["entries"]
    for number in range(pages):
        kind = number % 2
        page = ("actors/taliban", "events/index")[kind]
        day = f"{number % 28 + 1} July {1990 + number % 30}"
        entries.append([kind, f"{page}.html", say(3).title(), f"{day} · {say(8)}", say(5)])
        entries.append([3, f"quotations.html#x{number}", f"“{say(18)}”", say(2), say(10)])
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, "utf-8")
    path.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")
    return text.encode()


def time_first_result(browser: Browser, address: str) -> float:
    """Seconds from opening a page with a query in its address to the first result."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}events/index.html?q=July+1999", wait_until="commit")
    page.locator(".md-search-result__link").first.wait_for(timeout=60_000, state="attached")
    seconds: float = page.evaluate("performance.now() / 1000")
    context.close()
    return seconds


if __name__ == "__main__":
    main()
