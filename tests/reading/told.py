"""Faults in short, and what is read of a text."""

from collections.abc import Iterable

from noticeboard import report
from noticeboard.findings import Finding
from noticeboard.reading import csv_file, text, tree
from noticeboard.reading.fault import FAULTS, Fault

NOTICE = """\
title: 停水通知
publisher: property-service
date: 2026-04-02
published: 2026-04-02
summary: 今天停水
form: notice
category: water
"""
HEADER = "日期,凭证号,科目,项目,收入,支出\n"
ROW = "2026-01-05,记-1,CI.I.01,停车费,1234.50,\n"


def brief(faults: Iterable[Fault]) -> list[str]:
    """Line, column and rule of each."""
    return [f"{one.line}:{one.column} {one.rule}" for one in faults]


def sentences(one: Fault, language: str = "zh") -> tuple[str, str, str]:
    return report.sentences(Finding(rule=one.rule, severity=FAULTS[one.rule], path="", values=one.values), language)


def notice(content: str | bytes) -> list[Fault]:
    """What is wrong with a notice."""
    characters, faults = text.decode(content if isinstance(content, bytes) else content.encode())
    return faults or tree.read("notice", characters)[1]


def ledger(content: str | bytes) -> list[Fault]:
    """What is wrong with a ledger."""
    characters, faults = text.decode(content if isinstance(content, bytes) else content.encode())
    return faults or csv_file.parse(characters)[1]
