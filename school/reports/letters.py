"""Text from people made fit for paper and for tables: only letters that our fonts have, and nothing that a table would run."""

import unicodedata

_LATIN = (
    *((0x20, 0x7E), (0xA0, 0x12B), (0x12E, 0x131), (0x134, 0x165), (0x168, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1)),
    *((0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x1F8, 0x1F9), (0x218, 0x21B), (0x1E0C, 0x1E0F), (0x1E20, 0x1E21), (0x1E24, 0x1E25)),
    *((0x1E2A, 0x1E2B), (0x1E36, 0x1E3B), (0x1E3E, 0x1E3F), (0x1E42, 0x1E49), (0x1E5A, 0x1E63), (0x1E6C, 0x1E6F), (0x1E80, 0x1E85)),
    *((0x1E8E, 0x1E8F), (0x1E92, 0x1E93), (0x1E97, 0x1E97), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9)),
)
"""From and to: the letters that each of the fonts of our papers has."""
_SIGNS = "‐–—‘’‚“”„†•…‰′″‹›€™←↑→↓−≈≠≤≥✓"
LETTERS = frozenset(chr(c) for low, high in _LATIN for c in range(low, high + 1)) | frozenset(_SIGNS)
INSTEAD = "·"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def settable(text: str) -> str:
    """The text with what our fonts lack (an emoji, another script) as a dot, and without what cannot be seen."""
    seen = (c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", text))
    return "".join(map(_letter, seen))


def all_settable(data: object) -> object:
    """The same of every text in mappings and lists."""
    match data:
        case str():
            return settable(data)
        case dict():
            return {name: all_settable(value) for name, value in data.items()}
        case list() | tuple():
            return [all_settable(value) for value in data]
        case _:
            return data


def _letter(c: str) -> str:
    """As it is; or as the letters it stands for, such as "ij" in one; or a dot."""
    if c == "\n" or c in LETTERS:
        return c
    parts = unicodedata.normalize("NFKD", c)
    return parts if LETTERS.issuperset(parts) else INSTEAD


def cell(text: str) -> str:
    """The text for a table that another program opens: never a formula (OWASP, CSV injection), never a control character."""
    seen = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    return f"'{seen}" if seen.startswith(STARTS_A_FORMULA) else seen
