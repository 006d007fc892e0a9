"""Browsers that one person has after another: emptied in between, since starting one takes longer than most of what is done in it."""

from playwright.sync_api import Browser, Error

from tests.browser.person import LAPTOP, Person
from tests.browser.server import Server

Size = dict[str, int]


class Lending:
    """Everybody who is there at the same time has a browser of their own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Person]] = {}

    def lend(self, server: Server, *, viewport: Size = LAPTOP, reduced_motion: str = "no-preference", **options: object) -> Person:
        """Somebody new at this server; `options` as Playwright knows them for a context.

        Of the options only those make another browser of it that cannot be changed afterwards.
        """
        free = self._free.setdefault(f"{server.address} {options}", [])
        person = free.pop() if free else Person.arrives(self._browser, server, **options)
        person.sees(viewport, reduced_motion=reduced_motion)
        return person

    def take_back(self, person: Person) -> None:
        """For the next one, when it can be emptied; a page that was closed, or whose server is away, is not lent again."""
        try:
            person.forgets()
        except Error:
            person.context.close()
        else:
            self._free[f"{person.server.address} {person.options}"].append(person)
