"""How an export is made and sent: at most two at once, of one moment, whole or not at all."""

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from annotate.exports.csv_files import copied, table_of
from annotate.exports.staging import AT_ONCE, staged
from annotate.queries.selections import ANALYSIS, Selection
from tests import make
from tests.annotate.exported import FILES, fetch, read, rows


@pytest.mark.parametrize("route", FILES)
def test_nobody_exports_without_signing_in(db, route):
    response = make.browser(None).get(reverse(route))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("route", ["show_exports", *FILES])
def test_an_export_is_only_read(reader, route):
    assert make.browser(reader).post(reverse(route)).status_code == 405


def test_the_file_comes_as_an_attachment_that_is_not_kept(seeds, reader):
    response = make.browser(reader).get(reverse("export_tags"))

    assert response["Content-Disposition"] == 'attachment; filename="tags.csv"'
    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    assert int(response["Content-Length"]) == len(response.getvalue())
    assert "no-store" in response["Cache-Control"]


def test_addresses_come_from_the_settings_never_from_the_request(seeds, reader, settings):
    settings.SITE_URL = "https://corroborate.example/"
    settings.ALLOWED_HOSTS = ["*"]

    response = make.browser(reader).get(reverse("export_tags"), headers={"host": "evil.example"})

    written = response.getvalue().decode()
    assert "https://corroborate.example/tags/" in written
    assert "evil" not in written


@pytest.fixture
def another_connection(db):
    """Return a connection beside Django's own, as another process would have one."""
    parameters = connection.get_connection_params()
    parameters = {k: v for k, v in parameters.items() if k not in {"cursor_factory", "context"}}
    with psycopg.connect(**parameters, autocommit=True) as another:
        yield another


@pytest.mark.parametrize("address", ["/export/tags.csv", "/questions/contested.csv"])
@pytest.mark.parametrize(("busy", "status"), [(0, 200), (1, 200), (2, 503)])
def test_two_exports_run_at_once_and_a_third_waits(
    seeds, reader, another_connection, busy, status, address
):
    for slot in range(busy):
        another_connection.execute("SELECT pg_advisory_lock(%s, %s)", [0x436F7272, slot])

    response = make.browser(reader).get(address)
    response.close()

    assert response.status_code == status
    assert response.get("Retry-After") == ("10" if status == 503 else None)
    assert AT_ONCE == 2


def test_a_finished_export_makes_room(seeds, reader):
    assert {len(fetch(reader)) for _turn in range(4)} == {len(fetch(reader))}


def test_a_file_is_of_one_moment(committing_db, seeds, another_connection):
    asked = Selection(None, flavour=ANALYSIS)
    with staged(asked):
        another_connection.execute("UPDATE corpus_collection SET name = 'Renamed meanwhile'")
        written = read(copied(table_of("tags", asked), asked))

    assert b"Renamed" not in written
    assert b"SCO study" in written


def test_an_export_leaves_nothing_in_the_database(committing_db, seeds, reader):
    fetch(reader)

    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'export%'")
        assert cursor.fetchall() == []


def test_a_failure_is_an_error_page_never_half_a_file(committing_db, seeds, reader):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE annotate_tagprovision RENAME TO broken")
    browser = make.browser(reader)
    browser.raise_request_exception = False

    response = browser.get(reverse("export_tags"))

    assert response.status_code == 500
    assert "Content-Disposition" not in response


def test_every_export_is_logged(seeds, reader, caplog):
    fetch(reader, claim="C01")

    [line] = [r.getMessage() for r in caplog.records if r.name == "corroborate.export"]
    assert line.startswith(f"{reader.username} took tags.csv (claim=C01 flavour=analysis): 2 rows")


def test_an_export_works_while_queries_are_recorded(seeds, reader):
    connection.force_debug_cursor = True
    try:
        assert len(rows(reader)) == 36
    finally:
        connection.force_debug_cursor = False
