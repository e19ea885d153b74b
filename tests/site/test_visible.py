"""The words of a page that the search knows: what its readers see, line by line, and nothing else."""

from noticeboard.site import visible

PAGE = """<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<title>停水 · 停气通知 · 榆树社区</title>
</head>
<body>
<header><a href="index.html">榆树社区</a></header>
<main id="main" tabindex="-1">
{}
</main>
<footer>关于</footer>
</body>
</html>"""


def lines(main: str) -> list[str]:
    return visible.text(PAGE.format(main)).split("\n")


def test_the_title_is_without_the_name_of_the_community() -> None:
    assert visible.title(PAGE) == "停水 · 停气通知"


def test_only_the_main_part_is_read() -> None:
    assert lines("<h1>停水</h1>") == ["停水"]


def test_paragraphs_and_entries_are_lines() -> None:
    assert lines("<h1>停水</h1><p>明天\n上午</p><ul><li>1号楼</li><li>2号楼</li></ul>") == [
        "停水", "明天 上午", "1号楼", "2号楼",
    ]  # fmt: skip


def test_what_is_marked_within_a_sentence_does_not_part_it() -> None:
    assert lines('<p>请<strong>关好</strong>龙头，见<a class="x" href="#y">说明</a></p>') == ["请关好龙头，见说明"]


def test_the_cells_of_a_row_are_one_line() -> None:
    row = '<tr><th scope="row">电费</th>\n<td class="n">12,300.00</td><td></td></tr>'
    assert lines(f"<table><tbody>{row}<tr><td>水费</td><td>80.00</td></tr></tbody></table>") == [
        "电费 12,300.00", "水费 80.00",
    ]  # fmt: skip


def test_a_name_and_what_it_is_are_one_line() -> None:
    assert lines("<dl><div><dt>地点</dt><dd>南门<br>北门</dd></div></dl>") == ["地点 南门 北门"]


def test_entities_are_what_they_stand_for() -> None:
    assert lines("<p>1 &lt; 2 &amp;amp; &#34;三&#34;＝&nbsp;3</p>") == ['1 < 2 &amp; "三"＝ 3']


def test_numbers_in_drawings_are_read_and_their_descriptions_are_not() -> None:
    assert lines('<svg role="img"><title>余额</title><rect width="1"/><text x="1">10万</text></svg>') == ["10万"]


def test_what_is_on_paper_only_and_fields_to_fill_in_are_left_out() -> None:
    slip = '<div class="slip" role="group" aria-label="纸上"><p>扫码看</p></div>'
    assert lines(f'<form role="search"><div><label>想找什么</label></div> 搜</form><p>停水</p>{slip}') == ["停水"]
