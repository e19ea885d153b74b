"""Gongshilan 公示栏: checked records in, a public notice board out."""


def register() -> None:
    """Pelican's entry. Imports lazily, so that checking never needs the renderer."""
    from noticeboard.site.generator import connect  # noqa: PLC0415

    connect()
