"""Finds a Chromium for the browser tests, else gets one; says loudly when neither is possible."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NONE = "LET OP: geen Chromium, dus geen browsertests. Installeer chromium (Debian/Ubuntu: apt install chromium)."
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OFF = (
    # The list of Playwright's own that matters to us: Chromium keeps to the last list it is given.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable"),
    *("MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
    # Pages of Chromium itself, drawn anew for each window and seen by nobody; and a process that waits for a page of another site.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
)
FLAGS = (
    "--no-sandbox",
    # No request gets further than our own servers. Stopping each by itself would cost the browser its cache.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    f"--disable-features={','.join(OFF)}",
)
"""How every Chromium here is started. Not with --disable-gpu: with it, a headless Chromium plays no film."""


def find() -> str | None:
    """The Chromium to test with: CHROME, one on the path, or Playwright's own."""
    named = os.environ.get("CHROME")
    if named:
        return named
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return on_path or _from_playwright()


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only when it is needed

    with sync_playwright() as play:
        path = Path(play.chromium.executable_path)
    return str(path) if path.exists() else None


def _get() -> None:
    """Playwright's own build, else the system's package when we may install it."""
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True).returncode == 0:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if find() is None:
        print("Geen Chromium gevonden; er wordt er een opgehaald.")
        _get()
    if find() is None:
        print(NONE)
