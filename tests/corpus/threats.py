"""The rows of the threat model that concern input. Every one has its cases, and every case its row."""

THREATS = {
    # YAML
    "billion laughs", "merge bombs", "deep nesting", "duplicate keys", "YAML 1.1 types", "dates", "money", "Python traps",
    "exceptions that are not YAMLError", "tags", "encodings", "invisible characters", "lone surrogate escape",
    "multi-document, list, empty, comment-only", '" #" in unquoted text',
    # CSV
    "GBK, WPS, Excel", "full-width, Arabic digits, NBSP, _, NaN, INF, three decimals", "CR-only, ;, TAB, sep= line",
    "header only, NUL, huge cell, spaces in header, bidi", "unclosed quote", "line numbers",
    "merged cells, title row, totals, ####, #REF!", "formula injection", "remote and unsafe paths", "ReDoS", "plugin import",
    "size",
    # HTML, Markdown, templates, site
    "HTML and Markdown", "autoescape", "Pelican readers", "SVG, HTML, JS, double extensions, _headers, CNAME",
    "case and Unicode collisions, reserved names, long names",
    "PDF and EXIF leaks",
    # people
    "personal data", "comments in YAML, file names", ".gitattributes, .gitmodules, hidden files",
    # beyond the threat model
    "slips of the keyboard", "header", "text not NFC, piled marks", "limits", "left behind by programs", "odd but honest",
}  # fmt: skip
