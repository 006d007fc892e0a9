import re
from pathlib import Path

from school.settings import ROOT

WORDS = (ROOT / "school" / "routes" / "files" / "words.js").read_text(encoding="utf-8")


def listed() -> list[str]:
    table = WORDS[WORDS.index("new Map") : WORDS.index("const PATTERNS")]
    return re.findall(r'^\s+"([^"]+)": "', table, re.MULTILINE)


def in_the_frontend(folder: Path) -> str:
    scripts = [path for path in (folder / "static" / "js").glob("*.js") if path.stat().st_size < 1_000_000]
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts)


def test_what_is_translated_is_really_said_by_this_streamlit(frontend):
    said = in_the_frontend(frontend.folder)
    made_from_pieces = re.compile(r"Press .*|1 option available\.")

    unknown = [words for words in listed() if words not in said and not made_from_pieces.fullmatch(words)]

    assert unknown == []


def test_the_words_of_the_design_are_in_the_list():
    assert {"Skip to main content", "Main menu", "Fullscreen", "Choose an option", "Connecting", "Running..."} <= set(listed())


def test_the_dialog_over_the_page_is_off_and_a_line_says_it_instead():
    assert "blockErrorDialogs: true" in WORDS
    assert "Verbinding kwijt, we proberen het opnieuw; wat opgeslagen is, blijft" in WORDS
    assert '"role", "status"' in WORDS
