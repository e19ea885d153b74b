"""Files and folders by names or of kinds that a community does not have."""

from tests.corpus.case import NOTICE, Case, raw

CONTENT = NOTICE.encode()


def named(threat: str, path: str, *rules: str) -> Case:
    """A notice at `path`; what is wrong with a name is told at the beginning of the file."""
    return raw(threat, CONTENT, *(f"1:1 {rule}" for rule in rules), path=path)


CASES = [
    *[
        named("case and Unicode collisions, reserved names, long names", f"elm/notices/{name}.yaml", "file-name-malformed")
        for name in (
            "2026-04-02-Water", "停水", "a b", "-a", "a-", "a_b", "a.b", "con", "prn", "aux", "nul", "com1", "lpt9",
            "year", "page", "a" * 65, "é", "e\u0301", "ａ", "a\u200bb", "a\u202eb", "a\nb", "a\x1bb", "%2e%2e", "a'b", 'a"b',
            "<script>", "a&b", "a;b", "$(x)", "`x`", "a,b", "::error::x",
        )
    ],
    *[
        named("case and Unicode collisions, reserved names, long names", f"elm/notices/{name}")
        for name in ("2026-04-02-a.yaml", "a.yaml", "2026.yaml", f"{'a' * 64}.yaml", "console.yaml", "index.yaml", "0.yaml")
    ],
    *[
        named("Pelican readers", f"elm/notices/x.{ending}", "file-ending-wrong")
        for ending in ("md", "rst", "html", "htm", "yml", "YAML", "json", "txt", "xml", "csv", "py")
    ],
    *[
        named("remote and unsafe paths", f"elm/{path}", "file-unknown")
        for path in (
            "datapackage.json", "schema.json", "notices.yaml", "notices/2026/x.yaml", "Notices/x.yaml", "attachments/a/x.pdf",
            "finances/q1/x.csv", "drafts/x.yaml", "x", "_headers", "CNAME", "robots.txt", "index.html", "rules/x.py",
        )
    ],
    *[
        named("plugin import", f"elm/{path}", "file-unknown")
        for path in ("frictionless_evil.py", "sitecustomize.py", "conftest.py", "pelicanconf.py", "noticeboard/__init__.py")
    ],
    *[
        named("left behind by programs", f"elm/{path}", "file-left-behind")
        for path in ("Thumbs.db", "notices/desktop.ini", "finances/~$2026-q1.xlsx", "attachments/ehthumbs.db")
    ],
    *[
        named("remote and unsafe paths", f"{slug}/notices/x.yaml", "community-name-malformed", "file-missing", "file-missing")
        for slug in ("Oak", "en", "log", "search", "R", "oak_1", "橡树", "-oak", "data", "a" * 65, "zh-hant", "a b")
    ],
    *[named("remote and unsafe paths", path, "file-unknown") for path in ("old.zip", "mkdocs.yml", "community.yaml")],
    named("left behind by programs", "Thumbs.db", "file-left-behind"),
    *[
        named(".gitattributes, .gitmodules, hidden files", path, "file-hidden")
        for path in (
            ".gitattributes", ".htaccess", "elm/.gitattributes", "elm/.gitmodules", "elm/notices/.gitattributes",
            "elm/notices/.x.yaml", "elm/.github/workflows/x.yml", "elm/attachments/.x.pdf", "elm/.env", "elm/.gitignore",
        )
    ],
    *[
        named("left behind by programs", f"elm/{path}")
        for path in (".DS_Store", "notices/._2026-04-02-a.yaml", "notices/.2026-04-02-a.yaml.swp", "notices/.#a.yaml")
    ],
    named("remote and unsafe paths", "elm/finances/2026-q9-none.csv", "ledger-header-missing"),
]  # fmt: skip
