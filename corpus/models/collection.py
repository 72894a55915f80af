"""Collections of documents, and who may do what in them."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from corpus.rules import known

from .recorded import Recorded

if TYPE_CHECKING:
    from .person import Person


class Access(models.TextChoices):
    OPEN = "open", _("open to everybody who is signed in")
    MEMBERS = "members", _("members only")


class Role(models.TextChoices):
    READER = "reader", _("reader")
    REVIEWER = "reviewer", _("reviewer")
    CURATOR = "curator", _("curator")


def read_by(user: "Person | AnonymousUser", collection: str) -> Q:
    """Return that `user` may read `collection`, a path to one: it is open, or one of theirs (I20).

    In SQL of our own, because nearly every query asks for it: as querysets within querysets,
    Django takes longer to write it than PostgreSQL takes to answer.
    """
    if not user.is_authenticated or not user.is_active:
        return Q(pk__in=())
    readable = RawSQL(
        "SELECT id FROM corpus_collection WHERE access = 'open' OR id IN"
        " (SELECT collection_id FROM corpus_membership WHERE user_id = %s)",
        (user.pk,),
    )
    return Q((f"{collection}__in", readable))


def known_to(user: "Person | AnonymousUser", home: str) -> Q:
    """Return that `user` may know what has this home: none, or one they may read (I20)."""
    read = read_by(user, home)
    return read | Q((home, None)) if user.is_authenticated and user.is_active else read


class CollectionQuerySet(models.QuerySet["Collection"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "CollectionQuerySet":
        """Keep the collections `user` may read: the open ones and the user's own (I20)."""
        return self.filter(read_by(user, "pk"))

    def written_by(self, user: "Person | AnonymousUser", *roles: Role) -> "CollectionQuerySet":
        """Keep the collections in which `user` has one of `roles`."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = Membership.objects.filter(user=user, role__in=roles)
        return self.filter(pk__in=mine.values("collection"))


class Collection(Recorded):
    """A set of documents with its members; the unit of access."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    description = models.TextField(_("description"), blank=True)
    access = models.CharField(_("who may read"), max_length=10, choices=Access, default=Access.OPEN)
    review_required = models.BooleanField(_("review required"), default=False, editable=False)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(review_required=False),
                name="review_is_not_required_yet",
                violation_error_message=_(
                    "Review cannot be required yet: this version has no reviews."
                ),
            ),
            known(
                "collection_access_is_known",
                _("Choose who may read the collection."),
                access=Access.values,
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Recorded):
    """One person's role in one collection."""

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("collection", "user")
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "user"],
                name="membership_is_one_role",
                violation_error_message=_(
                    "This person is already a member. Change the role instead."
                ),
            ),
            known(
                "membership_role_is_known",
                _("Choose reader, reviewer or curator."),
                role=Role.values,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"
