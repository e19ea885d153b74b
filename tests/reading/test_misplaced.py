"""A file among those of another kind is told as one thing, and a mistyped one is not."""

import pytest

from noticeboard.new import EXAMPLES
from noticeboard.reading import tree
from noticeboard.records.kinds import BY_FOLDER, BY_NAME
from tests.reading.told import NOTICE, brief, sentences


@pytest.mark.parametrize("there", BY_NAME)
@pytest.mark.parametrize("kind", BY_NAME)
def test_an_example_in_the_place_of_another_kind_is_one_fault(kind: str, there: str) -> None:
    content, faults = tree.read(there, (EXAMPLES / f"{kind}.yaml").read_text(encoding="utf-8"))
    assert brief(faults) == ([] if kind == there else ["1:1 file-of-another-kind"])
    assert (content is None) == (kind != there)


@pytest.mark.parametrize("there", sorted({kind.name for kind in BY_FOLDER.values()} - {"notice"}))
def test_a_short_notice_is_recognised_and_its_folder_named(there: str) -> None:
    (fault,) = tree.read(there, NOTICE)[1]
    assert sentences(fault)[:2] == (
        "这个文件看起来是“通知公告”，不该放在这里。", "“通知公告”放在社区文件夹的 notices。",
    )  # fmt: skip


@pytest.mark.parametrize("wrong", [("form: notice", "body: x"), ("form: notice\ncategory: water\n", "")])
def test_a_notice_with_wrong_keys_stays_a_notice(wrong: tuple[str, str]) -> None:
    assert "file-of-another-kind" not in [one.rule for one in tree.read("notice", NOTICE.replace(*wrong))[1]]
