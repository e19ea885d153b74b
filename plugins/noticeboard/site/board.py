"""One community as its pages see it: names instead of ids, rows, marks, findings in words."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from noticeboard import report, schemas
from noticeboard.duties.clock import clock
from noticeboard.duties.track import Track
from noticeboard.findings import Finding, Severity, field_name
from noticeboard.law.posting import days_posted, least_days
from noticeboard.law.supervision import state
from noticeboard.records.dataset import WHOLE_COMMUNITY, Dataset
from noticeboard.records.envelope import Record
from noticeboard.records.finding import SupervisionFinding
from noticeboard.records.kinds import BY_FOLDER, RECORD_KINDS
from noticeboard.site import fields, rulebook
from noticeboard.site.past import PREVIEW, Past
from noticeboard.site.summary import FundBalance, Overdue, Row, Summary
from noticeboard.site.wordings import Wordings, capital, wordings
from noticeboard.today import Today

NOT_FINAL = frozenset({"draft", "preliminary", "consulting"})
"""Values of `status` of a record that still asks for opinions."""
FIELDS = ("field", "printed_field")
"""Values of findings that name a field."""


class Remark(NamedTuple):
    """A finding as residents read it, with the community's answer.

    `standing` (a `law.profile.Standing`), `layer` and `cited` say whose rule it rests on,
    `text` or else `sense` what that says; all empty where it rests on none.
    """

    rule: str
    found: str
    right: str
    answer: str
    standing: str = ""
    layer: str = ""
    cited: str = ""
    text: str = ""
    sense: str = ""
    item: str = ""

    @property
    def chapter(self) -> str:
        """Where the rule book tells of its rule."""
        return rulebook.chapter(self.rule)


class Hangs(NamedTuple):
    """Days on the board, the least that are asked, and by what."""

    days: int
    least: int
    cited: str


class Accounts(dict[str, str]):
    """Category code to its title; a community's own suffix does not change the title."""

    def __missing__(self, code: str) -> str:
        self[code] = title = self[code[:7]] if len(code) > 7 else code
        return title


class Board:
    """What templates may ask about one community."""

    def __init__(
        self, dataset: Dataset, findings: Sequence[Finding], today: Today, language: str = "zh", past: Past = PREVIEW
    ) -> None:
        self.dataset = dataset
        self.slug = dataset.slug
        self.community = dataset.community
        self.today = today
        self.language = language
        self.words = wordings(language)
        self.past = past.of(self.slug, language)
        self._findings = findings

    # names

    def body(self, body_id: str) -> str:
        """A body's name; its id where nothing is known of it."""
        body = self.dataset.body_by_id.get(body_id)
        return body.name if body else body_id

    def estate(self, estate_id: str) -> str:
        estate = self.dataset.estate_by_id.get(estate_id)
        return estate.name if estate else self.community.name

    def building(self, building_id: str) -> str:
        return self.dataset.building(building_id)

    def place(self, place: str) -> str:
        """A board's place or a channel's name, or the words that were written instead of an id."""
        return self._boards.get(place, place)

    @cached_property
    def _boards(self) -> dict[str, str]:
        channels = {channel.id: channel.name for channel in self.community.channels if channel.id}
        return channels | {board.id: board.place for board in self.community.boards}

    def label(self, key: str, value: str) -> str:
        """The word for one value of an enumeration, such as `notice.form`."""
        chinese, english = schemas.labels()[key][value]
        return chinese if self.language == "zh" else capital(english)

    @cached_property
    def accounts(self) -> Accounts:
        title = "title" if self.language == "zh" else "x-en"
        return Accounts({code: account[title] for code, account in schemas.accounts().items()})

    @cached_property
    def columns(self) -> dict[str, str]:
        """Ledger column to its title; of a transfer the page shows the other side, not the id."""
        chinese = self.language == "zh"
        titles = {field["name"]: field["title"] if chinese else field["x-en"][0] for field in schemas.table()["fields"]}
        return titles | {"transfer": self.words.other_side_title}

    # rows

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Record id to its row, newest first."""
        records = sorted(self.dataset.records, key=lambda one: (one.date, one.id), reverse=True)
        return {record.id: self._row(record) for record in records}

    @cached_property
    def by_folder(self) -> dict[str, list[Row]]:
        """Folder to the rows of its kind, newest first; every folder that has records."""
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.rows.values():
            found[row.url.partition("/")[0]].append(row)
        return {kind.folder: found[kind.folder] for kind in RECORD_KINDS if kind.folder in found}

    @cached_property
    def newest(self) -> list[Row]:
        """All rows, the latest published first."""
        return sorted(self.rows.values(), key=lambda row: (row.published, row.date, row.url), reverse=True)

    def row(self, record_id: str) -> Row | None:
        return self.rows.get(record_id)

    def _row(self, record: Record) -> Row:
        return Row(
            url=f"{record.id}/",
            title=record.title,
            summary=record.summary,
            date=str(record.date),
            published=str(record.published),
            kind=BY_FOLDER[record.folder].name,
            publisher=self.body(record.publisher),
            mark=self.mark(record),
            remarked=self.remarked(record.id),
            document_number=record.document_number,
            changed=record.changed,
        )

    def mark(self, record: Record) -> str:
        """The one word that a reader must know before the rest; empty for most."""
        if record.withdrawn:
            return "withdrawn"
        if isinstance(record, SupervisionFinding):
            return f"finding-{state(record, self.today)}"
        if record.posting and record.posting.until and self.today.is_within(record.posting.start, record.posting.until):
            return "posting"
        if record.corrections:
            return "corrected"
        return "open" if record.status in NOT_FINAL else ""

    def hangs(self, record: Record) -> Hangs | None:
        """For how long a record hangs, beside what is asked; None where either is not known."""
        days, least = days_posted(record.posting), least_days(self.dataset, record)
        if days is None or least is None:
            return None
        return Hangs(days, least.value, self.words.cited(least.basis))

    # findings

    @cached_property
    def _remarks(self) -> dict[str, list[Remark]]:
        remarks: defaultdict[str, list[Remark]] = defaultdict(list)
        for finding in self._findings:
            if finding.severity is not Severity.INFO:
                remarks[finding.record].append(_remark(finding, self.language, self.words))
        return dict(remarks)

    def remarks(self, record_id: str) -> list[Remark]:
        """What the check has to say about a record, in its order."""
        return self._remarks.get(record_id, [])

    def remarks_on(self, record_id: str, name: str, index: int) -> list[Remark]:
        """Those about one entry of a list in a record or single file; `index` counts from 0."""
        return [one for one in self.remarks(record_id) if one.item == field_name((name, index))]

    def remarks_beside(self, record_id: str, *names: str) -> list[Remark]:
        """Those about no entry of these lists."""
        return [one for one in self.remarks(record_id) if one.item.partition("[")[0] not in names]

    def remarked(self, record_id: str) -> str:
        """The word of lists for a record with remarks: whether the community has answered all of them."""
        remarks = self.remarks(record_id)
        if not remarks:
            return ""
        return "answered" if all(remark.answer for remark in remarks) else "remarked"

    # duties

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        """Every duty of disclosure on the clock."""
        return self.dataset.derive(clock, self.today)

    # summary

    def summary(self, pages: int, states: dict[str, int], overdue: Sequence[Overdue]) -> Summary:
        community = self.community
        return Summary(
            slug=self.slug,
            name=community.name,
            summary=community.summary,
            region=community.region,
            households=community.households or sum(estate.households or 0 for estate in community.estates),
            estates=len(community.estates),
            records=len(self.dataset.records),
            pages=pages,
            warnings=sum(len(remarks) for remarks in self._remarks.values()),
            last_published=self.newest[0].published if self.newest else "",
            by_kind={BY_FOLDER[folder].name: len(rows) for folder, rows in self.by_folder.items()},
            latest=tuple(self.newest[:10]),
            titles=tuple(self.rows.values()),
            funds=self.funds,
            states=states,
            overdue=tuple(overdue),
        )

    @cached_property
    def funds(self) -> tuple[FundBalance, ...]:
        """The last standing statement of every fund."""
        last = [(key, statements[-1]) for key, statements in self.dataset.standing.items()]
        return tuple(
            FundBalance(
                url=f"{estate}/{fund}/",
                estate=self.community.name if estate == WHOLE_COMMUNITY else self.estate(estate),
                fund=self.label("statement.fund", fund),
                closing=str(statement.closing),
                until=str(statement.period.until),
            )
            for (estate, fund), statement in last
        )


def _remark(finding: Finding, language: str, words: Wordings) -> Remark:
    found, right, _ = report.sentences(_for_residents(finding, language), language)
    if (basis := finding.basis) is None:
        return Remark(finding.rule, found, right, finding.acknowledged, item=finding.item)
    return Remark(
        finding.rule, found, right, finding.acknowledged, basis.standing,
        layer=words.layer(basis), cited=words.cited(basis), text=basis.text, sense=words.sense(basis),
        item=finding.item,
    )  # fmt: skip


def _for_residents(finding: Finding, language: str) -> Finding:
    """The finding with the field called by its title and not by the name that clerks type."""
    folder = finding.record.partition("/")[0]
    kind = BY_FOLDER[folder].name if folder in BY_FOLDER else folder
    named = {name: fields.spoken(kind, finding.values[name], language) for name in FIELDS if name in finding.values}
    return msgspec.structs.replace(finding, values=finding.values | named) if named else finding
