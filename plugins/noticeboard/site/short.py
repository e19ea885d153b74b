"""The short addresses that paper carries."""

from urllib.parse import urlsplit


class Addresses:
    """The portal's short addresses in letters: `HTTPS://HOST/R/<CODE>`.

    Scheme and host are written in capitals, for a symbol of capitals is smaller; a path keeps its
    letters, for these matter.
    """

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        self.prefix = f"{parts.scheme}://{parts.netloc}".upper() + f"{parts.path}R/"

    def __call__(self, code: str) -> str:
        return self.prefix + code
