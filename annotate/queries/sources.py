"""The independent sources of one claim by name and place, and in words why some are one."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotate.counting.independence import Count, Group, Step
from annotate.models import Claim
from annotate.queries.claim_tags import Standing, standing_on
from annotate.queries.counts import counts_of
from annotate.queries.near_voices import near_voices
from corpus.access import Reader
from corpus.models import Agent, Document

PLACES = 5  # of one source, before "and more"
UNFOLDED = 12  # so many sources are unfolded on the page

WHY: dict[str, Promise] = {
    "acts_for": _("%(one)s speaks for %(other)s."),
    "part_of": _("%(one)s is not counted separately from %(other)s."),
    "became": _("%(one)s is another name of %(other)s."),
    "member_of": _("%(one)s is one of %(other)s."),
    "joined": _("%(one)s and %(other)s are not independent: %(reason)s"),
    "agrees": _("%(one)s agrees with %(other)s."),
    "taken_from": _("What is said about or by %(one)s is taken from “%(other)s”."),
    "copied_from": _("“%(one)s” is taken from “%(other)s”."),
    "written_by": _("“%(one)s” is by %(other)s."),
}
_NAMING = ("name", "disambiguation")
# Which ends of a step are documents.
_OF_DOCUMENTS = {
    "taken_from": ("other",),
    "copied_from": ("one", "other"),
    "written_by": ("one",),
}


def split_by(group: Group, speakers: Container[int]) -> tuple[list[int], list[int]]:
    """Return the agents who say so themselves and the others; all of them where none does."""
    own = [agent for agent in group.agents if agent in speakers]
    return own or list(group.agents), [one for one in group.agents if own and one not in own]


def documents_in(step: Step) -> set[int]:
    """Return the documents that are an end of a step."""
    about = _OF_DOCUMENTS.get(step.kind, ())
    return {end for name, end in (("one", step.one), ("other", step.other)) if name in about}


class Voice(NamedTuple):
    """An agent of a source."""

    pk: int
    name: str


class Place(NamedTuple):
    """A document in which a source is tagged: its first tag, its title, and who passes it on.

    `told_by` has it in words of its own, `quoted_by` in the source's.
    """

    tag: int
    title: str
    told_by: str
    quoted_by: str


@dataclass(frozen=True)
class Source:
    """One independent source: who it is, where it is tagged, and why it counts as one.

    `beside` are who is only said to hold it, where others of the source say so themselves.
    """

    voices: list[Voice]
    beside: list[Voice]
    places: list[Place]
    more: int
    reasons: list[str]


@dataclass(frozen=True)
class Sources:
    """The independent sources of a claim, with the names of the collections counted in.

    `alike` are agents that count apart and may be the same; `tags` are all that are live on the
    claim, oldest first.
    """

    count: Count
    tags: list[Standing]
    own_words: list[Source]
    said_to_hold: list[Source]
    attested: list[Source]
    denied: list[Source]
    unconfirmed: list[Voice]
    alike: list[tuple[Voice, Voice]]
    collections: list[str]

    @property
    def is_at_most(self) -> bool:
        """Whether a number is the most there can be: one known source is one."""
        numbers = map(len, (self.own_words, self.said_to_hold, self.denied))
        return self.count.at_most and any(number > 1 for number in numbers)

    @property
    def is_short(self) -> bool:
        """Whether all of them can be read at once."""
        kinds = (self.own_words, self.said_to_hold, self.attested, self.denied)
        return sum(map(len, kinds)) <= UNFOLDED


def sources_of(claim: Claim, *, reader: Reader) -> Sources:
    """Return the sources of a claim that `reader` can see, in seventeen queries at most."""
    count = counts_of([claim.pk], reader=reader)[claim.pk]
    groups = (*count.affirmed, *count.attested, *count.denied)
    tags = standing_on(claim, reader=reader)
    places, collections = _places(tags, groups)
    names = Names.of(groups, count.unconfirmed, places, reader)
    return Sources(
        count=count,
        tags=tags,
        own_words=[names.source(group, places, count.speakers) for group in count.own_words],
        said_to_hold=[names.source(group, places) for group in count.said_to_hold],
        attested=[names.source(group, places) for group in count.attested],
        denied=[names.source(group, places) for group in count.denied],
        unconfirmed=[names.voice(agent) for agent in count.unconfirmed],
        alike=[(names.voice(one), names.voice(other)) for one, other in near_voices(count)],
        collections=collections,
    )


class _Tagged(NamedTuple):
    tag: Standing
    title: str

    def place(self, group: Group, names: Mapping[int, str]) -> Place:
        """Return where it is, with who passes on what `group` says or is said to hold."""
        voice, conveyer = self.tag.voice, self.tag.conveyer
        told_by = "" if voice in group.agents else names[voice]
        quoted_by = "" if conveyer in (None, *group.agents) else names[conveyer or 0]
        return Place(self.tag.id, self.title, "" if quoted_by else told_by, quoted_by)


def _places(
    tags: Iterable[Standing], groups: Iterable[Group]
) -> tuple[dict[int, _Tagged], list[str]]:
    """Return where each tag of some sources is, and the names of their collections.

    What ten thousand tags have in common is fetched once for each document.
    """
    counted = {tag for group in groups for tag in group.tags}
    shown = [tag for tag in tags if tag.id in counted]
    rows = Document.objects.filter(pk__in={tag.document for tag in shown})
    titles, collections = dict[int, str](), set[str]()
    for key, title, collection in rows.values_list("pk", "title", "collection__name"):
        titles[key] = title
        collections.add(collection)
    return {tag.id: _Tagged(tag, titles[tag.document]) for tag in shown}, sorted(collections)


@dataclass(frozen=True)
class Names:
    """The names of agents and the titles of documents, by id."""

    agents: Mapping[int, str]
    documents: Mapping[int, str]

    @classmethod
    def of(
        cls,
        groups: Iterable[Group],
        unconfirmed: Iterable[int],
        places: Mapping[int, _Tagged],
        reader: Reader,
    ) -> "Names":
        """Look up everything the sources name, in two queries."""
        agents = {agent for group in groups for agent in group.agents}.union(unconfirmed)
        tags = [at.tag for at in places.values()]
        agents.update(who for tag in tags for who in (tag.voice, tag.conveyer) if who)
        documents: set[int] = set()
        for step in (step for group in groups for step in group.steps):
            about = _OF_DOCUMENTS.get(step.kind, ())
            (documents if "one" in about else agents).add(step.one)
            (documents if "other" in about else agents).add(step.other)
        known = Agent.objects.visible_to(reader).filter(pk__in=agents).only(*_NAMING)
        titles = Document.objects.visible_to(reader).filter(pk__in=documents)
        return cls(
            {agent.pk: str(agent) for agent in known}, dict(titles.values_list("pk", "title"))
        )

    def voice(self, agent: int) -> Voice:
        """Return an agent with its name."""
        return Voice(agent, self.agents[agent])

    def source(
        self, group: Group, places: Mapping[int, _Tagged], speakers: Container[int] = ()
    ) -> Source:
        """Return a group with its names; of each document only the first tag.

        Those of `speakers` come before who is only said to hold it; without any, all are alike.
        """
        first: dict[int, _Tagged] = {}
        for at in (places[tag] for tag in group.tags if tag in places):
            first.setdefault(at.tag.document, at)
        shown = list(first.values())[:PLACES]
        first_named, beside = split_by(group, speakers)
        return Source(
            voices=[self.voice(agent) for agent in first_named],
            beside=[self.voice(agent) for agent in beside],
            places=[one.place(group, self.agents) for one in shown],
            more=len(first) - len(shown),
            reasons=[self.reason(step) for step in group.steps],
        )

    def reason(self, step: Step) -> str:
        """Return why two are one source, as a sentence."""
        about = _OF_DOCUMENTS.get(step.kind, ())
        one = (self.documents if "one" in about else self.agents)[step.one]
        other = (self.documents if "other" in about else self.agents)[step.other]
        return str(WHY[step.kind]) % {"one": one, "other": other, "reason": step.reason}
