"""Pelican's settings. It keeps theme and prose pages; records never pass through its readers."""

from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).parent

SITENAME = "公示栏"
SITEURL = ""
RELATIVE_URLS = True
PATH = str(HERE / "content")
PAGE_PATHS = ["pages"]
ARTICLE_PATHS = []
STATIC_PATHS = []
THEME = str(HERE / "theme")
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
PLUGIN_PATHS = [str(HERE / "plugins")]
PLUGINS = ["noticeboard"]

TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
LOCALE = ["C"]
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = ""  # prose is read here and written with all other pages
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# What record texts and strangers must never be able to do (a test pins these).
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,  # a build reads each template once
    "cache_size": -1,  # and keeps it
}
INTRASITE_LINK_REGEX = "(?P<what>(?!))"
READERS = {"rst": None, "html": None, "htm": None}
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
WITH_FUTURE_DATES = True
TYPOGRIFY = False
