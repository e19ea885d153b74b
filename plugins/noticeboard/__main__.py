"""python -m noticeboard …"""

import gc
import io
import os
import sys

gc.disable()  # before any import: a run is short, and little of what it makes is cyclic

try:
    from noticeboard.cli import main
    from noticeboard.refusals import reason
except (ImportError, MemoryError, OSError) as error:  # before there is anybody to tell it better
    raise SystemExit(f"程序没有启动：{error!r}。") from None

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a console that lacks a character must not stop the program

code = main()
try:
    sys.stdout.flush()
except OSError as error:  # its file is on a disk that is full, or nobody reads any more
    print(f"命令做完了，但它的话没能全部写出来。{reason(error)}。", file=sys.stderr)
os._exit(code)  # taking all objects apart one by one would cost a clerk's build a tenth of a second
