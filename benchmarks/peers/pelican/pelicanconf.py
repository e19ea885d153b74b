"""Settings of the stock site: Pelican as it comes, with an own plain theme and addresses like the others'."""

import json
from pathlib import Path

SITENAME = "公示栏"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
STATIC_PATHS = ["ledgers"]

ARTICLE_URL = "{category}/{folder}/{stem}/"
ARTICLE_SAVE_AS = "{category}/{folder}/{stem}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "list/{slug}/"
TAG_SAVE_AS = "list/{slug}/index.html"
DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = ""
PAGINATED_TEMPLATES = {"tag": None}
DEFAULT_PAGINATION = 20
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CATEGORY_FEED_ATOM = "{slug}/atom.xml"
FEED_MAX_ITEMS = 30

NAMES = json.loads(Path("names.json").read_text(encoding="utf-8"))
JINJA_GLOBALS = {"COMMUNITIES": NAMES["communities"], "FOLDERS": NAMES["folders"]}
