"""What somebody types to join a team: a code, and a name for who wants to share by name. The store is not asked here."""

import re

CODE = re.compile(r"[2-9A-HJKMNP-TV-Z]{8}")
"""A join code: no letter or digit that is taken for another one when it is typed over."""

LONGEST_NAME = 60
"""Characters in the name of a team, an organisation or somebody who shares by name."""


def join_code(typed: str) -> str | None:
    """The code somebody typed, in the way we keep it; nothing when it cannot be one."""
    code = re.sub(r"[\s-]", "", typed).upper()
    return code if CODE.fullmatch(code) else None


def proper_name(typed: str) -> str | None:
    """A name on one line without odd spaces; nothing when it is empty, too long or holds a sign nobody can see."""
    name = " ".join(typed.split())
    return name if 0 < len(name) <= LONGEST_NAME and name.isprintable() else None
