"""`publish` on the command line: what happened, or why nothing did, in the maintainer's words."""

import datetime
import sys
from pathlib import Path

from noticeboard import report
from noticeboard.git import GitError
from noticeboard.history.log import LogError, code
from noticeboard.publishing.publish import NotSoundError, OlderError, Published
from noticeboard.publishing.publish import publish as _publish
from noticeboard.publishing.releases import BusyError
from noticeboard.refusals import reason
from noticeboard.site.build import BlockedError, OutputRefusedError


def publish(repository: Path, target: Path, commit: str, today: datetime.date, *, rewritten: bool = False) -> bool:
    """Whether it was published; why not is printed. What is raised is a fault of the program."""
    try:
        done = _publish(repository, target, commit, today, rewritten=rewritten)
    except BlockedError as blocked:
        print(report.text(blocked.findings, str(repository / "data")), end="")
        print(f"没有发布；{target} 保持原样。")
        return False
    except Exception as error:
        why = told(error)
        if not why:
            raise
        print(f"没有发布，网站保持原样。{why}。", file=sys.stderr)
        return False
    try:
        print(_done(done), flush=True)
    except OSError as error:  # published it is, all the same
        print(f"已发布，但没能把话写出来。{reason(error)}。", file=sys.stderr)
    return True


def _done(done: Published) -> str:
    point = done.checkpoint
    first = f"已发布提交 {done.commit[:12]} 到 {done.release}，新登记 {len(done.added)} 条。"
    return f"{first}\n日志 {point.size} 条，核验码 {code(point.root)}。"


def told(error: Exception) -> str:
    """One sentence for each refusal; empty where there is something wrong with the program."""
    match error:
        case BusyError():
            return "另一次发布正在进行，等它结束再来"
        case OlderError():
            last, commit = error.args
            return f"现在公开的是提交 {last[:12]}，{commit[:12]} 不在它之后；不能用旧的盖住新的"
        case LogError():
            return f"上次发布的存档不完整或被改动过：{error}"
        case NotSoundError():
            return f"生成的网站没有通过核对：{error}"
        case GitError() | OutputRefusedError():
            return str(error)
    return reason(error)
