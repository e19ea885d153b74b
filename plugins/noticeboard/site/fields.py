"""A field of a record as residents would name it: 表决项1·计票2·各选项 for motions[1].counts[2].options."""

import re

from noticeboard import schemas

STEP = re.compile(r"(\w+)(?:\[([0-9]+)\])?")


def spoken(kind: str, field: str, language: str = "zh") -> str:
    """The titles of the steps that lead to it; the field as it is where the schema does not know the way."""
    schema = schemas.checker(kind)
    names = []
    for step in field.split("."):
        match = STEP.fullmatch(step)
        properties = schema.get("items", schema).get("properties", {})
        if not match or match[1] not in properties:
            return field
        schema = properties[match[1]]
        title = schema["title"] if language == "zh" else schema["x-en"][0]
        names.append(f"{title}{match[2] or ''}")
    return "·".join(names)
