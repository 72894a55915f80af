"""Everything that changes documents, agents, collections and memberships."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from corpus.history import history
from corpus.models import Agent, Collection, Document, Membership, Person, Role
from corpus.models.agent import AgentKind, AgentStatus
from corpus.models.document import DocumentStatus, Holding
from corpus.refusals import refusals

SYSTEM = "system"


def system_person() -> Person:
    """Return the person in whose name commands load; nobody can sign in as it."""
    person, made = Person.objects.get_or_create(
        username=SYSTEM,
        defaults={"display_name": _("Corroborate"), "pseudonym": SYSTEM, "is_active": True},
    )
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    return person


def add_collection(*, by: Person, **fields: Any) -> Collection:
    """Make a collection; raise ValidationError where its name or address is taken."""
    collection = Collection(created_by=by, **fields)
    collection.clean_fields()
    with refusals():
        collection.save()
    return collection


def save_collection(collection: Collection) -> None:
    """Save an administrator's changes to a collection; raise ValidationError where one is taken."""
    collection.clean_fields()
    with refusals():
        collection.save()


def save_person(person: Person) -> None:
    """Save what an administrator says of a person; administrators may open the admin.

    Raise ValidationError where the user name or the pseudonym is somebody else's.
    """
    with refusals():
        person.save()
        keep_staff_flag(person)


def set_membership(collection: Collection, user: Person, role: str, *, by: Person) -> Membership:
    """Give `user` the role in `collection`; curators, and only they, may open the admin."""
    with refusals():
        membership, _made = Membership.objects.update_or_create(
            collection=collection,
            user=user,
            defaults={"role": Role(role)},
            create_defaults={"role": Role(role), "created_by": by},
        )
        keep_staff_flag(user)
    return membership


def end_membership(membership: Membership) -> None:
    """Take a person out of a collection; what they wrote stays."""
    user = membership.user
    with refusals():
        membership.delete()
        keep_staff_flag(user)


def keep_staff_flag(user: Person) -> None:
    """Let the admin open for administrators and for curators of any collection."""
    curates = Membership.objects.filter(user=user, role=Role.CURATOR).exists()
    staff = user.is_superuser or curates
    if user.is_staff != staff:
        user.is_staff = staff
        user.save(update_fields=["is_staff"])


def propose_agent(name: str, *, by: Person, home: Collection | None = None, **fields: Any) -> Agent:
    """Record an agent that a curator has still to confirm.

    `home` is the members-only collection it is first named in; elsewhere it is shared.
    """
    agent = Agent(
        name=" ".join(name.split()),
        home=home,
        status=AgentStatus.PROPOSED,
        created_by=by,
        kind=fields.pop("kind", AgentKind.UNKNOWN),
        **fields,
    )
    agent.clean_fields()
    with refusals(), history(by=by, action="propose_agent"):
        agent.save()
    return agent


def add_agent(*, by: Person, **fields: Any) -> Agent:
    """Record an agent that counts from the start, as a curator does."""
    agent = Agent(status=AgentStatus.ACTIVE, created_by=by, **fields)
    agent.clean_fields()
    with refusals(), history(by=by, action="add_agent"):
        agent.save()
    return agent


def save_agent(agent: Agent, *, by: Person, action: str = "edit_agent") -> None:
    """Save a curator's changes to an agent."""
    agent.clean_fields()
    with refusals(), history(by=by, action=action):
        agent.save()


def add_document(*, by: Person, **fields: Any) -> Document:
    """Record a document without text, such as a work that is cited but not held."""
    document = Document(created_by=by, **fields)
    document.clean_fields(exclude=["original_file"])
    with refusals(deferred=True), history(by=by, action="add_document"):
        document.save()
    return document


def record_work(fields: Mapping[str, Any], *, collection: Collection, by: Person) -> Document:
    """Record a work that is cited but not held; it is ready as soon as its author is known."""
    status = DocumentStatus.READY if fields.get("author") else DocumentStatus.INTAKE
    return add_document(
        by=by, collection=collection, holding=Holding.EXTERNAL, status=status, **fields
    )


def make_ready(document: Document, *, by: Person) -> None:
    """Open a document for tagging.

    Raise ValidationError where author or language are missing, where there is no text, or
    where a block quote does not say who speaks (I9).
    """
    document.status = DocumentStatus.READY
    with refusals(deferred=True), history(by=by, action="make_ready"):
        document.save(update_fields=["status"])
