"""The command line: words in, exit codes out. No logic of its own."""

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from noticeboard import check, docs, report
from noticeboard import new as making
from noticeboard.findings import Finding
from noticeboard.git import GitError
from noticeboard.history import base, state
from noticeboard.history.log import LogError
from noticeboard.new import REGISTER
from noticeboard.ownership import judge as ownership
from noticeboard.ownership import signatures
from noticeboard.reading import masking
from noticeboard.records.community import Portal
from noticeboard.records.kinds import BY_NAME
from noticeboard.refusals import reason

CLEAN, FAULTS, BROKEN = 0, 1, 2
REFUSED = FAULTS


class CallError(Exception):
    """The command cannot be carried out as it was typed; the message says why, in Chinese."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0: clean or warnings only; 1: faults in the data, or refused; 2: a fault of the program or of its call."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except (CallError, making.NotMadeError) as error:
        print(error, file=sys.stderr)
        return BROKEN
    except Exception as error:
        if options.debug:
            raise
        if why := reason(error):
            print(f"没有做完。{why}。", file=sys.stderr)
            return REFUSED
        cause = f"（{error.__cause__!r}）" if error.__cause__ else ""
        print(f"程序自身出错，数据没有问题：{error!r}{cause}", file=sys.stderr)
        print(
            "请运行 .venv/bin/python -m noticeboard --debug check（生成网站时 check 换成 site），把输出交给维护者。",
            file=sys.stderr,
        )
        return BROKEN
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m noticeboard", description="公示栏：检查记录，生成网站。")
    parser.add_argument("--debug", action="store_true", help="程序出错时显示详情")
    commands = parser.add_subparsers(required=True, metavar="命令")
    for name, explained, add_options, run in COMMANDS:
        command = commands.add_parser(name, help=explained)
        add_options(command)
        command.set_defaults(run=run)
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    _data_options(parser)
    parser.add_argument("--community", help="只检查一个社区")
    past = parser.add_mutually_exclusive_group()
    past.add_argument("--state", type=Path, help="上次发布的存档：已公开的记录不能悄悄改动")
    past.add_argument("--base", help="与哪个提交比较，例如 origin/main：已有的记录不能悄悄改动")
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="报告的格式")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="报告的语言")


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=(*BY_NAME, REGISTER), help="哪一种；登记写 register，名字写在 --slug")
    parser.add_argument("--data", type=Path, default=Path("data"), help="数据文件夹")
    parser.add_argument("--community", default="", help="哪个社区（文件夹名）")
    parser.add_argument("--date", type=_day_typed, help="日期，如 2026-04-02；不写就是今天（或 portal.yaml 的 as_of）")
    parser.add_argument("--slug", default="", help="文件名里的几个英文词，如 water-shut-off")


def _docs_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="只看有没有过时的，有就退出 1")
    parser.add_argument("--root", type=Path, default=Path(), help="仓库的文件夹")


def _site_options(parser: argparse.ArgumentParser) -> None:
    _data_options(parser)
    parser.add_argument("--output", type=Path, default=Path("output"), help="网站放在哪个文件夹")


def _print_options(parser: argparse.ArgumentParser) -> None:
    _site_options(parser)
    parser.add_argument("--community", required=True, help="哪个社区（文件夹名）")
    parser.add_argument("--since", type=_day_typed, help="只打印这一天及以后公开的，如 2026-07-01")
    parser.add_argument("--building", default="", help="一栋楼：今天该贴的清单和每一张")
    parser.add_argument("--record", default="", help="一条记录，如 notices/2026-04-02-water-shut-off")
    parser.add_argument("--site", type=Path, help="打印已经发布的网站，带核验码；不写就先生成")
    parser.add_argument("--sheets", type=Path, default=Path("build/print"), help="PDF 放在哪个文件夹")


def _publish_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=Path, help="网站服务器上的文件夹；网站在它的 current/site 里")
    parser.add_argument("--commit", default="HEAD", help="发布哪个提交")
    parser.add_argument("--rewritten", action="store_true", help="仓库历史重写过（从历史里清除以后的第一次发布）")
    parser.add_argument("--root", type=Path, default=Path(), help="仓库的文件夹")
    parser.add_argument("--today", type=_day_typed, help="以哪一天为今天，如 2026-07-20")


def _serve_options(parser: argparse.ArgumentParser) -> None:
    _site_options(parser)
    parser.add_argument("--port", type=int, default=8000, help="端口")


def _mask_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="*", help="文件；不写就是数据文件夹里的全部记录")
    parser.add_argument("--data", type=Path, default=Path("data"), help="数据文件夹")
    parser.add_argument("--write", action="store_true", help="不只是显示，直接改写文件")


def _ownership_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help="从哪个提交改起，例如 origin/main")
    parser.add_argument("--head", default="HEAD", help="改到哪个提交")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--actor", default="", help="谁改的（托管平台上的账号，由 CI 填）；不写就只许改一个社区")
    who.add_argument("--signed", action="store_true", help="谁改的看提交的 SSH 签名，钥匙写在 allowed_signers 里")
    parser.add_argument("--root", type=Path, default=Path(), help="仓库的文件夹")
    parser.add_argument("--format", choices=report.FORMATS, default="text", help="报告的格式")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="报告的语言")


def _data_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("data"), help="数据文件夹")
    parser.add_argument("--today", type=_day_typed, help="以哪一天为今天，如 2026-07-20")


def _day_typed(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期；日期写成 2026-04-02 这样。") from None


def _check(options: argparse.Namespace) -> int:
    slugs = _slugs(options)
    portal, findings = check.portal(options.data)
    found, failures = check.check_all(options.data, slugs, _day(options.today, portal))
    findings += found + _silent(options, slugs)
    print(report.FORMATS[options.format](findings, str(options.data), options.lang), end="")
    if failures:
        print(report.broken(failures, options.lang), end="", file=sys.stderr)
        if options.debug:
            raise check.RulesError(failures, findings) from failures[0].error
        return BROKEN
    return FAULTS if any(finding.blocks for finding in findings) else CLEAN


def _silent(options: argparse.Namespace, slugs: list[str]) -> list[Finding]:
    """What was done in silence since the last publication, or since the commit to compare with."""
    if options.base is None and options.state is None:
        return []
    try:
        past = base.of_commit(options.data, options.base) if options.base else state.load(options.state)
    except GitError as error:
        raise CallError(f"没有提交“{options.base}”可以比较：{error}。") from error
    except LogError as error:
        raise CallError(f"存档 {options.state} 不完整或被改动过：{error}。不要发布，先找回上次的存档。") from error
    return check.history(options.data, slugs, past)


def _slugs(options: argparse.Namespace) -> list[str]:
    """The communities to check: the one that was named, or all."""
    _must_be_there(options.data)
    there = check.communities(options.data)
    if options.community and options.community not in there:
        raise CallError(f"没有社区“{options.community}”；现有：{'、'.join(there)}。")
    return [options.community] if options.community else there


def _must_be_there(data: Path) -> None:
    if not data.is_dir():
        raise CallError(f"找不到数据文件夹 {data}；请在仓库文件夹里运行，或用 --data 指明。")


def _new(options: argparse.Namespace) -> int:
    portal = check.settings(options.data) if options.data.is_dir() else None
    wanted = making.Wanted(options.kind, options.community, _day(options.date, portal), options.slug)
    written = making.new(options.data, wanted)
    print(
        "\n".join(
            [*(f"已写好 {path}" for path in written), making.NEXT_ROWS if wanted.kind == REGISTER else making.NEXT]
        )
    )
    return CLEAN


def _docs(options: argparse.Namespace) -> int:
    changed = docs.stale(options.root) if options.check else docs.write(options.root)
    verb = "过时了，请运行 make docs" if options.check else "已更新"
    print("".join(f"{path} {verb}\n" for path in changed), end="")
    return FAULTS if options.check and changed else CLEAN


def _mask(options: argparse.Namespace) -> int:
    _must_be_there(options.data)
    proposals = masking.proposals(options.data, options.files or masking.candidates(options.data))
    for proposal in proposals:
        print(proposal.changed, end="")
        if options.write:
            proposal.write()
    return FAULTS if proposals and not options.write else CLEAN


def _ownership(options: argparse.Namespace) -> int:
    try:
        actor, findings = options.actor, list[Finding]()
        if options.signed:
            actor, findings = signatures.actor(options.root, options.base, options.head)
        findings += ownership.judge(options.root, options.base, options.head, actor)
    except GitError as error:
        raise CallError(f"比较不了 {options.base} 和 {options.head}：{error}。") from error
    print(report.FORMATS[options.format](findings, str(options.root), options.lang), end="")
    return FAULTS if findings else CLEAN


def _site(options: argparse.Namespace) -> int:
    from noticeboard.site import build, command  # noqa: PLC0415  the checker must not need the renderer

    _must_be_there(options.data)
    day = _day(options.today, check.settings(options.data))
    try:
        done = command.site(options.data, options.output, day)
    except build.OutputRefusedError as error:
        raise CallError(str(error)) from error
    return CLEAN if done else FAULTS


def _print(options: argparse.Namespace) -> int:
    from noticeboard.site import command, printing  # noqa: PLC0415  the checker must not need the renderer

    wanted = printing.Wanted(options.community, options.since, options.building, options.record)
    try:
        printing.weasyprint()  # better told before the site is built
        if options.site is None and (code := _site(options)):
            return code
        command.sheets(options.site or options.output, options.sheets, wanted)
    except printing.CannotPrintError as error:
        raise CallError(str(error)) from error
    return CLEAN


def _publish(options: argparse.Namespace) -> int:
    from noticeboard.publishing import command  # noqa: PLC0415  the checker must not need the renderer

    day = _day(options.today, check.settings(options.root / "data"))
    done = command.publish(options.root, options.target, options.commit, day, rewritten=options.rewritten)
    return CLEAN if done else REFUSED


def _serve(options: argparse.Namespace) -> int:
    from noticeboard.site import serve  # noqa: PLC0415  the checker must not need the renderer

    _must_be_there(options.data)
    serve.serve(options.data, options.output, options.today, options.port)
    return CLEAN


def _day(told: datetime.date | None, portal: Portal | None) -> datetime.date:
    """The one place where the date is decided: as told, as pinned, or as the calendar in China says."""
    return told or (portal and portal.as_of) or _now()


def _now() -> datetime.date:
    return datetime.datetime.now(ZoneInfo("Asia/Shanghai")).date()


COMMANDS = (
    ("check", "检查记录", _check_options, _check),
    ("new", "照样例新建一个文件", _new_options, _new),
    ("docs", "重新生成文档和编辑器用的格式文件", _docs_options, _docs),
    ("ownership", "查改动有没有越出自己的文件夹", _ownership_options, _ownership),
    ("mask", "找出个人信息，并显示遮去以后的样子", _mask_options, _mask),
    ("site", "检查记录并生成网站", _site_options, _site),
    ("print", "把记录排成 A4 的 PDF，贴出来用", _print_options, _print),
    ("publish", "发布一个提交：建好、查过，再一次换上", _publish_options, _publish),
    ("serve", "本机预览，改动后自动重新生成", _serve_options, _serve),
)
"""Name, what it does, its options, what carries it out."""
