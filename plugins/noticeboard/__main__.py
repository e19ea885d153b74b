"""python -m noticeboard …"""

import gc
import io
import sys

gc.disable()  # before any import: a run is short, and little of what it makes is cyclic

from noticeboard.cli import main  # noqa: E402

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a character must not stop the program

raise SystemExit(main())
