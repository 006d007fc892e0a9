"""Text from people made fit for paper and for tables: only letters that our fonts have, and nothing that a table would run."""

import unicodedata

KNOWN = frozenset("‘’“”–—…€•→✓≥≤×÷−′")
LAST = 0x17F
"""Latin with all its accents; the fonts of our papers have it whole."""
INSTEAD = "·"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def settable(text: str) -> str:
    """The text with what our fonts lack (an emoji, another script) as a dot, and without what cannot be seen."""
    seen = "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", text))
    return "".join(c if ord(c) <= LAST or c in KNOWN else INSTEAD for c in seen)


def cell(text: str) -> str:
    """The text for a table that another program opens: never a formula (OWASP, CSV injection), never a control character."""
    seen = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    return f"'{seen}" if seen.startswith(STARTS_A_FORMULA) else seen
