"""Attachments that are not what they are called, or carry what a browser or a server would obey."""

from tests.corpus.case import raw

PDF, JPG, PNG = b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HTML = b"<!doctype html><script>alert(1)</script>"

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
]  # fmt: skip
