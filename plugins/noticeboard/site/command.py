"""`site` on the command line: build, tell how it goes, say what to do next."""

import datetime
import sys
import time
from pathlib import Path

from noticeboard import report
from noticeboard.site import printing
from noticeboard.site.build import BlockedError, Result
from noticeboard.site.run import run

STEPS = {"check": ("检查", "个社区"), "build": ("生成", "个社区"), "print": ("排版", "页")}
SHOW_EVERY = 0.2


def site(data: Path, output: Path, today: datetime.date) -> bool:
    """Whether the site was built; the data's errors are printed where not."""
    start = time.monotonic()
    try:
        result = run(data, output, today, _Progress())
    except BlockedError as blocked:
        print(report.text(blocked.findings, str(data)), end="")
        print(f"没有生成网站；{output} 保持原样。")
        return False
    print(_told(result, output, time.monotonic() - start))
    return True


def sheets(site: Path, folder: Path, wanted: printing.Wanted) -> None:
    """Print from a built site. Raises CannotPrintError."""
    target, count = printing.print_sheets(site, folder, wanted, _Progress())
    print(f"{target}：A4 纸 {count} 面。")


def _told(result: Result, output: Path, seconds: float) -> str:
    """What was built, how long it took, what to do next."""
    lines = [
        report.summary(result.findings, "zh"),
        f"{result.communities} 个社区，{result.records} 条记录；用时 {seconds:.1f} 秒。",
        f"重新生成 {result.rebuilt} 个社区，改写 {result.rewritten} 个文件，删除 {result.removed} 个。",
        f"网站在 {output}/。预览：make serve，或直接打开 {output}/index.html。看提醒：make check。",
    ]
    return "\n".join(lines)


class _Progress:
    """A line on the terminal that is rewritten now and then; silent where there is no terminal."""

    def __init__(self) -> None:
        self.shown = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and (done == total or now - self.shown > SHOW_EVERY):
            self.shown = now
            end = "\n" if done == total else ""
            verb, what = STEPS[step]
            print(f"\r{verb} {done}/{total} {what}", end=end, file=sys.stderr, flush=True)
