"""One community that does not exist: two estates, their buildings, bodies and who answers for what."""

from random import Random
from typing import NamedTuple

from benchmarks import prose
from benchmarks.yaml_text import Tree

SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
NAMES = "松竹梅兰桂枫柳荷槐樟云溪湖泉岭桥塘江湾亭"
TROUBLES = ("楼道灯不亮", "电梯停了", "屋面漏水", "车位被占", "水压不足", "垃圾没有清运", "账目看不明白", "邻里噪声")


class Estate(NamedTuple):
    """`area` in hundredths of a square metre."""

    id: str
    name: str
    buildings: tuple[tuple[str, int, int], ...]  # id, households, area
    owners: int

    @property
    def households(self) -> int:
        return sum(households for _, households, _ in self.buildings)

    @property
    def area(self) -> int:
        return sum(area for _, _, area in self.buildings)


class Place(NamedTuple):
    """What the records of a community refer to."""

    slug: str
    name: str
    estates: tuple[Estate, ...]


def place(number: int, chance: Random) -> Place:
    """The community with this number."""
    names = chance.sample(NAMES, 4)
    estates = tuple(_estate(f"e{index}", f"{names[index]}{names[index + 1]}苑", chance) for index in (1, 2))
    return Place(f"c{number:02d}", f"{names[0]}{names[1]}第{number}社区", estates)


def _estate(slug: str, name: str, chance: Random) -> Estate:
    buildings = []
    for index in range(1, chance.randint(4, 9)):
        households = chance.randint(36, 96)
        buildings.append((f"{slug}-b{index}", households, households * chance.randint(7000, 12000)))
    households = sum(building[1] for building in buildings)
    return Estate(slug, name, tuple(buildings), households - chance.randint(0, 9))


def area(hundredths: int) -> str:
    """As the records write it, in square metres."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def phone(chance: Random) -> str:
    """A number that no subscriber can have: none begins with 0."""
    return f"010-0{chance.randint(0, 9_999_999):07d}"


def community(here: Place, chance: Random) -> Tree:
    """community.yaml"""
    households = sum(estate.households for estate in here.estates)
    return {
        "name": here.name,
        "summary": f"共两个小区、{households}户，账目、会议和决议在这里公开。",
        "text": prose.text(chance, 2, 120),
        "region": "江城市东湖街道（虚构）",
        "jurisdiction": "CN",
        "disclosing_since": "2024-07-01",
        "population": str(households * 2),
        "households": str(households),
        "contact": {"role": "社区服务大厅窗口", "phone": phone(chance), "hours": "工作日8点30分至17点"},
        "channels": [{"kind": "board", "name": "各小区公告栏", "run_by": "residents-committee"}],
        "estates": [_estate_tree(estate) for estate in here.estates],
        "boards": [{"id": f"board-{estate.id}", "place": f"{estate.name}东门内侧"} for estate in here.estates],
    }


def _estate_tree(estate: Estate) -> Tree:
    return {
        "id": estate.id,
        "name": estate.name,
        "built": "2009",
        "households": str(estate.households),
        "floor_area": area(estate.area),
        "owners": str(estate.owners),
        "management": "entrusted",
        "provider": f"{estate.id}-provider",
        "owners_assembly": {"established_on": "2013-05-18"},
        "buildings": [
            {
                "id": slug,
                "name": f"{slug.rpartition('b')[2]}号楼",
                "households": str(households),
                "floor_area": area(size),
            }
            for slug, households, size in estate.buildings
        ],
    }


def bodies(here: Place, chance: Random) -> Tree:
    """bodies.yaml"""
    common = [
        _body("subdistrict", "东湖街道办事处", "sub-district-office", chance),
        _body(
            "residents-committee",
            f"{here.name}居民委员会",
            "residents-committee",
            chance,
            parent="subdistrict",
            seats="7",
        ),
        _body("representatives", f"{here.name}居民代表会议", "residents-representatives", chance),
        _body(
            "supervision",
            f"{here.name}居务监督委员会",
            "residents-supervision-committee",
            chance,
            seats="5",
            declarations_signed="true",
        ),
    ]
    own = [body for estate in here.estates for body in _estate_bodies(estate, chance)]
    contracts = [
        {"provider": f"{estate.id}-provider", "estate": estate.id, "from": "2023-07-01", "until": "2026-12-31",
         "fee_basis": "commission", "fee": "2.45"}
        for estate in here.estates
    ]  # fmt: skip
    return {"bodies": common + own, "contracts": contracts}


def _estate_bodies(estate: Estate, chance: Random) -> list[Tree]:
    at = {"estate": estate.id}
    return [
        _body(f"{estate.id}-assembly", f"{estate.name}业主大会", "owners-assembly", chance, **at),
        _body(f"{estate.id}-committee", f"{estate.name}业主委员会", "owners-committee", chance, **at, seats="7"),
        _body(f"{estate.id}-provider", f"{estate.name}物业服务中心", "property-service-provider", chance, **at),
    ]


def _body(slug: str, name: str, kind: str, chance: Random, **more: str) -> Tree:
    posts = [
        {"role": role, "holder": f"{chance.choice(SURNAMES)}*{chance.choice(GIVEN)}", "since": "2022-12-05"}
        for role in ("主任", "副主任", "委员")
    ]
    contact = {"role": "值班岗", "phone": phone(chance), "place": prose.word(chance, "place")}
    return {
        "id": slug,
        "name": name,
        "kind": kind,
        **more,
        "posts": posts,
        "contact": contact,
        "summary": prose.phrase(chance),
    }


def responsibilities(here: Place, chance: Random) -> Tree:
    """responsibilities.yaml"""
    leads = ["residents-committee", *(f"{estate.id}-provider" for estate in here.estates)]
    return {
        "responsibilities": [
            {
                "id": f"r{index}",
                "trouble": trouble,
                "lead": chance.choice(leads),
                "support": ["subdistrict"],
                "reply_days": str(chance.randint(1, 7)),
                "note": prose.phrase(chance),
            }
            for index, trouble in enumerate(TROUBLES, start=1)
        ]
    }
