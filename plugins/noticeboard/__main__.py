"""python -m noticeboard …"""

import gc
import io
import os
import sys

gc.disable()  # before any import: a run is short, and little of what it makes is cyclic

from noticeboard.cli import main  # noqa: E402

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a character must not stop the program

code = main()
for stream in (sys.stdout, sys.stderr):
    stream.flush()
os._exit(code)  # taking all objects apart one by one would cost a clerk's build a tenth of a second
