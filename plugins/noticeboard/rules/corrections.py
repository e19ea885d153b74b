"""Corrections: they name what they changed by the names of the fields."""

import re
from collections.abc import Iterator

from noticeboard import schemas
from noticeboard.records.dataset import Dataset
from noticeboard.records.kinds import BY_FOLDER
from noticeboard.rules.nearest import meant
from noticeboard.rules.rule import ERROR, Breach, at, rule
from noticeboard.today import Today


@rule(ERROR)
def corrected_field_unknown(dataset: Dataset, today: Today) -> Iterator[Breach]:
    """A correction names a field that its kind of record does not have.

    Readers are shown which field was changed, and a file keeps its old name only
    if the date stands among the corrected fields by its right name.
    """
    for record in dataset.records:
        for index, correction in enumerate(record.corrections):
            for place, name in enumerate(correction.fields):
                properties = schemas.checker(BY_FOLDER[record.folder].name)["properties"]
                if re.split(r"[.\[]", name)[0] not in properties:
                    titles = {field["title"]: key for key, field in properties.items()}
                    near = meant(name, properties, titles)
                    yield at(record, "corrections", index, "fields", place, found=name, **near)
