"""Chinese sentences as committees write them, put together from a seeded source of chance."""

from random import Random

WORDS: dict[str, tuple[str, ...]] = {
    "time": (
        "本周一上午", "上周四晚饭后", "月初", "连日降雨之后", "入冬以来", "清明前后", "台风过境当晚", "供暖前一周",
        "春节放假前", "暑期开始后", "早高峰时段", "例行巡查当日", "接到反映的第二天", "汛期到来之前",
    ),
    "who": (
        "业主委员会", "物业服务中心", "居委会工作人员", "楼组长", "监督小组", "维保单位", "施工单位", "街道物业科",
        "社区民警", "居民代表", "审价单位", "绿化养护班", "消防维保人员", "志愿者服务队",
    ),
    "place": (
        "东门岗亭", "地下车库二层", "中心花园", "北侧围墙", "儿童活动场地", "屋面露台", "水泵房", "配电间",
        "非机动车棚", "垃圾分类投放点", "电梯机房", "消防控制室", "健身步道", "会所一楼", "雨水泵井", "西侧消防通道",
    ),
    "thing": (
        "排水管道", "单元门禁", "应急照明", "监控摄像头", "生活水箱", "电梯曳引绳", "屋面防水层", "外墙保温层",
        "充电桩", "道闸系统", "消火栓", "化粪池", "路面沉陷处", "香樟树枝", "水泵变频器", "弱电井", "楼道扶手",
    ),
    "trouble": (
        "接口处有渗漏", "控制板老化", "表面锈蚀较重", "夜间噪声偏大", "照度不足", "被杂物遮挡", "备件已经停产",
        "水位报警失灵", "固定螺栓松动", "存在脱落的可能", "与图纸不一致", "维修记录缺了两次", "使用年限已过一半",
    ),
    "act": (
        "拉起警戒线并派人看守", "更换了配件", "联系厂家上门检测", "拍照留存并登记", "先做临时封堵", "列入下月维修计划",
        "请第三方出具检测意见", "重新调试三次", "通知相关楼栋暂停使用", "按合同要求限期整改",
        "向街道书面报告", "组织现场会商",
    ),
    "opinion": (
        "费用应当先询价再动工", "施工时间不能占用午休", "合同里要写明保修年限", "公共收益的去向要按季度贴出",
        "老人多的楼栋要提前上门告知", "停车位轮换办法要再细化", "中标单位的业绩要附在公示里", "质保金应留足百分之五",
        "能修的先修，不急着整体更换", "账目要让看不懂表格的人也看得明白", "高空作业要避开上下学时间",
    ),
    "result": (
        "未再发现同类情况", "复查合格", "居民反映基本平息", "还有两处等待配件", "费用控制在预算以内",
        "比原计划提前三天完成",
        "验收单已经存档", "遗留的一项转入下月跟进", "因雨顺延四天", "试运行一周正常", "尾款待审价后支付",
    ),
    "law": (
        "《民法典》第二百七十八条", "《民法典》第二百八十一条", "《民法典》第二百八十二条", "《民法典》第九百四十三条",
        "《物业管理条例》", "小区管理规约", "业主大会议事规则", "物业服务合同约定",
    ),
    "matter": (
        "更换东门道闸", "屋面防水维修", "电梯钢丝绳更换", "公共收益补充维修资金", "增设非机动车充电设施",
        "外墙脱落应急处理",
        "续聘物业服务单位", "修订停车管理办法", "消防主机升级", "化粪池清掏周期调整", "楼道照明改造", "围墙加固",
        "儿童活动场地翻新", "监控系统补点", "二次供水设施清洗", "绿化补种", "雨污分流改造", "门卫岗亭翻修",
    ),
}  # fmt: skip

FRAMES: tuple[str, ...] = (
    "{time}，{who}到{place}查看{thing}，发现{trouble}，随即{act}。",
    "{place}的{thing}{trouble}，{who}核实后{act}，{result}。",
    "有居民提出，{opinion}；{who}答复将在本月底前给出书面说明。",
    "关于{matter}，{who}共收到意见{n}条，其中{m}条主张{opinion}。",
    "依据{law}，{matter}须先行公示，再由业主表决决定。",
    "{who}介绍，{thing}上一次大修是在{year}年，目前{trouble}。",
    "现场共排查{n}处，整改{m}处，{result}。",
    "考虑到{place}紧邻住宅，{who}要求{act}，并把进展贴在公告栏。",
    "会上对{matter}讨论较久，多数意见认为{opinion}。",
    "预算暂按{n}万元掌握，最终以审价结果为准，{opinion}。",
    "{time}起{place}部分封闭，请绕行；{who}安排专人引导。",
    "报价单位共{m}家，最高与最低相差{n}个百分点，{who}已逐项核对。",
    "对{thing}的处理分两步：先{act}，再视情况决定是否整体更换。",
    "{who}说明了费用来源和支付节点，{result}。",
    "如遇雨雪天气，{matter}的工期相应顺延，届时另行告知。",
    "经清点，{place}现有{thing}{n}套，完好{m}套，其余{trouble}。",
    "居民对{thing}意见集中，主要是{trouble}，希望{opinion}。",
    "本事项由{who}负责，{who}配合，办结后在公告栏和公众号同时公布。",
    "截至目前，{matter}已完成招标文件编制，{result}。",
    "因{thing}{trouble}，{time}曾短时停用{n}小时，恢复后{result}。",
)


def word(chance: Random, slot: str) -> str:
    """One word or phrase of a slot, such as `matter`."""
    return chance.choice(WORDS[slot])


def sentence(chance: Random) -> str:
    """One sentence."""
    total = chance.randint(3, 60)
    numbers = {"n": total, "m": chance.randint(1, total), "year": chance.randint(2008, 2023)}
    return chance.choice(FRAMES).format(**numbers, **{slot: chance.choice(words) for slot, words in WORDS.items()})


def phrase(chance: Random) -> str:
    """A sentence without its full stop, for a single line."""
    return sentence(chance).removesuffix("。")


def paragraph(chance: Random, characters: int) -> str:
    """Sentences of about so many characters together."""
    text = ""
    while len(text) < characters:
        text += sentence(chance)
    return text


def text(chance: Random, paragraphs: int, characters: int) -> str:
    """Paragraphs with an empty line between them; one text in eight has a list."""
    parts = [paragraph(chance, characters) for _ in range(paragraphs)]
    if chance.random() < 0.125:
        parts.append("\n".join(f"- {phrase(chance)}" for _ in range(3)))
    return "\n\n".join(parts) + "\n"
