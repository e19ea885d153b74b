"""`make lighthouse`: four pages of the sample on a phone, scored, and held to the least that we promise."""

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.sample_site import TYPES, build, longest

TOOL = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = ("community", "resolution", "statement", "search")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100}
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


class AsOnAServer(SimpleHTTPRequestHandler):
    """Files compressed, as every web server sends them and `deploy/nginx.conf` says."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000" if "/theme/" in self.path else "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  as the base class names it
        pass


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(site)
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(AsOnAServer, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        reports = {kind: _measured(server.server_port, longest(site, TYPES[kind])) for kind in PAGES}
        server.shutdown()
    for kind, report in reports.items():
        print(f"{kind:12}" + "".join(f"{name} {score:3}   " for name, score in _scores(report).items()))
        print("".join(f"    {line}\n" for line in _lost(report)), end="")
    return int(any(score < LEAST[name] for report in reports.values() for name, score in _scores(report).items()))


def _measured(port: int, address: str) -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("需要 Chromium：apt install chromium")
    command = [
        "node", str(TOOL), f"http://127.0.0.1:{port}/{address}", "--quiet", "--output=json",
        f"--only-categories={','.join(LEAST)}", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    done = subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _scores(report: dict[str, Any]) -> dict[str, int]:
    """Category to its score of 100."""
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}


def _lost(report: dict[str, Any]) -> list[str]:
    """What a category below its goal lost points for."""
    audits = report["audits"]
    return [
        f"{audit['id']}: {audit.get('displayValue', audit['title'])}"
        for name, category in report["categories"].items()
        if round(100 * category["score"]) < LEAST[name]
        for audit in (audits[one["id"]] for one in category["auditRefs"] if one["weight"])
        if audit["score"] is not None and audit["score"] < 1
    ]


if __name__ == "__main__":
    sys.exit(main())
