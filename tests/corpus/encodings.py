"""Bytes that are no UTF-8, as Windows, WPS and Excel save them."""

from tests.corpus.case import HEADER, LEDGER_PATH, NOTICE, ROW, Case, raw

TABLE = HEADER + ROW
COLUMN = NOTICE.index("停") + 1

CASES: list[Case] = [
    raw("encodings", NOTICE.encode("gbk"), f"1:{COLUMN} file-not-utf8"),
    raw("encodings", NOTICE.encode("big5"), f"1:{COLUMN} file-not-utf8"),
    raw("encodings", NOTICE.encode("utf-16"), "1:1 file-not-utf8"),
    raw("encodings", NOTICE.encode("utf-16-le"), "1:1 file-not-utf8"),
    raw("encodings", b"\xfe\xff" + NOTICE.encode("utf-16-be"), "1:1 file-not-utf8"),
    raw("encodings", NOTICE.encode("utf-32"), "1:1 file-not-utf8"),
    raw("encodings", NOTICE.encode() + b"actions: [\xff\xfe]\n", "8:11 file-not-utf8"),
    raw("encodings", NOTICE.encode() + b"text: \xc0\xaf\n", "8:7 file-not-utf8"),
    raw("encodings", NOTICE.encode() + b"text: \xed\xa0\x80\n", "8:7 file-not-utf8"),
    raw("encodings", NOTICE.encode() + b"text: \xf4\x90\x80\x80\n", "8:7 file-not-utf8"),
    raw("encodings", NOTICE.encode()[:9], "1:8 file-not-utf8"),
    raw("encodings", NOTICE.encode() + "text: 今天".encode("gbk") + b"\n", "8:7 file-not-utf8"),
    raw("encodings", b"PK\x03\x04" + b"\x00" * 40, "1:1 file-not-utf8"),
    raw("encodings", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "1:1 file-not-utf8"),
    raw("encodings", b"%PDF-1.7\n", "1:1 file-not-utf8"),
    raw("encodings", b"\xef\xbb\xbf" + NOTICE.encode()),
    raw("encodings", NOTICE.replace("\n", "\r\n").encode()),
    raw("encodings", b"\xef\xbb\xbf\xef\xbb\xbf" + NOTICE.encode(), "1:1 character-forbidden"),
    raw("GBK, WPS, Excel", TABLE.encode("gbk"), "1:1 file-not-utf8", path=LEDGER_PATH),
    raw("GBK, WPS, Excel", (HEADER + ROW.replace("停车费", "排污泵")).encode("gbk"), "1:1 file-not-utf8", path=LEDGER_PATH),
    raw("GBK, WPS, Excel", TABLE.encode() + ROW.encode("gbk"), "3:12 file-not-utf8", path=LEDGER_PATH),
    raw("GBK, WPS, Excel", TABLE.encode("utf-16"), "1:1 file-not-utf8", path=LEDGER_PATH),
    raw("GBK, WPS, Excel", b"PK\x03\x04" + b"\x00" * 40, "1:1 file-not-utf8", path=LEDGER_PATH),
    raw("GBK, WPS, Excel", "日期,项目".encode("gbk"), "1:1 file-not-utf8", path=LEDGER_PATH),
]  # fmt: skip
