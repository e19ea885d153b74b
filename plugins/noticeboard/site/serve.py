"""A preview on this machine that rebuilds on every change of data, theme or code."""

import datetime
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

WATCHED = ("theme", "content", "plugins", "pelicanconf.py")


def serve(data: Path, output: Path, today: datetime.date | None, port: int) -> None:
    """Serve `output` on 127.0.0.1 until interrupted; each build is a process of its own, so that new code counts."""
    rebuild = [sys.executable, "-m", "noticeboard", "site", "--data", str(data), "--output", str(output)]
    rebuild += ["--today", str(today)] if today else []
    subprocess.run(rebuild, check=False)
    handler = partial(SimpleHTTPRequestHandler, directory=str(output))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"预览：http://127.0.0.1:{server.server_port}/ （按 Ctrl+C 结束）", flush=True)
    try:
        for _ in watch(data, *(path for path in WATCHED if Path(path).exists())):
            subprocess.run(rebuild, check=False)
    except KeyboardInterrupt:
        server.shutdown()
