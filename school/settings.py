"""What may be set from outside, by environment or `.streamlit/secrets.toml`; the environment wins."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from school.identity import KEY

ROOT = Path(__file__).parent.parent
SMALLEST_GROUP = 5
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://", "postgres://")
NO_SECRETS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True)
class Settings:
    """How this copy of the course is run. `keep_months` counts months without activity."""

    database_url: str = field(default="sqlite:///data/school.db", repr=False)
    trainer_key: str | None = field(default=None, repr=False)
    min_group: int = SMALLEST_GROUP
    keep_months: int = 24
    public_url: str | None = None
    content: Path = ROOT


def read_settings(environ: Mapping[str, str], secrets: Mapping[str, object] = NO_SECRETS) -> Settings:
    """The settings; an empty value counts as not set, and a wrong one is a `ValueError` that names the setting."""

    def value(name: str, default: str = "") -> str:
        return environ.get(name, "").strip() or str(secrets.get(name, "")).strip() or default

    return Settings(
        database_url=_database("SCHOOL_DATABASE_URL", value("SCHOOL_DATABASE_URL", Settings().database_url)),
        trainer_key=_key("SCHOOL_TRAINER_KEY", value("SCHOOL_TRAINER_KEY")),
        min_group=_whole("SCHOOL_MIN_GROUP", value("SCHOOL_MIN_GROUP", str(SMALLEST_GROUP)), least=SMALLEST_GROUP),
        keep_months=_whole("SCHOOL_KEEP_MONTHS", value("SCHOOL_KEEP_MONTHS", "24"), least=1),
        public_url=_address("SCHOOL_PUBLIC_URL", value("SCHOOL_PUBLIC_URL")),
        content=_folder("SCHOOL_CONTENT", value("SCHOOL_CONTENT", str(ROOT))),
    )


def read_secrets(path: Path) -> dict[str, object]:
    """What stands in a secrets file; nothing when there is none."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ValueError(f"{path.name} is geen geldig TOML-bestand: {problem}") from problem


def _database(name: str, text: str) -> str:
    # The value itself is not repeated: it may hold a password.
    if not text.startswith(DATABASES) or text in DATABASES or ":memory:" in text:
        raise ValueError(f"{name} moet beginnen met sqlite:/// (gevolgd door een bestand) of met postgresql://")
    return text


def _key(name: str, text: str) -> str | None:
    # Nor is this value repeated.
    if text and not KEY.fullmatch(text):
        raise ValueError(f"{name} moet 16 tot 200 tekens lang zijn, met alleen letters zonder accent, cijfers en - . _ ~")
    return text or None


def _whole(name: str, text: str, *, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        raise ValueError(f"{name} moet een heel getal zijn, niet '{text}'") from None
    if number < least:
        raise ValueError(f"{name} moet {least} of hoger zijn, niet {number}")
    return number


def _address(name: str, text: str) -> str | None:
    if not text:
        return None
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  (reading it is what checks it)
    except ValueError:
        raise ValueError(f"{name} is geen geldig adres: '{text}'") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{name} moet een adres zijn dat begint met http:// of https://, niet '{text}'")
    return text.rstrip("/")


def _folder(name: str, text: str) -> Path:
    if not Path(text).is_dir():
        raise ValueError(f"{name} wijst naar een map die er niet is: '{text}'")
    return Path(text)
