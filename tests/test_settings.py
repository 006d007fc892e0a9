"""Settings come from the environment or the secrets; a wrong one says which it is."""

from pathlib import Path

import pytest

from school.settings import ROOT, Settings, read_secrets, read_settings


def test_without_settings_the_course_can_be_run() -> None:
    assert read_settings({}) == Settings("sqlite:///data/school.db", None, 5, 24, None, ROOT)
    assert (ROOT / "school" / "settings.py").is_file()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    given = {
        "SCHOOL_DATABASE_URL": "postgresql://school@db/school",
        "SCHOOL_TRAINER_KEY": "sleutel-van-tineke",
        "SCHOOL_MIN_GROUP": "8",
        "SCHOOL_KEEP_MONTHS": "12",
        "SCHOOL_PUBLIC_URL": "https://cursus.example.org/",
        "SCHOOL_CONTENT": str(tmp_path),
    }
    wanted = Settings("postgresql://school@db/school", "sleutel-van-tineke", 8, 12, "https://cursus.example.org", tmp_path)
    assert read_settings(given) == wanted
    assert read_settings({}, given) == wanted


def test_the_environment_wins_and_an_empty_value_counts_as_not_set() -> None:
    settings = read_settings({"SCHOOL_MIN_GROUP": "6", "SCHOOL_KEEP_MONTHS": " "}, {"SCHOOL_MIN_GROUP": 7, "SCHOOL_KEEP_MONTHS": 36})
    assert (settings.min_group, settings.keep_months) == (6, 36)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SCHOOL_MIN_GROUP", "4", "moet 5 of hoger zijn, niet 4"),
        ("SCHOOL_MIN_GROUP", "vijf", "moet een heel getal zijn, niet 'vijf'"),
        ("SCHOOL_KEEP_MONTHS", "0", "moet 1 of hoger zijn"),
        ("SCHOOL_KEEP_MONTHS", "1.5", "moet een heel getal zijn"),
        ("SCHOOL_PUBLIC_URL", "cursus.example.org", "begint met http:// of https://"),
        ("SCHOOL_PUBLIC_URL", "ftp://cursus.example.org", "begint met http:// of https://"),
        ("SCHOOL_PUBLIC_URL", "https://", "begint met http:// of https://"),
        ("SCHOOL_PUBLIC_URL", "https://h:poort", "geen geldig adres"),
        ("SCHOOL_PUBLIC_URL", "https://[1", "geen geldig adres"),
        ("SCHOOL_DATABASE_URL", "mysql://db/school", "moet beginnen met sqlite:///"),
        ("SCHOOL_DATABASE_URL", "sqlite://", "moet beginnen met sqlite:///"),
        ("SCHOOL_DATABASE_URL", "sqlite:///", "moet beginnen met sqlite:///"),
        ("SCHOOL_DATABASE_URL", "sqlite:///:memory:", "moet beginnen met sqlite:///"),
        ("SCHOOL_TRAINER_KEY", "a" * 15, "moet 16 tot 200 tekens lang zijn"),
        ("SCHOOL_TRAINER_KEY", "a" * 201, "moet 16 tot 200 tekens lang zijn"),
        ("SCHOOL_TRAINER_KEY", "een lange zin als sleutel", "alleen letters zonder accent"),
        ("SCHOOL_TRAINER_KEY", "sleutel/van/de/trainer", "alleen letters zonder accent"),
        ("SCHOOL_CONTENT", "/bestaat/niet", "een map die er niet is"),
    ],
)
def test_a_wrong_value_names_the_setting(name: str, value: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{name} ") as problem:
        read_settings({name: value})
    assert says in str(problem.value)


def test_passwords_and_keys_are_not_shown() -> None:
    given = {"SCHOOL_DATABASE_URL": "postgresql://school:geheim@db/school", "SCHOOL_TRAINER_KEY": "geheim-genoeg-zo"}
    assert "geheim" not in repr(read_settings(given))
    with pytest.raises(ValueError, match="SCHOOL_DATABASE_URL") as problem:
        read_settings({"SCHOOL_DATABASE_URL": "mysql://school:geheim@db/school"})
    assert "geheim" not in str(problem.value)
    with pytest.raises(ValueError, match="SCHOOL_TRAINER_KEY") as problem:
        read_settings({"SCHOOL_TRAINER_KEY": "geheim"})
    assert "geheim" not in str(problem.value)


def test_secrets_are_read_when_there_are_any(tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    assert read_secrets(path) == {}
    path.write_text('SCHOOL_TRAINER_KEY = "sleutel-van-tineke"\nSCHOOL_MIN_GROUP = 6\n\n[auth]\nclient_id = "x"\n', encoding="utf-8")
    settings = read_settings({}, read_secrets(path))
    assert (settings.trainer_key, settings.min_group) == ("sleutel-van-tineke", 6)


def test_secrets_that_cannot_be_read_say_which_file(tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text("SCHOOL_TRAINER_KEY = ", encoding="utf-8")
    with pytest.raises(ValueError, match=r"secrets\.toml is geen geldig TOML-bestand"):
        read_secrets(path)
