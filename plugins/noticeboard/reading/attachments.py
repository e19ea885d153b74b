"""What an attachment holds and nobody sees: place and owner in a picture, scripts in a PDF, persons in either."""

from noticeboard.privacy import documents, pictures
from noticeboard.reading import personal, text
from noticeboard.reading.fault import START, Fault, fault

MOST_PIXELS = 50_000_000


def faults(path: str, content: bytes, public_phones: set[str]) -> list[Fault]:
    """Of a file whose beginning fits its ending."""
    match path.rpartition(".")[2]:
        case "csv":
            characters, found = text.decode(content)
            return found or personal.faults(characters, public_phones)
        case "pdf":
            return _of_document(content, public_phones)
    return _of_picture(content)


def _of_picture(content: bytes) -> list[Fault]:
    try:
        picture = pictures.read(content)
    except pictures.UnreadableError:
        return [fault("picture-unreadable", START)]
    if picture.width * picture.height > MOST_PIXELS:
        size = f"{picture.width} × {picture.height}"
        return [fault("picture-too-large", START, found=size, most=f"{MOST_PIXELS:,}")]
    return [fault("picture-tells", START)] if picture.tells else []


def _of_document(content: bytes, public_phones: set[str]) -> list[Fault]:
    try:
        document = documents.read(content)
    except documents.UnreadableError:
        return [fault("document-unreadable", START)]
    found = [one._replace(line=1, column=1) for one in personal.faults(document.text, public_phones)]
    if document.active:
        found.append(fault("document-active", START, found="、".join(document.active)))
    return found
