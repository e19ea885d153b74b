"""`publish` on the command line: what happened, or why nothing did, in the maintainer's words."""

import datetime
from pathlib import Path

from noticeboard import report
from noticeboard.git import GitError
from noticeboard.history.log import LogError, code
from noticeboard.publishing.publish import NotSoundError, OlderError
from noticeboard.publishing.publish import publish as _publish
from noticeboard.publishing.releases import BusyError
from noticeboard.site.build import BlockedError, OutputRefusedError

REFUSALS = (BusyError, GitError, LogError, OlderError, NotSoundError, OutputRefusedError, OSError)


def publish(repository: Path, target: Path, commit: str, today: datetime.date, *, rewritten: bool = False) -> bool:
    """Whether it was published; the data's errors are printed where not. Raises one of REFUSALS."""
    try:
        done = _publish(repository, target, commit, today, rewritten=rewritten)
    except BlockedError as blocked:
        print(report.text(blocked.findings, str(repository / "data")), end="")
        print(f"没有发布；{target} 保持原样。")
        return False
    point = done.checkpoint
    print(f"已发布提交 {done.commit[:12]} 到 {done.release}，新登记 {len(done.added)} 条。")
    print(f"日志 {point.size} 条，核验码 {code(point.root)}。")
    return True


def told(error: BaseException) -> str:
    """One sentence for each refusal; every time the target shows what it showed."""
    match error:
        case BusyError():
            why = "另一次发布正在进行，等它结束再来"
        case OlderError():
            last, commit = error.args
            why = f"现在公开的是提交 {last[:12]}，{commit[:12]} 不在它之后；不能用旧的盖住新的"
        case LogError():
            why = f"上次发布的存档不完整或被改动过：{error}"
        case NotSoundError():
            why = f"生成的网站没有通过核对：{error}"
        case _:
            why = str(error)
    return f"没有发布，网站保持原样。{why}。"
