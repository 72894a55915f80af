"""The pages of questions, their files, and the questions a person keeps."""

import csv
import io
import logging
import re

import pytest

from annotate.exports.tables import FORMULA_STARTS
from annotate.models import Question, SavedQuestion
from annotate.questions import Asked, every_answer
from annotate.questions.actions import save_question
from annotate.questions.files import COLUMNS
from corpus.actions import set_membership
from corpus.models import Membership
from tests import make

pytestmark = pytest.mark.django_db
EACH = pytest.mark.parametrize("question", Question.values)
BANNED = re.compile(r"\b(voices?|stance|attribution|held_by|asserted_by|derivation|polarity)\b")


def page_of(question):
    return f"/questions/{question}/"


def read(answer, encoding="utf-8-sig"):
    """Return the rows of a file that was sent."""
    return [*csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode(encoding)))]


def save(client, name="Contested in SCO study", question="contested", **filters):
    return client.post(f"/questions/{question}/save/", {"name": name} | filters)


@pytest.fixture
def saved(collection, reader):
    """Return a question the reader keeps."""
    return save_question("Contested", "contested", {"collection": collection.slug}, by=reader)


# The pages.


def test_every_question_is_listed_with_what_it_means(reader):
    page = make.browser(reader).get("/questions/").content.decode()

    missing = [q for q in Question if q.in_words not in page or page_of(q) not in page]
    assert missing == []
    assert "Circular reporting looks like many sources" in page


@EACH
def test_each_question_has_a_page_in_plain_words(collection, reader, question):
    answer = make.browser(reader).get(page_of(question))

    page = answer.content.decode().lower()
    assert answer.status_code == 200
    assert "counted in: open collection" in page
    assert BANNED.findall(page) == []


def test_a_row_leads_to_its_claim_and_says_why(seeds, reader):
    page = make.browser(reader).get(page_of("contested")).content.decode()

    assert 'href="/claims/C01/"' in page
    assert "Say it is not so: United States and Human Rights in China." in page


def test_an_unknown_question_is_not_found(reader):
    client = make.browser(reader)

    assert client.get(page_of("nonsense")).status_code == 404
    assert client.get("/questions/nonsense.csv").status_code == 404
    assert save(client, question="nonsense").status_code == 404


def test_the_page_says_where_it_looked(seeds, closed, reader, insider):
    def scope(somebody, query=""):
        return [
            str(c)
            for c in make.browser(somebody).get(page_of("contested") + query).context["collections"]
        ]

    names = [str(seeds.collection), str(closed)]
    assert scope(reader) == names[:1]
    assert sorted(scope(insider)) == sorted(names)
    assert scope(insider, f"?collection={closed.slug}") == names[1:]


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("contested", "collection=nowhere"),
        ("nothing-since", "year=soon"),
        ("nothing-since", "year=0"),
        ("no-reply", "state=0"),
        ("no-reply", "state=x"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(seeds, reader, question, query):
    client = make.browser(reader)

    assert client.get(f"{page_of(question)}?{query}").status_code == 422
    assert client.get(f"/questions/{question}.csv?{query}").status_code == 422
    assert (
        client.post(
            f"/questions/{question}/save/?", {"name": "x"} | dict([query.split("=")])
        ).status_code
        == 422
    )


def test_a_closed_collection_cannot_be_asked_about_from_outside(closed, reader, insider):
    address = f"{page_of('contested')}?collection={closed.slug}"

    refused = make.browser(reader).get(address)

    assert refused.status_code == 422
    assert closed.name not in refused.content.decode()
    assert make.browser(insider).get(address).status_code == 200


def test_a_merged_state_stands_for_what_it_became(seeds, reader):
    state = make.agent("Ruritania")
    old = make.agent("Old Ruritania", status="merged", merged_into=state)

    page = make.browser(reader).get(f"{page_of('no-reply')}?state={old.pk}")

    assert page.context["asked"].state == state


@EACH
def test_it_takes_no_more_queries_for_more_answers(collection, reader, question, count_queries):
    client = make.browser(reader)
    document = make.document(collection=collection, author=make.agent("Watch", kind="ngo"))

    def more(*words):
        state = make.agent()
        for word in words:
            claim = make.claim()
            tag = make.tag(document, word, claim=claim, stance="rejects", held_by=state)
            make.tag(document, word, claim=make.claim())
            make.tag(document, word, status="stale")
            make.link(tag, make.tag(document, word), status="stale")

    more("State")
    before = count_queries(client, page_of(question))
    more("does", "things", "about", "terrorism")

    assert count_queries(client, page_of(question)) == before


def test_a_long_answer_has_further_pages(collection, reader):
    document = make.document(
        " ".join(f"word{n}" for n in range(60)) + "\n\nx", collection=collection
    )
    passage = make.passage(document, 1)
    for number in range(55):
        make.tag(passage, f"word{number}")
    client = make.browser(reader)

    first = client.get(page_of("one-source"))
    second = client.get(page_of("one-source"), {"after": first.context["answers"].next_cursor})

    assert [len(page.context["answers"].rows) for page in (first, second)] == [50, 5]
    assert 'rel="next"' in first.content.decode()


# The files.


@EACH
def test_the_file_has_the_rows_of_the_pages(seeds, reader, question):
    rows = read(make.browser(reader).get(f"/questions/{question}.csv"))

    answers = [*every_answer(question, Asked(reader))]
    assert [(row["kind"], row["id"], row["why"]) for row in rows] == [
        (one.kind, one.key, " ".join(one.why)) for one in answers
    ]


def test_the_file_keeps_to_the_filters_and_the_counts(seeds, reader):
    client = make.browser(reader)
    state = seeds.tag("U09").held_by_id

    rows = read(
        client.get(f"/questions/no-reply.csv?state={state}&collection={seeds.collection.slug}")
    )

    assert rows[0]["id"] == "C01"
    assert rows[0]["url"].endswith("/claims/C01/")
    numbers = [rows[0][f"independent_{name}"] for name in ("own_words", "affirmed", "denied")]
    assert numbers == ["0", "1", "2"]
    assert {row["collections"] for row in rows} == {str(seeds.collection)}


def test_the_file_is_in_the_form_of_the_other_exports(seeds, reader):
    client = make.browser(reader)

    sheet = b"".join(client.get("/questions/contested.csv").streaming_content)
    plain = client.get("/questions/contested.csv?for=analysis")
    verbatim = b"".join(plain.streaming_content)

    assert sheet == b"\xef\xbb\xbf" + verbatim
    assert verbatim.split(b"\n")[0] == ",".join(f'"{name}"' for name in COLUMNS).encode()
    assert b"\r" not in verbatim
    assert plain["Content-Disposition"] == 'attachment; filename="contested.csv"'
    assert "no-store" in plain["Cache-Control"]


@pytest.mark.parametrize("query", ["claim=C01", "year=2011", "for=nobody"])
def test_a_file_is_not_made_for_what_is_no_filter(seeds, reader, query):
    assert make.browser(reader).get(f"/questions/contested.csv?{query}").status_code == 422


@pytest.mark.parametrize("start", FORMULA_STARTS.strip())
def test_what_looks_like_a_formula_is_disarmed_in_a_spreadsheet_only(collection, reader, start):
    make.tag(make.document(collection=collection), claim=make.claim(f"{start}1+1"))
    client = make.browser(reader)

    [sheet] = read(client.get("/questions/one-source.csv"))
    [plain] = read(client.get("/questions/one-source.csv?for=analysis"))

    assert (sheet["title"], plain["title"]) == (f"'{start}1+1", f"{start}1+1")


def test_it_is_logged_who_took_what(seeds, reader, caplog):
    with caplog.at_level(logging.INFO, "corroborate.export"):
        read(make.browser(reader).get("/questions/nothing-since.csv?year=2011"))

    [line] = [record.getMessage() for record in caplog.records]
    assert line.startswith(f"{reader.username} took questions/nothing-since.csv (year=2011 ")
    assert ": 2 rows, sha256 " in line


# Those a person keeps.


def test_a_question_is_kept_with_its_filters(seeds, reader):
    client = make.browser(reader)

    answer = save(client, collection=seeds.collection.slug)

    [line] = client.get("/questions/").context["saved"]
    assert answer["Location"] == f"/questions/contested/?collection={seeds.collection.slug}"
    assert (line.saved.name, line.filters) == ("Contested in SCO study", str(seeds.collection))
    assert client.get(line.address).context["asked"].collection == seeds.collection
    assert line.address in client.get("/").content.decode()


def test_htmx_gets_the_form_and_the_word_that_it_is_kept(seeds, reader):
    answer = save(make.browser(reader, htmx=True))

    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert "Saved as “Contested in SCO study”." in answer.content.decode()


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("name", ["", "   ", "Contested", "x" * 121])
def test_it_needs_a_name_of_its_own(saved, reader, name, htmx):
    answer = save(make.browser(reader, htmx=htmx), name)

    assert answer.status_code == 422
    assert 'class="errorlist"' in answer.content.decode()
    assert SavedQuestion.objects.count() == 1


def test_two_people_may_use_the_same_name(saved, reviewer):
    assert (
        save(make.browser(reviewer), saved.name).status_code == 302
        or SavedQuestion.objects.count() == 2
    )


def test_others_neither_see_nor_remove_it(saved, colleague, stranger):
    for somebody in (colleague, stranger):
        client = make.browser(somebody)
        assert client.get("/questions/").context["saved"] == []
        assert client.post(f"/questions/saved/{saved.pk}/remove/").status_code == 404
    assert SavedQuestion.objects.count() == 1


@pytest.mark.parametrize("htmx", [False, True])
def test_it_is_removed_and_brought_back(saved, reader, htmx):
    client = make.browser(reader, htmx=htmx)

    answer = client.post(f"/questions/saved/{saved.pk}/remove/", follow=True)

    assert not SavedQuestion.objects.exists()
    assert "“Contested” is removed." in answer.content.decode()
    assert ("Undo" in answer.content.decode()) is htmx
    save(client, saved.name, **saved.filters)
    assert SavedQuestion.objects.get().filters == saved.filters


@pytest.mark.parametrize("address", ["/questions/contested/save/", "/questions/saved/1/remove/"])
def test_an_act_cannot_be_reached_by_a_link(reader, address):
    assert make.browser(reader).get(address).status_code == 405


def test_what_a_saved_filter_names_is_told_to_who_may_see_it(closed, insider):
    save_question("Mine", "contested", {"collection": closed.slug}, by=insider)
    client = make.browser(insider)
    assert closed.name in client.get("/questions/").content.decode()

    Membership.objects.filter(user=insider).delete()

    page = client.get("/questions/")
    assert closed.name not in page.content.decode()
    assert page.context["saved"][0].filters == "something you may no longer see"
    assert client.get(page.context["saved"][0].address).status_code == 422
    set_membership(closed, insider, "reader", by=insider)
    assert closed.name in client.get("/questions/").content.decode()


def test_it_takes_no_more_queries_for_more_that_are_kept(collection, reader, count_queries):
    client = make.browser(reader)

    def keep(name):
        state = make.agent()
        save_question(name, "no-reply", {"state": str(state.pk)}, by=reader)
        save_question(f"{name}, too", "contested", {"collection": collection.slug}, by=reader)

    keep("One")
    before = count_queries(client, "/questions/")
    keep("Two")
    keep("Three")

    assert count_queries(client, "/questions/") == before
