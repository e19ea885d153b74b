"""Days and times of day as people, spreadsheets and other standards write them."""

from tests.corpus.case import more, notice, row

MALFORMED = (
    "2026/4/2", "2026.4.2", "2026年4月2日", "2026-4-2", "20260402", "2026-W14-4", "2026-092", "26-04-02", "02-04-2026",
    "2026-04", "2026", "4月2日", "２０２６-０４-０２", "٢٠٢٦-٠٤-٠٢", "2026-04-02T00:00:00", "2026-04-02 08:00", "2026-04-02Z",
    "2026–04–02", "2026-04-02x", "今天", "46114", "1889-04-02", "2126-04-02", "-2026-04-02", "2026-04-2", "2026-O4-02",
)  # fmt: skip
IMPOSSIBLE = (
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-00",
    "2026-04-31",
    "2000-02-30",
    "1900-02-29",
)
TIMES = ("24:00", "9:30", "09:60", "0930", "09：30", "9点半", "09:30:00", "０９:３０", "-1:00")

CASES = [
    *[notice("dates", "date: 2026-04-02\npub", f"date: ▶{text}\npub", "value-malformed") for text in MALFORMED],
    *[notice("dates", "date: 2026-04-02\npub", f"date: ▶{text}\npub", "day-impossible") for text in IMPOSSIBLE],
    *[row("dates", "2026-01-05", f"▶{text}", "cell-malformed") for text in ("2026/1/5", "2026-1-5", "1月5日", "2026-01-05 ")],
    *[row("dates", "2026-01-05", f"▶{text}", "day-impossible") for text in ("2026-02-30", "2026-13-05")],
    row("dates", "2026-01-05", "▶46027", "cell-day-number"),
    *[
        more("dates", f"schedule:\n  - date: 2026-04-02\n    from: ▶{text}\n    what: 停水\n", "value-malformed")
        for text in TIMES
    ],
    more("dates", "schedule:\n  - date: 2026-04-02\n    from: 00:00\n    until: 23:59\n    what: 停水\n"),
    more("dates", 'schedule:\n  - date: "2026-04-02"\n    what: 停水\n'),
    notice("dates", "date: 2026-04-02\npub", 'date: "2026-04-02"\npub'),
    notice("dates", "date: 2026-04-02\npub", "date: '2024-02-29'\npub"),
]  # fmt: skip
