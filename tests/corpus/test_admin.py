"""The admin of people, collections, memberships and agents: who may do what."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.urls import reverse

from corpus.models import Agent, Collection, Membership, Person
from tests import make
from tests.acts import last_act


def management(**rows):
    """Return what a collection's page sends of its table of members."""
    count = {
        "TOTAL_FORMS": "0",
        "INITIAL_FORMS": "0",
        "MIN_NUM_FORMS": "0",
        "MAX_NUM_FORMS": "1000",
    }
    return {f"memberships-{name}": value for name, value in (count | rows).items()}


def agent_fields(**fields):
    """Return what the page of an agent sends."""
    return {"name": "Uyghur Human Rights Project", "kind": "ngo", "status": "active"} | fields


# Who may open the admin.


@pytest.mark.parametrize("who", ["reader", "reviewer", "stranger"])
def test_people_who_keep_nothing_do_not_get_in(request, who):
    answer = make.browser(request.getfixturevalue(who)).get(reverse("admin:index"))

    assert answer.status_code == 302
    assert "login" in answer.headers["Location"]


@pytest.mark.parametrize("who", ["curator", "administrator"])
def test_curators_and_administrators_get_in(request, who):
    answer = make.browser(request.getfixturevalue(who)).get(reverse("admin:index"))

    assert answer.status_code == 200
    assert "Corroborate" in answer.text


def test_a_curator_who_is_none_any_more_does_not_get_in(curator, collection, administrator):
    membership = Membership.objects.get(user=curator, collection=collection)

    make.browser(administrator).post(
        reverse("admin:corpus_membership_delete", args=[membership.pk]), {"post": "yes"}
    )

    assert not Membership.objects.filter(pk=membership.pk).exists()
    assert make.browser(Person.objects.get(pk=curator.pk)).get("/admin/").status_code == 302


def test_createsuperuser_makes_an_administrator(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", make.PASSWORD)

    call_command(
        "createsuperuser", username="root", email="root@example.org", interactive=False, verbosity=0
    )

    person = Person.objects.get(username="root")
    assert (person.is_superuser, person.is_staff, person.pseudonym) == (True, True, "root")
    assert make.browser(person).get(reverse("admin:corpus_person_changelist")).status_code == 200


# People.


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_curators_do_not_see_people(curator, page):
    answer = make.browser(curator).get(reverse(f"admin:corpus_person_{page}"))

    assert answer.status_code == 403


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_curators_do_not_see_a_person(curator, reviewer, page):
    answer = make.browser(curator).get(reverse(f"admin:corpus_person_{page}", args=[reviewer.pk]))

    assert answer.status_code == 403
    assert reviewer.username not in answer.text


def test_curators_cannot_find_people_through_a_field(curator, stranger):
    answer = make.browser(curator).get(
        reverse("admin:autocomplete"),
        {"app_label": "corpus", "model_name": "membership", "field_name": "user", "term": "s"},
    )

    assert answer.status_code == 403


def test_an_administrator_adds_a_person_with_a_password(administrator):
    answer = make.browser(administrator).post(
        reverse("admin:corpus_person_add"),
        {
            "username": "mei",
            "display_name": "Mei",
            "pseudonym": "Annotator M",
            "usable_password": "true",
            "password1": make.PASSWORD,
            "password2": make.PASSWORD,
        },
    )

    person = Person.objects.get(username="mei")
    assert answer.status_code == 302
    assert (person.display_name, person.pseudonym, person.is_staff) == ("Mei", "Annotator M", False)
    assert person.check_password(make.PASSWORD)


def test_a_pseudonym_that_is_taken_is_refused_on_the_form(administrator, reviewer):
    answer = make.browser(administrator).post(
        reverse("admin:corpus_person_add"),
        {
            "username": "mei",
            "pseudonym": reviewer.pseudonym,
            "usable_password": "true",
            "password1": make.PASSWORD,
            "password2": make.PASSWORD,
        },
    )

    assert "Another person has this pseudonym" in answer.text
    assert not Person.objects.filter(username="mei").exists()


def person_fields(person, **fields):
    """Return what the page of a person sends."""
    return {
        "username": person.username,
        "display_name": person.display_name,
        "pseudonym": person.pseudonym,
        "email": person.email,
        "is_active": "on",
    } | fields


def test_a_person_is_deactivated_and_cannot_sign_in(administrator, reviewer, rf):
    fields = person_fields(reviewer)
    del fields["is_active"]

    make.browser(administrator).post(
        reverse("admin:corpus_person_change", args=[reviewer.pk]), fields
    )

    assert not Person.objects.get(pk=reviewer.pk).is_active
    assert authenticate(rf.get("/"), username=reviewer.username, password=make.PASSWORD) is None


def test_a_new_administrator_may_open_the_admin(administrator, stranger):
    make.browser(administrator).post(
        reverse("admin:corpus_person_change", args=[stranger.pk]),
        person_fields(stranger, is_superuser="on"),
    )

    assert Person.objects.get(pk=stranger.pk).is_staff


def test_a_demoted_administrator_who_keeps_a_collection_still_opens_the_admin(
    administrator, curator
):
    Person.objects.filter(pk=curator.pk).update(is_superuser=True)

    make.browser(administrator).post(
        reverse("admin:corpus_person_change", args=[curator.pk]), person_fields(curator)
    )

    stored = Person.objects.get(pk=curator.pk)
    assert (stored.is_superuser, stored.is_staff) == (False, True)


@pytest.mark.parametrize("taken", ["is_active", "is_superuser"])
def test_administrators_cannot_lock_themselves_out(administrator, taken):
    fields = person_fields(administrator, is_superuser="on")
    del fields[taken]

    answer = make.browser(administrator).post(
        reverse("admin:corpus_person_change", args=[administrator.pk]), fields
    )

    assert "Ask another administrator" in answer.text
    assert getattr(Person.objects.get(pk=administrator.pk), taken)


# Nothing is deleted.


@pytest.mark.parametrize("model", ["person", "collection", "agent", "document", "passage"])
def test_nobody_deletes_anything_in_the_corpus(administrator, reviewer, collection, model):
    document = make.document(collection=collection)
    rows = {
        "person": reviewer,
        "collection": collection,
        "agent": document.author,
        "document": document,
        "passage": make.passage(document),
    }

    answer = make.browser(administrator).post(
        reverse(f"admin:corpus_{model}_delete", args=[rows[model].pk]), {"post": "yes"}
    )

    assert answer.status_code == 403


@pytest.mark.parametrize("model", ["person", "collection", "membership", "agent", "document"])
def test_the_bulk_deletion_of_django_is_gone(administrator, curator, model):
    address = reverse(f"admin:corpus_{model}_changelist")

    assert "delete_selected" not in make.browser(administrator).get(address).text


# Collections and memberships.


def test_an_administrator_makes_a_collection_with_its_first_curator(administrator, stranger):
    answer = make.browser(administrator).post(
        reverse("admin:corpus_collection_add"),
        {"name": "Testimonies", "slug": "testimonies", "description": "", "access": "members"}
        | management(**{"TOTAL_FORMS": "1", "0-user": stranger.pk, "0-role": "curator"}),
    )

    assert answer.status_code == 302
    collection = Collection.objects.get(slug="testimonies")
    assert collection.created_by == administrator
    assert Membership.objects.get(collection=collection, user=stranger).role == "curator"
    assert Person.objects.get(pk=stranger.pk).is_staff


def test_a_membership_is_changed_and_ended_on_the_collections_page(
    administrator, collection, reader, curator
):
    first, second = (
        Membership.objects.get(user=person, collection=collection) for person in (reader, curator)
    )

    make.browser(administrator).post(
        reverse("admin:corpus_collection_change", args=[collection.pk]),
        {"name": collection.name, "slug": collection.slug, "description": "", "access": "open"}
        | management(
            **{
                "TOTAL_FORMS": "2",
                "INITIAL_FORMS": "2",
                "0-id": first.pk,
                "0-collection": collection.pk,
                "0-user": reader.pk,
                "0-role": "reviewer",
                "1-id": second.pk,
                "1-collection": collection.pk,
                "1-user": curator.pk,
                "1-role": "curator",
                "1-DELETE": "on",
            }
        ),
    )

    assert Membership.objects.get(pk=first.pk).role == "reviewer"
    assert not Membership.objects.filter(pk=second.pk).exists()
    assert not Person.objects.get(pk=curator.pk).is_staff


def test_a_membership_is_given_on_its_own_page(administrator, collection, stranger):
    make.browser(administrator).post(
        reverse("admin:corpus_membership_add"),
        {"collection": collection.pk, "user": stranger.pk, "role": "curator"},
    )

    assert Membership.objects.get(user=stranger).created_by == administrator
    assert Person.objects.get(pk=stranger.pk).is_staff


def test_a_membership_keeps_its_person_and_its_collection(
    administrator, collection, reader, stranger, closed
):
    membership = Membership.objects.get(user=reader)

    make.browser(administrator).post(
        reverse("admin:corpus_membership_change", args=[membership.pk]),
        {"collection": closed.pk, "user": stranger.pk, "role": "reviewer"},
    )

    stored = Membership.objects.get()
    assert (stored.user, stored.collection, stored.role) == (reader, collection, "reviewer")


def test_the_same_membership_twice_is_refused(administrator, collection, reader):
    answer = make.browser(administrator).post(
        reverse("admin:corpus_membership_add"),
        {"collection": collection.pk, "user": reader.pk, "role": "curator"},
    )

    assert "This person is already a member" in answer.text
    assert Membership.objects.get(user=reader).role == "reader"


def test_a_curator_sees_the_members_of_the_own_collection_and_changes_none(
    curator, collection, reader
):
    address = reverse("admin:corpus_collection_change", args=[collection.pk])

    answer = make.browser(curator).get(address)

    assert "Rea Reader" in answer.text
    assert 'name="_save"' not in answer.text
    assert make.browser(curator).post(address, {"name": "Mine"}).status_code == 403


def test_a_curator_sees_no_members_of_anothers_collection(curator_elsewhere, collection, reader):
    answer = make.browser(curator_elsewhere).get(
        reverse("admin:corpus_collection_change", args=[collection.pk])
    )

    assert answer.status_code == 200
    assert "Rea Reader" not in answer.text


@pytest.mark.parametrize("page", ["changelist", "add"])
def test_curators_do_not_open_the_list_of_memberships(curator, page):
    answer = make.browser(curator).get(reverse(f"admin:corpus_membership_{page}"))

    assert answer.status_code == 403


def test_an_administrator_sees_a_closed_collection_but_nothing_in_it(administrator, closed):
    make.document(collection=closed, title="Secret report")
    browser = make.browser(administrator)

    assert "Closed collection" in browser.get(reverse("admin:corpus_collection_changelist")).text
    assert "Secret" not in browser.get(reverse("admin:corpus_document_changelist")).text


# Agents.


def test_a_curator_adds_an_agent_for_everybody(curator):
    answer = make.browser(curator).post(
        reverse("admin:corpus_agent_add"), agent_fields(aliases="UHRP, 维吾尔人权项目")
    )

    agent = Agent.objects.get(name="Uyghur Human Rights Project")
    assert answer.status_code == 302
    assert (agent.home, agent.status, agent.created_by) == (None, "active", curator)
    assert agent.aliases == ["UHRP", "维吾尔人权项目"]
    told = last_act(agent)
    assert (told["by"], told["action"]) == (curator.pk, "add_agent")


def test_a_curator_edits_a_shared_agent(curator):
    agent = make.agent("UHRP", kind="ngo")
    state = make.agent("United States")

    make.browser(curator).post(
        reverse("admin:corpus_agent_change", args=[agent.pk]),
        agent_fields(acts_for=state.pk, members=[state.pk]),
    )

    stored = Agent.objects.get(pk=agent.pk)
    assert (stored.name, stored.acts_for) == ("Uyghur Human Rights Project", state)
    assert list(stored.members.all()) == [state]


def test_an_agent_of_the_same_name_is_refused_with_a_sentence(curator):
    make.agent("Uyghur Human Rights Project")

    answer = make.browser(curator).post(reverse("admin:corpus_agent_add"), agent_fields())

    assert "There is already an agent with this name" in answer.text
    assert Agent.objects.filter(name="Uyghur Human Rights Project").count() == 1


def test_an_agent_is_not_taken_back_from_everybody(curator, collection):
    agent = make.agent("UHRP")

    answer = make.browser(curator).post(
        reverse("admin:corpus_agent_change", args=[agent.pk]), agent_fields(home=collection.pk)
    )

    assert "that cannot be undone" in answer.text
    assert Agent.objects.get(pk=agent.pk).home is None


def test_an_agent_of_one_collection_is_shared_with_everybody(curator_elsewhere, closed):
    agent = make.agent("Witness 7", home=closed)

    make.browser(curator_elsewhere).post(
        reverse("admin:corpus_agent_change", args=[agent.pk]), agent_fields(home="")
    )

    assert Agent.objects.get(pk=agent.pk).home is None


def test_a_shared_agent_does_not_refer_to_one_that_others_may_not_see(curator_elsewhere, closed):
    hidden = make.agent("Witness 7", home=closed)

    answer = make.browser(curator_elsewhere).post(
        reverse("admin:corpus_agent_add"), agent_fields(acts_for=hidden.pk)
    )

    assert "known only in one collection" in answer.text
    assert not Agent.objects.filter(acts_for=hidden).exists()


def test_a_merged_status_cannot_be_chosen(curator):
    answer = make.browser(curator).post(
        reverse("admin:corpus_agent_add"), agent_fields(status="merged")
    )

    assert "Select a valid choice" in answer.text


def test_proposed_agents_are_confirmed_many_at_once(curator, collection):
    agents = [make.agent(status="proposed"), make.agent(status="proposed")]

    make.browser(curator).post(
        reverse("admin:corpus_agent_changelist"),
        {"action": "confirm", "_selected_action": [agent.pk for agent in agents]},
    )

    assert not Agent.objects.filter(status="proposed").exists()


def test_an_agent_is_found_by_its_other_names(curator):
    make.agent("United States", aliases=["США"])

    answer = make.browser(curator).get(reverse("admin:corpus_agent_changelist"), {"q": "США"})

    assert "United States" in answer.text


def test_a_merged_agent_is_not_offered_where_one_is_chosen(curator):
    make.agent("Burma", status="merged", merged_into=make.agent("Burma/Myanmar"))

    answer = make.browser(curator).get(
        reverse("admin:autocomplete"),
        {"app_label": "corpus", "model_name": "document", "field_name": "author", "term": "Burma"},
    )

    assert [found["text"] for found in answer.json()["results"]] == ["Burma/Myanmar"]


def test_the_list_of_agents_asks_the_same_number_of_questions_however_long(
    curator, collection, django_assert_num_queries, django_assert_max_num_queries
):
    browser, address = make.browser(curator), reverse("admin:corpus_agent_changelist")
    make.agent(acts_for=make.agent(), home=collection)
    with django_assert_max_num_queries(30) as asked:
        browser.get(address)
    more = [make.agent(acts_for=make.agent(), home=collection) for _number in range(5)]

    with django_assert_num_queries(len(asked)):
        assert more[0].name in browser.get(address).text
