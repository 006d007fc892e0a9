"""Browsers that one person has after another: emptied in between, since starting one takes longer than most of what is done in it."""

from playwright.sync_api import Browser, Error

from tests.browser.person import Person
from tests.browser.server import Server


class Lending:
    """Everybody who is there at the same time has a browser of their own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[Person]] = {}

    def lend(self, server: Server, **options: object) -> Person:
        """Somebody new at this server; `options` as Playwright knows them for a context."""
        free = self._free.setdefault(f"{server.address} {options}", [])
        return free.pop() if free else Person.arrives(self._browser, server, **options)

    def take_back(self, person: Person) -> None:
        """For the next one, when it can be emptied; a page that was closed, or whose server is away, is not lent again."""
        try:
            person.forgets()
        except Error:
            person.context.close()
        else:
            self._free[f"{person.server.address} {person.options}"].append(person)
