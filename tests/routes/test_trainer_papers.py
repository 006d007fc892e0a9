"""The report of a room and the papers of a running order: for who has the trainer's key, and for nobody else."""

import pytest

from school import keys
from school.identity import new_token, token_hash
from school.live import Room
from school.running_orders import RunningOrder, order_of
from tests.routes.asgi import ask
from tests.routes.conftest import NOW

pytestmark = pytest.mark.thorough

ADDRESSES = (
    "/verslag/417417.pdf",
    "/verslag/417417.csv",
    "/verslag/417417.xlsx",
    "/draaiboek/een/notities.pdf",
    "/draaiboek/een/deelnemers.pdf",
)


@pytest.fixture
def trainer(here) -> dict[str, str]:
    """The cookie of a trainer, with a room and a running order to ask for."""
    token = new_token()
    assert here.store.make_key(keys.TRAINER, "link", token_hash(token), at=NOW)
    assert here.store.rooms.open(Room("zaal", "417417", "Ochtend", ("proef/water-en-thee",), NOW))
    made = order_of(here.library.course, ["proef"], name="Thee in Oss; \r\nX: 1")
    here.store.save_running_order(RunningOrder(made.name, made.parts, {}, "een"), at=NOW)
    return {"cookie": f"{keys.COOKIE}={token}"}


@pytest.mark.parametrize("address", [*ADDRESSES, "/draaiboek/een/antwoordkaarten.pdf"])
def test_a_trainer_gets_the_file_and_it_is_kept_nowhere(app, trainer, address):
    reply = ask(app, address, headers=trainer)
    assert reply.status == 200
    assert reply.headers["content-disposition"].startswith("attachment; filename=")
    assert reply.headers["cache-control"] == "no-store"
    assert reply.body


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("headers", [{}, {"cookie": f"{keys.COOKIE}={'x' * 22}"}])
def test_nobody_else_gets_anything(app, trainer, address, headers):
    reply = ask(app, address, headers=headers)
    assert reply.status == 403
    assert "Alleen voor trainers" in reply.text


@pytest.mark.parametrize(
    "address", ["/verslag/999999.pdf", "/verslag/417417.exe", "/draaiboek/twee/notities.pdf", "/draaiboek/een/anders.pdf"]
)
def test_what_is_not_there_is_not_found(app, trainer, address):
    assert ask(app, address, headers=trainer).status == 404


def test_the_name_of_a_file_holds_letters_only(app, trainer):
    reply = ask(app, "/draaiboek/een/notities.pdf", headers=trainer)
    assert reply.headers["content-disposition"] == 'attachment; filename="notities-thee-in-oss-x-1.pdf"'
