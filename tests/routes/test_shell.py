import pytest

from school.routes.shell import Dress, shell

DRESS = Dress('Titel & "meer"', "Omschrijving <b>", ("/school/words.js?v=1",), "/school/merk.png")


def test_words_of_an_author_are_escaped(frontend):
    page = shell((frontend.folder / "index.html").read_text(), DRESS)

    assert "<title>Titel &amp; &quot;meer&quot;</title>" in page
    assert 'content="Omschrijving &lt;b&gt;"' in page


def test_the_interface_for_programs_is_not_announced(frontend):
    page = shell((frontend.folder / "index.html").read_text(), DRESS)

    assert "_stcore/agent" not in page


def test_another_streamlit_is_noticed_at_the_start():
    with pytest.raises(ValueError, match="another version"):
        shell("<html><title>Iets anders</title></html>", DRESS)
