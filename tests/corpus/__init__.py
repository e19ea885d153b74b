"""Malformed, hostile and odd but honest inputs as data: one table a topic, one test that runs them all."""

from tests.corpus import (
    attachments,
    characters,
    dates,
    encodings,
    ledgers,
    limits,
    markup,
    money,
    names,
    persons,
    yaml_files,
)

TABLES = (yaml_files, ledgers, characters, encodings, dates, money, markup, names, persons, attachments, limits)
CASES = [case for table in TABLES for case in table.CASES]
