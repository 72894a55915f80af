"""Where the tests run, and the cast of people and places they are about.

Ask for `db` to have what the test does rolled back, for `committing_db` where it must really be
committed (deferred rules at commit, two connections), for `live` to have a server; with `seeds`
any of these holds the seed documents with their tags and links.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
import hypothesis
import pytest
from django.conf import settings
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

# A worker of pytest-xdist finds everything prepared by the process that started it.
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
assert IS_WORKER or not settings.configured, "Settings were loaded before the tests prepared them."
DATA_DIR = (
    os.environ["CORROBORATE_DATA"] if IS_WORKER else tempfile.mkdtemp(prefix="corroborate-tests-")
)
if not IS_WORKER:
    atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "annotate.settings",
    "SECRET_KEY": "for the tests only",
    "CORROBORATE_TESTING": "1",
    "CORROBORATE_ROLE": "owner",
    "CORROBORATE_DATA": DATA_DIR,
    "CORROBORATE_FSYNC": "off",
    # What one process has compiled the others read: a run of the tests starts some seventy.
    "PYTHONPYCACHEPREFIX": str(Path(DATA_DIR, "bytecode")),
    # Playwright keeps an event loop in the tests' own thread, in which Django refuses to query.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode, sys.pycache_prefix = False, os.environ["PYTHONPYCACHEPREFIX"]
Path(DATA_DIR, "static").mkdir(exist_ok=True)  # which WhiteNoise looks into
for name in ("DEBUG", "CORROBORATE_DEMO", "SITE_URL", "HTTPS", "ALLOWED_HOSTS", "PROXY_COUNT"):
    os.environ.pop(name, None)
django.setup()

# Their models need the settings above.
from corpus.models import Person  # noqa: E402
from tests import databases, live_server, make, raw  # noqa: E402

# Examples of one test share its database: each makes rows of its own. A machine may be slow.
hypothesis.settings.register_profile(
    "ours",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("ours")

# Where one test takes seconds. They come first, so that no process waits for another at the end.
SLOW = ("tests/journeys/", "tests/annotate/site/", "tests/annotate/server/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow ones; the rest stays in order."""
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW))


COMMITTING = {"committing_db", "transactional_db"}


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Migrate once; drop this run's databases at its end."""
    with django_db_blocker.unblock():
        databases.template()
    yield
    with django_db_blocker.unblock():
        databases.drop_all()


@pytest.fixture
def _django_db_helper(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Replace pytest-django's own, which would empty the tables of a test that commits."""
    seeded = "seeds" in request.fixturenames
    if COMMITTING & {*request.fixturenames}:
        pooled = "live" in request.fixturenames
        with django_db_blocker.unblock(), databases.fresh(seeded=seeded, pooled=pooled):
            yield
        return
    with django_db_blocker.unblock():
        databases.connect(databases.shared(seeded=seeded))
    request.getfixturevalue("_django_db_helper")
    yield


@pytest.fixture
def committing_db(_django_db_helper: None) -> None:
    """Require a database of the test's own, in which commits are real."""


@pytest.fixture
def sessions(committing_db: None) -> Iterator[Callable[..., tuple[raw.Session, raw.Session]]]:
    """Return what begins two sessions in which one person acts (None: nobody), twice at once."""
    begun: list[raw.Session] = []

    def begin(by: Person | None = None) -> tuple[raw.Session, raw.Session]:
        begun.extend(raw.Session(by) for _ in range(2))
        return begun[-2], begun[-1]

    yield begin
    for session in begun:
        session.close()


@pytest.fixture(scope="session")
def server() -> Iterator[live_server.Thread]:
    """Return the server of all journeys."""
    thread = live_server.Thread()
    thread.serve()
    yield thread
    thread.terminate()


@pytest.fixture
def live(
    server: live_server.Thread,
    committing_db: None,
    seeds: "make.Seeds",
    settings: Settings,
) -> Iterator[str]:
    """Return the address of a server on a database of the test's own, with the seeds in it."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, live_server.HOST]
    yield server.url
    # A request that is still at work would meet a database that is being dropped.
    server.httpd.wait_until_idle()


# The cast.


@pytest.fixture
def seeds(db):
    """Return the seeds: loaded once for the run, not for each test."""
    return make.Seeds()


@pytest.fixture
def collection(request, db):
    """Return the collection the cast belongs to: open, and the seeds' own where they are."""
    if "seeds" in request.fixturenames:
        return request.getfixturevalue("seeds").collection
    return make.collection("Open collection")


@pytest.fixture
def reader(collection):
    """Return a person who only reads in `collection`."""
    return make.member(collection, "reader", name="Rea Reader")


@pytest.fixture
def reviewer(collection):
    """Return a person who tags and links in `collection`."""
    return make.member(collection, "reviewer", name="Ravi Reviewer")


@pytest.fixture
def colleague(collection):
    """Return another person who tags and links in `collection`."""
    return make.member(collection, "reviewer", name="Li Colleague")


@pytest.fixture
def curator(collection):
    """Return a person who also keeps corpus and codebook of `collection`."""
    return make.member(collection, "curator", name="Cora Curator")


@pytest.fixture
def stranger(db):
    """Return a person who can sign in and belongs to no collection."""
    return make.person("Sam Stranger")


@pytest.fixture
def closed(db):
    """Return a collection that only its members see."""
    return make.collection("Closed collection", access="members")


@pytest.fixture
def insider(closed):
    """Return a person who tags and links in `closed`, and nowhere else."""
    return make.member(closed, "reviewer", name="Ines Insider")


@pytest.fixture
def curator_elsewhere(closed):
    """Return a person who keeps `closed`, and nothing else."""
    return make.member(closed, "curator", name="Ewan Elsewhere")


@pytest.fixture
def administrator(db):
    """Return a person who keeps people, collections and memberships."""
    return make.person("Ada Administrator", is_superuser=True, is_staff=True)
