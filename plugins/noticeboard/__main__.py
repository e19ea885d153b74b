"""python -m noticeboard …"""

import io
import sys

from noticeboard.cli import main

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a character must not stop the program

raise SystemExit(main())
