"""A PDF of ours, as other programs read it."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.tools import need_tools, run


@dataclass(frozen=True)
class Paper:
    """A PDF in a file."""

    file: Path

    @classmethod
    def of(cls, pdf: bytes, folder: Path) -> "Paper":
        """Puts a PDF in a file, and has it looked over: another program finds no fault in it."""
        need_tools()
        file = folder / "paper.pdf"
        file.write_bytes(pdf)
        run("qpdf", "--check", file)
        return cls(file)

    @property
    def text(self) -> str:
        """What it says, in the order in which a reader meets it; white space as one space."""
        return " ".join(run("pdftotext", self.file, "-").split())

    def info(self, field: str) -> str:
        found = re.search(rf"^{field}: +(.*)$", run("pdfinfo", self.file), re.MULTILINE)
        assert found, field
        return found[1]

    @property
    def fonts(self) -> dict[str, tuple[str, str]]:
        """Each font, with whether it is inside and whether its letters can be copied as text ('yes' or 'no')."""
        rows = [line.split() for line in run("pdffonts", self.file).splitlines()[2:]]
        return {row[0].split("+")[-1]: (row[-5], row[-3]) for row in rows}

    @property
    def objects(self) -> list[dict[str, object]]:
        """The dictionaries inside."""
        inside = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", self.file))["qpdf"][1]
        values = (thing.get("value") or thing.get("stream", {}).get("dict") for thing in inside.values())
        return [value for value in values if isinstance(value, dict)]

    @property
    def catalog(self) -> dict[str, object]:
        [catalog] = [thing for thing in self.objects if thing.get("/Type") == "/Catalog"]
        return catalog

    @property
    def tags(self) -> list[str]:
        """The kinds of the tags, such as H1 and P."""
        return [str(thing["/S"]).removeprefix("/") for thing in self.objects if "/P" in thing and "/S" in thing]

    def picture(self, resolution: int = 150) -> Path:
        run("pdftoppm", "-r", resolution, "-png", "-singlefile", self.file, self.file.with_suffix(""))
        return self.file.with_suffix(".png")

    def codes(self) -> list[str]:
        """What the QR codes on it hold, as a camera sees them."""
        return run("zbarimg", "--quiet", "--raw", self.picture()).split()


def in_order(text: str, *parts: str) -> bool:
    """Whether the parts stand in a text, in this order."""
    return re.search(".*?".join(map(re.escape, parts)), text) is not None
