"""The base of every record and part of a record: an immutable value without I/O."""

from msgspec import Struct


class Value(Struct, frozen=True, omit_defaults=True):
    """Immutable; equal by content; written to JSON without the fields left out.

    Attribute names are the schema's property names, except `start` for the
    property `from`, which Python reserves. Subclasses say `kw_only` each, as
    msgspec does not inherit it, and `frozen`, for the type checker.
    """
