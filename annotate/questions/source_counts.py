"""Questions that the independent sources of claims answer."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.counting.independence import AGAINST, Count
from annotate.models import Claim
from annotate.models.tag import TagQuerySet
from annotate.queries.counts import counts_in
from annotate.queries.sources import Names
from annotate.questions.asking import Answer, Place, Stage
from annotate.questions.words import affirming, apart, who


def answer_on(
    claim: Claim,
    count: Count | None,
    why: Sequence[str],
    places: Sequence[Place] = (),
    group: "str | Promise" = "",
) -> Answer:
    """Return a claim as an answer."""
    return Answer(
        kind="claim",
        key=claim.public_id,
        title=claim.label,
        text=claim.text,
        url=reverse("show_claim", args=[claim.public_id]),
        why=tuple(why),
        places=tuple(places),
        group=group,
        count=count,
        color=claim.color,
    )


class OnClaims(Stage[Claim]):
    """The claims with a tag that counts, and the independent sources of each."""

    def tags(self) -> TagQuerySet:
        """Return the tags of which a claim must have one to be looked at."""
        return self.asked.seen.readable_tags().counting()

    def rows(self) -> QuerySet[Claim]:
        """Return the claims to look at."""
        claims = Claim.objects.visible_to(self.asked.reader)
        return claims.filter(pk__in=self.tags().order_by().values("claim"))

    def answers(self, rows: Sequence[Claim]) -> dict[int, Answer]:
        """Return the answers among some claims."""
        counts = counts_in(self.asked.seen, [claim.pk for claim in rows])
        return self.judged(rows, counts)

    @abstractmethod
    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims, whose sources are counted."""


class BySources(OnClaims):
    """Questions for which the sources of a claim are enough."""

    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims, in two queries."""
        fitting = [claim for claim in claims if self.fits(counts[claim.pk])]
        kept = [counts[claim.pk] for claim in fitting]
        groups = [group for one in kept for group in (*one.affirmed, *one.denied)]
        proposed = [agent for one in kept for agent in one.unconfirmed]
        names = Names.of(groups, proposed, {}, self.asked.reader)
        return {
            claim.pk: answer_on(
                claim,
                counts[claim.pk],
                [*self.why(counts[claim.pk], names), *apart(counts[claim.pk], names)],
            )
            for claim in fitting
        }

    @abstractmethod
    def fits(self, count: Count) -> bool:
        """Whether a claim with these sources answers the question."""

    @abstractmethod
    def why(self, count: Count, names: Names) -> list[str]:
        """Return why it does, as sentences."""


class OneSource(BySources):
    """Claims that exactly one independent source holds, in own words or as others say."""

    def fits(self, count: Count) -> bool:
        """Whether one source holds the claim."""
        return len(count.affirmed) == 1

    def why(self, count: Count, names: Names) -> list[str]:
        """Return who it is, in how many tags, and why several are one."""
        [source] = count.affirmed
        if count.own_words:
            told = _("Only one source says so itself: %(who)s.")
        else:
            told = _("Nobody says so themselves. One source is said to: %(who)s.")
        tags = ngettext("It is in %(count)d tag.", "It is in %(count)d tags.", len(source.tags))
        said = [
            told % {"who": who([source], names, count.speakers)},
            tags % {"count": len(source.tags)},
        ]
        if source.steps:
            reasons = " ".join(names.reason(step) for step in source.steps)
            said.append(_("Counted as one: %(reasons)s") % {"reasons": reasons})
        return said


class Contested(BySources):
    """Claims that somebody holds and somebody denies."""

    def tags(self) -> TagQuerySet:
        """Return the tags that say it is not so: without one nothing is contested."""
        return super().tags().filter(stance__in=AGAINST)

    def fits(self, count: Count) -> bool:
        """Whether both sides are taken."""
        return count.contested

    def why(self, count: Count, names: Names) -> list[str]:
        """Return the two sides."""
        said = affirming(count, names)
        if count.denied:
            said.append(_("Say it is not so: %(who)s.") % {"who": who(count.denied, names)})
        return said


class NoDenial(BySources):
    """Claims that somebody holds and nobody, not even a name yet unconfirmed, denies."""

    def fits(self, count: Count) -> bool:
        """Whether only one side is taken."""
        return bool(count.affirmed) and not count.denied and not count.contested

    def why(self, count: Count, names: Names) -> list[str]:
        """Return who holds it."""
        return [*affirming(count, names), _("Nobody is recorded as saying that it is not so.")]
