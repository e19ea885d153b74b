"""Notices, meetings, resolutions and reviews of one community, all valid and referring to each other."""

import datetime
from random import Random

from benchmarks import prose
from benchmarks.community import Estate, Place, area, phone
from benchmarks.entry import Entry, after, envelope, posting, related
from benchmarks.yaml_text import Tree

CATEGORIES = ("water", "power", "lift", "works", "safety", "cleaning", "greenery", "parking", "fees", "voting", "other")
MATTERS = ("use-maintenance-fund", "hire-provider", "adopt-covenant", "other-common-matter")


def notice(number: int, day: datetime.date, here: Place, earlier: list[Entry], chance: Random) -> Entry:
    """A notice; one in five is posted for comment."""
    estate = here.estates[number % 2]
    posted = number % 5 == 0
    matter = prose.word(chance, "matter")
    tree = envelope(f"关于{matter}的{'公示' if posted else '通知'}", f"{estate.id}-provider", estate, day, chance)
    tree |= {
        "buildings": [building[0] for building in estate.buildings[:2]],
        "document_number": f"{here.slug}公告{day.year}第{number + 1}号",
        "posting": posting(estate, day, chance),
        "contact": {"role": "客服前台", "phone": phone(chance), "hours": "每日8点至20点"},
        **related(earlier, day),
        "form": "public-posting" if posted else chance.choice(("notice", "announcement", "circular")),
        "category": chance.choice(CATEGORIES),
        "effective": {"from": after(day, 5), "until": after(day, 12)},
        "schedule": [_slot(day, offset, chance) for offset in range(5, 5 + chance.randint(1, 4))],
        "affected": prose.phrase(chance),
        "reason": prose.phrase(chance),
        "actions": [prose.phrase(chance) for _ in range(chance.randint(2, 4))],
    }
    return Entry(f"notices/{day}-n{number:03d}", "notice", tree)


def _slot(day: datetime.date, offset: int, chance: Random) -> Tree:
    return {
        "date": after(day, offset),
        "from": f"{chance.randint(8, 10):02d}:30",
        "until": f"{chance.randint(15, 18):02d}:00",
        "where": prose.word(chance, "place"),
        "what": f"{prose.word(chance, 'thing')}{prose.word(chance, 'act')}",
    }


def meeting(number: int, day: datetime.date, here: Place, earlier: list[Entry], chance: Random) -> Entry:
    """A meeting of one committee, with agenda and attendance."""
    estate = here.estates[number % 2]
    body = f"{estate.id}-committee"
    attendance = [_attendance("委员", 7, chance), _attendance("列席居民", chance.randint(8, 30), chance)]
    tree = envelope(f"{estate.name}业主委员会第{number + 1}次会议", body, estate, day, chance)
    tree |= {
        "signatures": [{"body": f"{estate.name}业主委员会", "role": "主任", "date": after(day, 1)}],
        **related(earlier, day),
        "type": "owners-committee",
        "body": body,
        "number": f"{day.year}年第{number + 1}次",
        "state": "held",
        "form": "gathering",
        "start": "19:00",
        "end": f"{chance.randint(20, 21)}:{chance.randint(10, 59)}",
        "place": prose.word(chance, "place"),
        "chair": "主任",
        "recorder": "业委会秘书",
        "attendance": attendance,
        "quorum": {"declared": "true", "printed_threshold": "过半数委员"},
        "agenda": [_agenda_item(index, day, estate, chance) for index in range(1, chance.randint(3, 4))],
        "agenda_posted_on": after(day, -9),
        "minutes": {"signed_by": attendance[0]["present"], "kept_at": "业委会办公室，工作日可查阅"},
    }
    return Entry(f"meetings/{day}-m{number:03d}", "meeting", tree)


def _attendance(group: str, entitled: int, chance: Random) -> Tree:
    online = chance.randint(0, 1)
    in_person = entitled - online - chance.randint(0, 1)
    return {
        "group": group, "unit": "persons", "entitled": str(entitled), "present": str(in_person + online),
        "in_person": str(in_person), "by_proxy": "0", "online": str(online),
    }  # fmt: skip


def _agenda_item(index: int, day: datetime.date, estate: Estate, chance: Random) -> Tree:
    return {
        "number": str(index),
        "title": prose.word(chance, "matter"),
        "kind": chance.choice(("report", "discussion", "information")),
        "proposed_by": prose.word(chance, "who"),
        "discussion": prose.paragraph(chance, chance.randint(20, 60)) + "\n",
        "outcome": prose.phrase(chance),
        "follow_up": f"{estate.id}-provider",
        "due": after(day, chance.randint(10, 60)),
    }


def resolution(number: int, day: datetime.date, here: Place, earlier: list[Entry], chance: Random) -> Entry:
    """A vote of all owners by heads and by area."""
    estate = here.estates[number % 2]
    matter = prose.word(chance, "matter")
    tree = envelope(f"关于{matter}的业主大会决议", f"{estate.id}-committee", estate, day, chance)
    tree |= {
        "document_number": f"{estate.name}业决{day.year}第{number + 1}号",
        "posting": posting(estate, day, chance),
        **related(earlier, day),
        "basis": [prose.word(chance, "law")],
        "decided_by": f"{estate.id}-assembly",
        "decided_on": day.isoformat(),
        "form": "mixed",
        "area_basis": "registered",
        "voting": {
            "from": after(day, -16),
            "until": after(day, -1),
            "channels": "纸质选票与电子投票，重复的以先投为准",
        },
        "motions": [_motion(index, matter, estate, chance) for index in range(1, chance.choice((2, 2, 3)))],
        "implementation": {
            "by": f"{estate.id}-provider",
            "due": after(day, chance.randint(30, 120)),
            "progress": prose.phrase(chance),
        },
    }
    return Entry(f"resolutions/{day.year}-{number + 1:03d}", "resolution", tree)


def call(resolution: Entry, notices: list[Entry]) -> None:
    """Name the notice that called the owners: one of the same estate, in good time, and its items are what is voted."""
    voting = resolution.tree["voting"]
    first = datetime.date.fromisoformat(voting["from"])
    for notice in notices:
        days = (first - notice.date).days
        if notice.tree["estate"] == resolution.tree["estate"] and "convenes" not in notice.tree and 19 <= days <= 80:
            notice.tree["convenes"] = {
                "date": voting["from"],
                "until": voting["until"],
                "form": "mixed",
                "place": "接待处",
            }
            notice.tree["items"] = [
                {"id": motion["id"], "title": motion["title"], "content": motion["text"].split("。")[0]}
                for motion in resolution.tree["motions"]
            ]
            resolution.tree["notice"] = notice.id
            resolution.tree["residents_committee_informed_on"] = notice.tree["date"]
            return


def _motion(index: int, matter: str, estate: Estate, chance: Random) -> Tree:
    passed = chance.random() < 0.85
    share = chance.uniform(0.8, 0.94) if passed else chance.uniform(0.2, 0.4)
    heads, square_metres = _tally(estate.owners, share, chance), _tally(estate.area, share, chance)
    returned = sum(heads.values()) + chance.randint(0, 4)
    ballots = {
        "issued": str(estate.owners), "returned": str(returned), "valid": str(sum(heads.values())),
        "invalid": str(returned - sum(heads.values())), "took_part": str(returned),
    }  # fmt: skip
    return {
        "id": str(index),
        "title": f"是否同意{matter}（第{index}项）",
        "matter": chance.choice(MATTERS),
        "text": prose.paragraph(chance, chance.randint(30, 70)) + "\n",
        "counts": [
            {"unit": "owners", "entitled": str(estate.owners), **ballots, "complete": "true",
             "options": {option: str(votes) for option, votes in heads.items()}},
            {"unit": "area", "entitled": area(estate.area), "took_part": area(sum(square_metres.values())),
             "complete": "true", "options": {option: area(votes) for option, votes in square_metres.items()}},
        ],
        "result": "passed" if passed else "failed",
        "terms": [{"item": "费用上限", "amount": f"{chance.randint(2000, 90000)}.00", "note": prose.phrase(chance)}],
    }  # fmt: skip


def _tally(entitled: int, share: float, chance: Random) -> dict[str, int]:
    """Votes per option; between 78 and 95 in a hundred took part, `share` of them in favour."""
    took_part = int(entitled * chance.uniform(0.78, 0.95))
    agreed = int(took_part * share)
    against = int((took_part - agreed) * chance.uniform(0.3, 0.8))
    return {"同意": agreed, "反对": against, "弃权": took_part - agreed - against}


def review(year: int, last_year: bool, here: Place, chance: Random) -> Entry:
    """A year's review; `last_year`: whether the tasks of the year before need an account."""
    day = datetime.date(year, 12, chance.randint(18, 28))
    estate = here.estates[0]
    tree = envelope(f"{year}年度民主评议情况", "residents-committee", estate, day, chance)
    tree |= {
        "year": str(year),
        "chaired_by": "representatives",
        "reviewed": [
            {"id": "s1", "name": f"{here.name}居民委员会", "body": "residents-committee", "outcome": "满意"},
            {"id": "s2", "name": f"{estate.name}物业服务中心", "body": f"{estate.id}-provider", "outcome": "满意"},
        ],
        "reviewers": [{"group": "居民代表", "present": "60"}],
        "achievements": [prose.phrase(chance) for _ in range(4)],
        "figures": [{"item": "收到反映", "value": str(chance.randint(100, 400)), "unit": "件"}],
        "problems": [
            {"id": f"p{index}", "text": prose.phrase(chance), "source": "居民代表提出"} for index in range(1, 6)
        ],
        "tasks": [_task(index, day, chance) for index in range(1, 6)],
        "ballots": [_ballot(subject, chance) for subject in ("s1", "s2")],
        "comments": prose.paragraph(chance, 120) + "\n",
    }
    if last_year:
        tree["previous"] = [
            {"task": f"t{index}", "verdict": "done", "why": prose.phrase(chance)} for index in range(1, 6)
        ]
    return Entry(f"reviews/{year}", "review", tree)


def _task(index: int, day: datetime.date, chance: Random) -> Tree:
    return {
        "id": f"t{index}", "problem": f"p{index}", "text": prose.phrase(chance), "owner": "residents-committee",
        "role": "分管委员", "due": after(day, chance.randint(30, 180)),
    }  # fmt: skip


def _ballot(subject: str, chance: Random) -> Tree:
    satisfied, mostly, not_satisfied = chance.randint(30, 45), chance.randint(4, 10), chance.randint(0, 4)
    valid = satisfied + mostly + not_satisfied
    return {
        "unit": "ballots", "of": subject, "group": "居民代表", "issued": "60", "returned": str(valid + 1),
        "valid": str(valid), "invalid": "1", "complete": "true",
        "options": {"满意": str(satisfied), "基本满意": str(mostly), "不满意": str(not_satisfied)},
    }  # fmt: skip
