"""Attachments that are not what they are called, or carry what a browser or a server would obey."""

import zlib

from tests.corpus.case import heavy, raw
from tests.privacy.made import GPS, chunk, jpeg, pdf, pdf_of, png, segment

EXIF = segment(0xE1, GPS)

PDF, JPG, PNG = b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HTML = b"<!doctype html><script>alert(1)</script>"

SPACES = zlib.compress(zlib.compress(b" " * 100_000_000, 1), 9)
"""Half a kilobyte that unfolds into a hundred megabytes of spaces."""

CASES = [
    *[
        raw("SVG, HTML, JS, double extensions, _headers, CNAME", content, "1:1 attachment-name-malformed", path=f"elm/attachments/{name}")
        for name, content in (
            ("x.svg", SVG), ("x.html", HTML), ("x.htm", HTML), ("x.js", b"alert(1)"), ("x.pdf.exe", b"MZ"), ("x.docx", b"PK"),
            ("x.xlsx", b"PK"), ("x.zip", b"PK"), ("_headers", b"/*"), ("CNAME", b"evil.example"), ("x.css", b"*{}"),
            ("x.php", b"<?php"), ("x.pdf.html", HTML), ("x.PDF", PDF), ("x.jpeg", JPG), ("x.gif", b"GIF89a"), ("x.webp", b"RIFF"),
            ("合同.pdf", PDF), ("a b.pdf", PDF), ("-x.pdf", PDF), ("x" * 90 + ".pdf", PDF), ("x\nhtml.pdf", PDF), ("x.pdf ", PDF),
            ("x", PDF), ("x.xml", b"<x/>"), ("x.swf", b"FWS"), ("x.wasm", b"\x00asm"), ("x.eml", b"From:"), ("x.pdf;.jpg", JPG),
        )
    ],
    *[
        raw("SVG, HTML, JS, double extensions, _headers, CNAME", content, "1:1 attachment-not-its-ending", path=f"elm/attachments/{name}")
        for name, content in (
            ("x.pdf", HTML), ("x.pdf", b""), ("x.pdf", b"PK\x03\x04"), ("x.pdf", b" " + PDF), ("x.jpg", PNG), ("x.jpg", SVG),
            ("x.png", JPG), ("x.png", b"\x89PNG\n"), ("x.jpg", b"GIF89a"), ("x.png", HTML), ("x.jpg", b"\xff\xd8"), ("x.png", PDF),
        )
    ],
    *[
        raw("PDF and EXIF leaks", content, f"1:1 {rule}", path=f"elm/attachments/x.{ending}")._replace(secrets=secrets)
        for ending, content, rule, secrets in (
            ("jpg", jpeg(EXIF), "picture-tells", ()),
            ("jpg", jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")), "picture-tells", ()),
            ("jpg", jpeg(segment(0xED, b"Photoshop 3.0\0")), "picture-tells", ()),
            ("jpg", jpeg(segment(0xFE, b"13800138000")), "picture-tells", ("13800138000",)),
            ("jpg", jpeg(behind=b"PK\x03\x04"), "picture-tells", ()),
            ("jpg", jpeg(behind=HTML), "picture-tells", ()),
            ("jpg", jpeg()[:-2], "picture-unreadable", ()),
            ("jpg", jpeg()[:30], "picture-unreadable", ()),
            ("jpg", jpeg(width=60_000, height=60_000), "picture-too-large", ()),
            ("png", png(chunk(b"eXIf", b"II*\0")), "picture-tells", ()),
            ("png", png(chunk(b"tEXt", b"Author\0somebody")), "picture-tells", ()),
            ("png", png(behind=b"<script>alert(1)</script>"), "picture-tells", ()),
            ("png", png()[:40], "picture-unreadable", ()),
            ("png", png()[:-1], "picture-unreadable", ()),
            ("png", png(width=2**31 - 1, height=2**31 - 1), "picture-too-large", ()),
            ("pdf", pdf(script="app.alert(1)"), "document-active", ()),
            ("pdf", pdf(password="x"), "document-unreadable", ()),  # noqa: S106
            ("pdf", pdf("x")[:300], "document-unreadable", ()),
            ("pdf", pdf("x")[:12], "document-unreadable", ()),
            ("pdf", pdf("Call 13800138000"), "personal-mobile-number", ("13800138000",)),
            ("pdf", pdf(author="13800138000"), "personal-mobile-number", ("13800138000",)),
        )
    ],
    heavy(raw("PDF and EXIF leaks", pdf_of(SPACES, "/FlateDecode", "/FlateDecode"), "1:1 document-unreadable", path="elm/attachments/bomb.pdf")),
    heavy(raw("PDF and EXIF leaks", PNG + b"\0" * 5_000_000, "1:1 picture-unreadable", path="elm/attachments/x.png")),
    heavy(raw("PDF and EXIF leaks", png(*[chunk(b"tEXt", b"")] * 800_000), "1:1 picture-unreadable", path="elm/attachments/x.png")),
    heavy(raw("PDF and EXIF leaks", b"\xff\xd8" + b"\xff\xd0" * 2_000_000, "1:1 picture-unreadable", path="elm/attachments/x.jpg")),
    raw("PDF and EXIF leaks", b"a,b\n13800138000,1\n", "2:1 personal-mobile-number", path="elm/attachments/x.csv")
    ._replace(secrets=("13800138000",)),
    raw("PDF and EXIF leaks", "甲,乙\n".encode("gbk"), "1:1 file-not-utf8", path="elm/attachments/x.csv"),
    *[
        raw("odd but honest", content, path=f"elm/attachments/{name}")
        for name, content in (
            ("a.jpg", jpeg()), ("a.png", png()), ("a.pdf", pdf("a")), ("a.csv", b"a,b\n"), ("2026_a.b-c.pdf", pdf("a")),
            ("icc.jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01"))), ("gamma.png", png(chunk(b"gAMA", b"\0\0\xb1\x8f"))),
        )
    ],
]  # fmt: skip
