"""A question is a heading of one sentence, wherever it stands."""

import pytest

from school.ui.prompt import in_parts


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("Wat helpt?", ("", "Wat helpt?", "")),
        ("Bram is 3. Hij huilt. Wat doe je?", ("Bram is 3. Hij huilt.", "Wat doe je?", "")),
        ("Bram is 3. Wat helpt? Kies alles wat klopt.", ("Bram is 3.", "Wat helpt?", "Kies alles wat klopt.")),
        ("‘Mag dat?’ Zijn moeder twijfelt. Wat zeg je?", ("‘Mag dat?’ Zijn moeder twijfelt.", "Wat zeg je?", "")),
        ("Bram is 3. Hij is gehecht.", ("Bram is 3.", "Hij is gehecht.", "")),
    ],
    ids=["only a question", "a situation", "how to answer", "somebody else asks first", "nobody asks"],
)
def test_the_last_sentence_that_asks_is_the_heading(prompt: str, parts: tuple[str, str, str]) -> None:
    assert in_parts(prompt) == parts
