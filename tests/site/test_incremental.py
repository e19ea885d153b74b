"""Whatever is edited in whatever order: the updated output equals a fresh one, byte for byte."""

import datetime
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from noticeboard.site.build import BlockedError
from tests.site.workshop import TODAY, Workshop

WORDS = st.sampled_from(["电梯", "停水<b>", "A&B", "一二三", "绿化'\""])
DAYS = st.integers(min_value=-120, max_value=120).map(lambda days: TODAY + datetime.timedelta(days=days))

# (file, a text in it that may become any words)
TEXTS = [
    ("data/elm/notices/2026-03-01-water.yaml", "summary: "),
    ("data/elm/meetings/2026-02-20-assembly.yaml", "place: "),
    ("data/elm/resolutions/2026-001-pump.yaml", "title: "),
    ("data/elm/finances/2026-q1-common-income.yaml", "summary: "),
    ("data/elm/reviews/2025.yaml", "title: "),
    ("data/elm/community.yaml", "name: "),
    ("data/elm/bodies.yaml", "    name: "),
    ("data/elm/responsibilities.yaml", "    trouble: "),
    ("data/oak/community.yaml", "summary: "),
    ("data/portal.yaml", "title: "),
    ("theme/translations/zh.yaml", "home: "),
    ("content/pages/about.md", "Title: "),
]


class Edits(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.workshop = Workshop(self.folder / "w")
        self.today = TODAY
        self.copies = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def first_build(self) -> None:
        self.workshop.build()

    @rule(where=st.sampled_from(TEXTS), words=WORDS)
    def edit_a_text(self, where: tuple[str, str], words: str) -> None:
        path, key = where
        file = self.workshop.root / path
        if not file.exists():
            return
        lines = file.read_text(encoding="utf-8").split("\n")
        index = next(i for i, line in enumerate(lines) if line.startswith(key))
        quoted = words.replace('"', '\\"')
        lines[index] = f"{key}{words}" if path.endswith(".md") else f'{key}"{quoted}"'
        file.write_text("\n".join(lines), encoding="utf-8")

    @rule(words=WORDS)
    def edit_a_ledger_alone(self, words: str) -> None:
        file = self.workshop.data / "oak/finances/2026-h1-residents-committee.csv"
        if file.exists():
            rows = file.read_text(encoding="utf-8").split("\n")
            rows[1] = '2026-01-10,RC.I.01,"' + words.replace('"', '""') + '",5000.00,'
            file.write_text("\n".join(rows), encoding="utf-8")

    @rule(content=st.binary(max_size=20))
    def change_an_attachment(self, content: bytes) -> None:
        file = self.workshop.data / "elm/attachments/valve.pdf"
        file.write_bytes(file.read_bytes() + b"%" + content.hex().encode() + b"\n")  # a comment at its end

    @rule(words=WORDS)
    def change_the_theme(self, words: str) -> None:
        (self.workshop.theme / "static/css/board.css").write_text(f"/* {words} */", encoding="utf-8")

    @rule(words=WORDS)
    def change_a_template(self, words: str) -> None:
        file = self.workshop.theme / "templates/404.html"
        file.write_text(file.read_text(encoding="utf-8") + f"{{# {words} #}}\n", encoding="utf-8")

    @rule()
    def add_a_notice(self) -> None:
        self.copies += 1
        source = self.workshop.data / "oak/notices/2026-06-01-typhoon.yaml"
        if source.exists():
            shutil.copy(source, source.with_name(f"2026-06-01-copy-{self.copies}.yaml"))

    @rule()
    def remove_the_last_notice(self) -> None:
        for file in sorted((self.workshop.data / "oak/notices").glob("*copy*"))[-1:]:
            file.unlink()

    @rule()
    def rename_a_notice(self) -> None:
        self.copies += 1
        for file in sorted((self.workshop.data / "oak/notices").glob("*copy*"))[:1]:
            file.rename(file.with_name(f"2026-06-01-copy-renamed-{self.copies}.yaml"))

    @rule()
    def remove_all_statements_of_oak(self) -> None:
        shutil.rmtree(self.workshop.data / "oak/finances", ignore_errors=True)

    @rule()
    def add_a_community(self) -> None:
        self.copies += 1
        shutil.copytree(self.workshop.data / "oak", self.workshop.data / f"oak-{self.copies}")

    @rule()
    def remove_a_community(self) -> None:
        for folder in sorted(self.workshop.data.glob("oak-*"))[:1]:
            shutil.rmtree(folder)

    @rule()
    def rename_a_community(self) -> None:
        self.copies += 1
        for folder in sorted(self.workshop.data.glob("oak-*"))[:1]:
            folder.rename(folder.with_name(f"oak-named-{self.copies}"))

    @rule()
    def add_a_prose_page(self) -> None:
        text = "Title: 多一页\nSlug: more\nLang: zh\n\n文字。\n"
        (self.workshop.root / "content/pages/more.md").write_text(text, encoding="utf-8")

    @rule()
    def remove_a_prose_page(self) -> None:
        (self.workshop.root / "content/pages/more.md").unlink(missing_ok=True)

    @rule(day=DAYS)
    def go_to_another_day(self, day: datetime.date) -> None:
        self.today = day

    @rule()
    def try_with_a_broken_record(self) -> None:
        file = self.workshop.data / "oak/notices/2026-06-02-broken.yaml"
        file.write_text("title: 只有标题\n", encoding="utf-8")
        try:
            self.workshop.build(today=self.today)
        except BlockedError:
            file.unlink()
        else:
            raise AssertionError("a broken record was published")

    @precondition(lambda self: not (self.workshop.root / ".git").exists())
    @rule()
    def start_using_git(self) -> None:
        subprocess.run(["git", "init", "--quiet", str(self.workshop.root)], check=True)

    @precondition(lambda self: (self.workshop.root / ".git").exists())
    @rule()
    def stage_the_data(self) -> None:
        subprocess.run(["git", "-C", str(self.workshop.root), "add", "--all", "data"], check=True)

    @invariant()
    def updated_equals_fresh(self) -> None:
        self.workshop.build(today=self.today)
        assert self.workshop.files() == self.workshop.fresh(self.today)


Edits.TestCase.settings = settings(
    max_examples=int(os.environ.get("TRUST_EDITS", "3")),
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # a failing run of eight steps is short enough to read
)
TestEdits = Edits.TestCase
