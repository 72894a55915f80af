"""Where the database is, who asks it, and which servers are refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from annotate.models import Tag
from annotate.server import database, embedded
from annotate.server.checks import triggers_are_fast
from tests import make


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://ann:secret@db.example:5433/corpus",
            {"NAME": "corpus", "USER": "ann", "PASSWORD": "secret", "HOST": "db.example"},
        ),
        ("postgres://ann@db.example/corpus", {"NAME": "corpus", "PASSWORD": "", "PORT": ""}),
        ("postgresql://a%40b:p%2Fq%3A@h/d%20b", {"USER": "a@b", "PASSWORD": "p/q:", "NAME": "d b"}),
        ("postgresql:///corpus?host=/run/pg", {"NAME": "corpus", "HOST": "/run/pg", "USER": ""}),
        ("postgresql://%2Frun%2Fpg/corpus", {"NAME": "corpus", "HOST": "/run/pg"}),
        ("postgresql://[::1]:5433/corpus", {"HOST": "::1", "PORT": "5433"}),
        ("postgresql://one:1,two:2/corpus", {"HOST": "one,two", "PORT": "1,2"}),
    ],
)
def test_an_address_is_read_as_postgresql_reads_it(url, expected):
    assert expected.items() <= database.from_url("DATABASE_URL", url).items()


def test_what_follows_the_question_mark_reaches_the_driver():
    url = "postgresql://h/d?sslmode=require&connect_timeout=3&options=-c%20work_mem%3D8MB"

    options = database.from_url("DATABASE_URL", url)["OPTIONS"]

    assert options["sslmode"] == "require"
    assert options["connect_timeout"] == "3"
    assert options["options"] == f"-c work_mem=8MB {database.TRIGGER_OPTION}"


@pytest.mark.parametrize(
    "url", ["mysql://h/d", "h/d", "postgresql://h", "postgresql://h/d?nonsense=1", "postgresql://["]
)
def test_an_address_that_is_none_is_one_sentence(url):
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL .*postgresql://.*\.$"):
        database.from_url("DATABASE_URL", url)


def test_a_wrong_address_is_refused_without_its_password():
    with pytest.raises(ImproperlyConfigured) as refusal:
        database.from_url("DATABASE_URL", "postgresql://ann:secret@h/d?nonsense=1")

    assert "secret" not in str(refusal.value)


def test_without_an_address_the_embedded_server_has_two_roles():
    web, owner = database.from_environment({})

    assert web["ENGINE"] == "annotate.server.postgres"
    assert web["USER"] != owner["USER"]


def test_the_owner_has_an_address_of_its_own():
    web, owner = database.from_environment(
        {"DATABASE_URL": "postgresql://web@h/d", "MIGRATE_DATABASE_URL": "postgresql://owner@h/d"}
    )

    assert (web["USER"], owner["USER"]) == ("web", "owner")


def test_with_one_address_web_and_owner_are_one():
    web, owner = database.from_environment({"DATABASE_URL": "postgresql://ann@h/d"})

    assert web == owner


def test_two_addresses_of_two_databases_are_refused():
    with pytest.raises(ImproperlyConfigured, match="name two databases"):
        database.from_environment(
            {"DATABASE_URL": "postgresql://w@h/d", "MIGRATE_DATABASE_URL": "postgresql://o@h/e"}
        )


def test_a_connection_that_leaves_triggers_slow_fails_the_checks(settings, monkeypatch):
    assert triggers_are_fast(None) == []
    monkeypatch.setitem(settings.DATABASES["default"], "OPTIONS", {})

    assert [problem.id for problem in triggers_are_fast(None)] == ["annotate.E001"]


def test_this_very_server_is_good_enough(db):
    database.require_server()


@pytest.fixture
def answers(monkeypatch):
    """Let the server answer some questions as another one would."""
    given: dict[str, object] = {}
    ask = database._answer

    def answer(question: str, *values: str) -> object:
        return next((given[part] for part in given if part in question), None) or ask(
            question, *values
        )

    monkeypatch.setattr(database, "_answer", answer)
    return given


def test_a_database_that_is_not_utf_8_is_refused_with_the_remedy(db, answers):
    answers["server_encoding"] = "SQL_ASCII"

    with pytest.raises(database.Unsuitable, match=r"SQL_ASCII.*CREATE DATABASE .* LC_CTYPE"):
        database.require_server()


def test_a_database_without_letters_is_refused_with_the_remedy(db, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA ascii")
        cursor.execute(
            "CREATE FUNCTION ascii.similarity(text, text) RETURNS real LANGUAGE sql AS 'SELECT 0'"
        )
        cursor.execute("SET LOCAL search_path = ascii, public")

    with pytest.raises(database.Unsuitable, match=r"no letters .*CREATE DATABASE .* LC_CTYPE"):
        database.require_server()


def test_missing_extensions_are_named(db, monkeypatch):
    monkeypatch.setattr(database, "EXTENSIONS", ("pg_trgm", "not_there"))

    with pytest.raises(database.Unsuitable, match=r"lacks not_there,.*CREATE EXTENSION not_there"):
        database.require_server()


def test_a_database_of_another_version_is_refused_with_the_way_out(db):
    recorder = MigrationRecorder(connection)
    recorder.record_applied("corpus", "0001_as_it_was_before")

    with pytest.raises(database.Unsuitable, match="made by another version") as refused:
        database.require_server()

    assert "Export what you need with that version, then " in str(refused.value)


@pytest.fixture
def web_role(db):
    """Continue the test as the role the pages are served by."""
    name = embedded.WEB
    if connection.settings_dict["ENGINE"] != "annotate.server.postgres":
        pytest.skip("DATABASE_URL names one role only.")
    tag = make.tag()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {name}")
    return tag


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE annotate_tag",
        "TRUNCATE annotate_tag CASCADE",
        "ALTER TABLE annotate_tag DISABLE TRIGGER ALL",
        "ALTER TABLE annotate_tag DROP COLUMN exact",
        "UPDATE annotate_tagevent SET exact = 'other'",
        "DELETE FROM annotate_tagevent",
        "DELETE FROM django_migrations",
        "CREATE TABLE mine (id int)",
        "SET session_replication_role = replica",
        "SET ROLE postgres",
    ],
)
def test_the_web_role_cannot_get_round_the_rules(web_role, statement):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_the_web_role_writes_goes_into_the_history(web_role):
    tag = make.tag()

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM annotate_tagevent WHERE pgh_obj_id = %s", [tag.pk])
        assert cursor.fetchone() == (1,)
    assert Tag.objects.filter(pk=tag.pk).exists()
