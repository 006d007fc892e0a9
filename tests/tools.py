"""Finds the programs that read PDF and QR codes for us, else installs them; says loudly when neither is possible."""

import os
import shutil
import subprocess
from functools import cache

import pytest

PACKAGES = {
    "qpdf": "qpdf",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdffonts": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "zbarimg": "zbar-tools",
}
"""Each program with the Debian package it comes in."""


def missing() -> list[str]:
    """The packages of the programs that are not here."""
    return sorted({package for program, package in PACKAGES.items() if shutil.which(program) is None})


def get() -> None:
    """Installs what is missing, when we may."""
    if missing() and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", *missing()], check=False, stdout=subprocess.DEVNULL)


@cache
def need_tools() -> None:
    """Skips the test when a program is missing and cannot be installed; CI counts a skipped test as a failed one."""
    get()
    if missing():
        pytest.skip(f"nodig: {' '.join(missing())} (Debian/Ubuntu: apt install {' '.join(missing())})")


def run(program: str, *arguments: object, given: bytes | None = None) -> str:
    """What a program prints, with something `given` to read."""
    return subprocess.run([program, *map(str, arguments)], input=given, check=True, capture_output=True).stdout.decode()


if __name__ == "__main__":
    if missing():
        print(f"Niet gevonden: {', '.join(missing())}; we installeren ze.")
        get()
    if missing():
        print(f"LET OP: {', '.join(missing())} ontbreekt. De tests van de PDF's worden overgeslagen (apt install {' '.join(missing())}).")
