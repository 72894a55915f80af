"""Tags: these exact words take this stance on this claim, and are X's words on Y's position."""

from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotate.text.stances import STANCES, STANCES_ON_ANOTHER, Stance, listed
from corpus.history import keep_history
from corpus.models import Agent, Document, Passage
from corpus.models.derivation import SELF_SENTENCE, DerivationKind
from corpus.models.document import seen_by
from corpus.models.recorded import Coded, Identified, Recorded
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import ACTOR_SQL, REASON_SQL, DeferredRule, Rule, each_known, known, never, refuse

from .claim import OPEN_CLAIM, Claim
from .moving import (
    BECAME_SQL,
    MOVED_WITH_ITS_AGENT_SQL,
    MOVED_WITH_ITS_CLAIM_SQL,
    said_the_same,
)

if TYPE_CHECKING:
    from corpus.models import Person


class Speech(models.TextChoices):
    OWN = "own", _("own document")
    QUOTED = "quoted", _("quoted here")
    REPORTED = "reported", _("retold here")


class Certainty(models.TextChoices):
    CERTAIN = "certain", _("certain")
    PROBABLE = "probable", _("probable")
    POSSIBLE = "possible", _("possible")
    UNSPECIFIED = "unspecified", _("not said")


class Directness(models.TextChoices):
    FIRST_HAND = "first_hand", _("first hand")
    DOCUMENTARY = "documentary", _("from documents")
    SECOND_HAND = "second_hand", _("second hand")
    ANALYSIS = "analysis", _("analysis")
    UNSPECIFIED = "unspecified", _("not said")


class AnchorState(models.TextChoices):
    OK = "ok", _("in place")
    MOVED = "moved", _("moved")
    BROKEN = "broken", _("words not found")


class TranslationKind(models.TextChoices):
    OFFICIAL = "official", _("official")
    OWN = "own", _("own")
    MACHINE = "machine", _("machine")


class TagStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    STALE = "stale", _("needs a second look")


LIVE = (TagStatus.SUBMITTED, TagStatus.ACCEPTED)
LIVE_SQL = "('submitted', 'accepted')"
GONE_SQL = "('withdrawn', 'rejected')"
POLARITY_SQL = (
    f"CASE WHEN {{0}}.stance IN {listed(STANCES['for'])} THEN '+'"
    f" WHEN {{0}}.stance IN {listed(STANCES['against'])} THEN '-' ELSE '?' END"
)
AGREE_SQL = (
    f"({POLARITY_SQL.format('a')} = {POLARITY_SQL.format('b')} OR a.held_by_id = b.held_by_id)"
)
# Two voices, the same claim, the same side (I15).
CORROBORATE_SQL = (
    "(a.claim_id = b.claim_id AND a.asserted_by_id <> b.asserted_by_id"
    f" AND COALESCE({AGREE_SQL}, false))"
)
# A shared claim is reworded by any curator, which concerns tags in every collection.
CURATES_ANYTHING_SQL = f"""EXISTS (
    SELECT 1 FROM corpus_membership m WHERE m.role = 'curator' AND m.user_id = {ACTOR_SQL}
)"""
# Whether `by` is a curator of the collection of the tag `OLD`.
CURATES_TAG_SQL = f"""EXISTS (
    SELECT 1 FROM corpus_passage p
    JOIN corpus_textversion v ON v.id = p.text_version_id
    JOIN corpus_document d ON d.id = v.document_id
    JOIN corpus_membership m ON m.collection_id = d.collection_id AND m.role = 'curator'
    WHERE p.id = OLD.passage_id AND m.user_id = {ACTOR_SQL}
)"""

VOICE_SENTENCE = _("The passage is now somebody else's words. Check who speaks, then save again.")
OLD_TEXT_SENTENCE = _("The document has a newer text. Tags on the older one need a second look.")
WITHHELD_WORDS = _("(words of a withdrawn document)")
STALE_LINK_SENTENCE = _("Links of a tag that no longer counts must get a second look first.")


class TagQuerySet(models.QuerySet["Tag"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "TagQuerySet":
        """Keep the tags in documents that `user` may see (I20)."""
        return self.filter(seen_by(user, "passage__text_version__document__"))

    def live(self) -> "TagQuerySet":
        """Keep the tags that stand: submitted or accepted (I13)."""
        return self.filter(status__in=LIVE)

    def counting(self) -> "TagQuerySet":
        """Keep the tags that count: accepted, or submitted where no review is needed (I13)."""
        return self.filter(
            Q(status=TagStatus.ACCEPTED)
            | Q(
                status=TagStatus.SUBMITTED,
                passage__text_version__document__collection__review_required=False,
            )
        )


@keep_history()
class Tag(Identified, Revised, Coded, Recorded):
    """Exact words, a stance on a claim, and whose words on whose position they are."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="tags")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField(_("quote"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    anchor_state = models.CharField(max_length=6, choices=AnchorState, default=AnchorState.OK)

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="tags", verbose_name=_("claim"))
    claim_wording = models.PositiveIntegerField(default=1)
    # What a person coded it to; `claim` is what that became.
    claim_when_tagged = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    wording_when_tagged = models.PositiveIntegerField(default=1)
    stance = models.CharField(_("stance"), max_length=10, choices=Stance)
    asserted_by = models.ForeignKey(
        Agent, models.PROTECT, related_name="tags_said", verbose_name=_("whose words")
    )
    speech = models.CharField(
        _("where the words are"), max_length=8, choices=Speech, default=Speech.OWN
    )
    held_by = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="tags_held",
        null=True,
        blank=True,
        verbose_name=_("whose position"),
    )
    certainty = models.CharField(
        _("how sure they sound"),
        max_length=11,
        choices=Certainty,
        default=Certainty.UNSPECIFIED,
    )
    directness = models.CharField(
        _("how they know"), max_length=11, choices=Directness, default=Directness.UNSPECIFIED
    )
    translation = models.TextField(_("translation"), blank=True)
    translation_kind = models.CharField(
        _("whose translation"), max_length=8, choices=TranslationKind, blank=True
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Seen by members of the collection only.")
    )

    status = models.CharField(
        _("status"), max_length=9, choices=TagStatus, default=TagStatus.SUBMITTED
    )
    status_before = models.CharField(max_length=9, choices=TagStatus, blank=True, editable=False)
    stale_reason = models.CharField(max_length=300, blank=True, editable=False)
    request_key = models.UUIDField(editable=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ("passage", "start", "end", "pk")
        indexes = [
            models.Index(fields=["passage", "start", "end"], name="tags_by_place"),
            models.Index(fields=["claim", "status", "id"], name="tags_by_claim"),
            models.Index(fields=["created_by", "-id"], name="tags_by_person"),
            GinIndex(OpClass("exact", name="gin_trgm_ops"), name="tag_quote_trigrams"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")),
                name="tag_has_words",
                violation_error_message=_("Select at least one character."),
            ),
            models.UniqueConstraint(
                fields=["created_by", "passage", "start", "end", "claim", "held_by"],
                condition=Q(status__in=LIVE),
                nulls_distinct=False,
                name="one_person_tags_words_once",
                violation_error_message=_(
                    "You have already tagged these words with this claim. Change that tag instead."
                ),
            ),
            models.UniqueConstraint(
                fields=["created_by", "request_key"],
                name="request_makes_one_tag",
                violation_error_message=_("This tag is already saved."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(stance__in=STANCES_ON_ANOTHER, held_by__isnull=False)
                    & ~Q(held_by=F("asserted_by"))
                )
                | (~Q(stance__in=STANCES_ON_ANOTHER) & Q(held_by__isnull=True)),
                name="another_holds_what_is_endorsed_or_rejected",
                violation_error_message=_(
                    "To agree, to disagree or to report, say whose position it is; it must be "
                    "somebody other than the speaker."
                ),
            ),
            models.CheckConstraint(
                condition=Q(translation="") | ~Q(translation_kind=""),
                name="translation_says_whose_it_is",
                violation_error_message=_("Say whose translation it is."),
            ),
            models.CheckConstraint(
                condition=~Q(anchor_state=AnchorState.BROKEN) | ~Q(status__in=LIVE),
                name="tag_without_its_words_does_not_stand",
                violation_error_message=_(
                    "The words of this tag were not found. Select them again."
                ),
            ),
            *each_known(
                "tag",
                stance=Stance,
                speech=Speech,
                certainty=Certainty,
                directness=Directness,
                status=TagStatus,
                anchor_state=AnchorState,
            ),
        ]
        triggers = [
            follows_its_revision(),
            # Locks the document, then the passage: the order every writer follows.
            Rule(
                name="tag_agrees_with_its_passage",
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("doc", "record"), ("pas", "record")],
                func=f"""
                    SELECT d.status, d.author_id INTO doc FROM corpus_passage p
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE p.id = NEW.passage_id FOR SHARE OF d;
                    SELECT p.kind, p.start, p."end", p.text, p.voice_id, v.is_current INTO pas
                        FROM corpus_passage p JOIN corpus_textversion v ON v.id = p.text_version_id
                        WHERE p.id = NEW.passage_id FOR SHARE OF p;
                    IF NEW.start < pas.start OR NEW."end" > pas."end"
                       OR substr(pas.text, NEW.start - pas.start + 1, NEW."end" - NEW.start)
                          IS DISTINCT FROM NEW.exact THEN
                        {refuse("tag_quote_is_the_words_there")}
                    END IF;
                    IF NEW.status NOT IN {GONE_SQL} THEN
                        IF NOT corpus_is_taggable(pas.kind) THEN
                            {refuse("tag_stands_on_taggable_text")}
                        END IF;
                        IF (NEW.speech = 'own')
                           IS DISTINCT FROM
                           (NEW.asserted_by_id = COALESCE(pas.voice_id, doc.author_id))
                        THEN
                            {refuse("tag_speech_agrees_with_the_voice")}
                        END IF;
                    END IF;
                    IF NEW.status IN {LIVE_SQL} AND doc.status <> 'ready' THEN
                        {refuse("live_tag_stands_on_a_ready_document")}
                    END IF;
                    IF NEW.status IN {LIVE_SQL} AND NOT pas.is_current THEN
                        {refuse("live_tag_stands_on_the_current_text")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "tag_quote_is_the_words_there": _(
                        "The quote does not match the words in the text. Select the words again."
                    ),
                    "tag_stands_on_taggable_text": _(
                        "This part of the page is not text of the document and takes no tags."
                    ),
                    "tag_speech_agrees_with_the_voice": VOICE_SENTENCE,
                    "live_tag_stands_on_a_ready_document": _(
                        "Only documents that are ready take tags. Ask a curator to make this "
                        "one ready."
                    ),
                    "live_tag_stands_on_the_current_text": OLD_TEXT_SENTENCE,
                },
            ),
            Rule(
                name="tag_may_use_its_claim",
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("used", "record"), ("home", "bigint")],
                func=f"""
                    SELECT c.status, c.wording, c.home_id INTO used
                        FROM annotate_claim c WHERE c.id = NEW.claim_id FOR SHARE;
                    IF (NEW.status IN {LIVE_SQL} OR NEW.claim_id IS DISTINCT FROM OLD.claim_id)
                       AND used.status NOT IN ('proposed', 'active') THEN
                        {refuse("tag_claim_is_open")}
                    END IF;
                    IF NEW.status IN {LIVE_SQL} AND NEW.claim_wording <> used.wording THEN
                        {refuse("tag_is_coded_to_the_present_wording")}
                    END IF;
                    SELECT d.collection_id INTO home FROM corpus_passage p
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE p.id = NEW.passage_id;
                    IF used.home_id <> home OR EXISTS (
                        SELECT 1 FROM corpus_agent a WHERE a.home_id <> home
                        AND a.id IN (NEW.asserted_by_id, NEW.held_by_id)
                    ) THEN
                        {refuse("tag_uses_what_its_collection_may")}
                    END IF;
                    PERFORM 1 FROM corpus_agent a
                        WHERE a.id IN (NEW.asserted_by_id, NEW.held_by_id)
                        ORDER BY a.id FOR KEY SHARE;
                    IF NEW.status IN {LIVE_SQL} AND EXISTS (
                        SELECT 1 FROM corpus_agent a WHERE a.status = 'merged'
                        AND a.id IN (NEW.asserted_by_id, NEW.held_by_id)
                    ) THEN
                        {refuse("tag_names_agents_that_stand")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "tag_claim_is_open": _("This claim takes no new tags. Choose another claim."),
                    "tag_is_coded_to_the_present_wording": _(
                        "The claim has been reworded. Read it again, then save."
                    ),
                    "tag_uses_what_its_collection_may": _(
                        "Choose a claim and agents that this collection may use."
                    ),
                    "tag_names_agents_that_stand": _(
                        "This agent has been merged into another. Choose that one."
                    ),
                },
            ),
            Rule(
                name="tag_origin_never_changes",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("uid", "created_by", "created_at", "request_key"),
                func=refuse("tag_origin_never_changes"),
                sentences={
                    "tag_origin_never_changes": _("Who made a tag, and when, never changes.")
                },
            ),
            Rule(
                name="tag_is_changed_by_its_author",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
                func=f"""
                    IF {ACTOR_SQL} IS NULL THEN {refuse("change_of_a_tag_names_its_person")} END IF;
                    IF {ACTOR_SQL} = OLD.created_by_id THEN RETURN NEW; END IF;
                    IF NEW.status = 'stale' AND OLD.status IN {LIVE_SQL} AND {CURATES_ANYTHING_SQL}
                       AND {said_the_same()} THEN
                        RETURN NEW;
                    END IF;
                    IF {MOVED_WITH_ITS_CLAIM_SQL} OR {MOVED_WITH_ITS_AGENT_SQL} THEN
                        RETURN NEW;
                    END IF;
                    IF {REASON_SQL} = '' OR NOT {CURATES_TAG_SQL} THEN
                        {refuse("tag_is_changed_by_its_author_or_a_curator")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "change_of_a_tag_names_its_person": _(
                        "A tag cannot be changed without saying who changes it."
                    ),
                    "tag_is_changed_by_its_author_or_a_curator": _(
                        "Only its author can change a tag; a curator can too, with a reason."
                    ),
                },
            ),
            DeferredRule(
                name="tag_counts_for_what_its_claim_became",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("claim_id", "claim_when_tagged_id"),
                condition=pgtrigger.Q(new__claim__df=pgtrigger.F("new__claim_when_tagged")),
                func=f"""
                    IF NEW.claim_id <> {BECAME_SQL} THEN
                        {refuse("tag_counts_for_what_its_claim_became")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "tag_counts_for_what_its_claim_became": _(
                        "A tag counts for the claim it was coded to, or what that became."
                    )
                },
            ),
            DeferredRule(
                name="tag_that_falls_takes_its_links_along",
                operation=pgtrigger.UpdateOf("status"),
                condition=~pgtrigger.Q(new__status__in=LIVE),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_link l JOIN annotate_tag t
                        ON t.id IN (l.from_tag_id, l.to_tag_id)
                        WHERE t.id = NEW.id AND t.status NOT IN {LIVE_SQL}
                        AND l.status IN {LIVE_SQL}
                    ) THEN
                        {refuse("live_link_joins_live_tags")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"live_link_joins_live_tags": STALE_LINK_SENTENCE},
            ),
            DeferredRule(
                name="corroborating_tags_stay_so",
                operation=pgtrigger.UpdateOf("claim_id", "asserted_by_id", "stance", "held_by_id"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_link l
                        JOIN annotate_tag a ON a.id = l.from_tag_id
                        JOIN annotate_tag b ON b.id = l.to_tag_id
                        WHERE NEW.id IN (a.id, b.id) AND l.relation = 'corroborates'
                        AND l.status IN {LIVE_SQL}
                        AND NOT {CORROBORATE_SQL}
                    ) THEN
                        {refuse("corroborating_tags_stay_so")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "corroborating_tags_stay_so": _(
                        "A link says that this tag corroborates another; with this change it "
                        "would not. The link needs a second look first."
                    )
                },
            ),
            never(
                "tag_is_never_deleted",
                pgtrigger.Delete,
                _("A tag is never deleted: withdraw it instead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exact[:60]} ({self.get_stance_display()})"

    @property
    def quote(self) -> str:
        """The words as everybody may read them: of a withdrawn document only that (I21)."""
        if self.passage.text_version.document.is_withdrawn:
            return str(WITHHELD_WORDS)
        return self.exact

    @property
    def in_short(self) -> str:
        """The first words of `quote`, and what they do with the claim."""
        return f"{self.quote[:60]} ({self.get_stance_display()})"

    @property
    def shown_translation(self) -> str:
        """The translation as everybody may read it: of a withdrawn document none (I21)."""
        return "" if self.passage.text_version.document.is_withdrawn else self.translation

    @property
    def is_live(self) -> bool:
        """Whether the tag stands: submitted or accepted."""
        return self.status in LIVE

    @property
    def may_stand_again(self) -> bool:
        """Whether a second look may confirm it: its words are found, its claim takes tags."""
        found = self.status == TagStatus.STALE and self.anchor_state != AnchorState.BROKEN
        return found and self.claim.status in OPEN_CLAIM

    @property
    def polarity(self) -> str:
        """The side the voice takes on the claim: `+`, `-` or `?`."""
        return Stance(self.stance).polarity


@keep_history(read_by=("tag",))
class TagDerivation(Recorded):
    """The words of a tag are taken from another document."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="derivations")
    upstream = models.ForeignKey(
        Document, models.PROTECT, related_name="quoting_tags", verbose_name=_("copied from")
    )
    kind = models.CharField(_("how"), max_length=20, choices=DerivationKind)
    evidence_quote = models.TextField(_("the words that show it"), blank=True)

    class Meta:
        verbose_name = _("copied from")
        verbose_name_plural = _("copied from")
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "upstream", "kind"],
                name="tag_derivation_is_said_once",
                violation_error_message=_("This source is already recorded."),
            ),
            known(
                "tag_derivation_kind_is_known",
                _("Choose how it was copied."),
                kind=DerivationKind.values,
            ),
        ]
        triggers = [
            Rule(
                name="tag_source_is_named_by_who_may_change_the_tag",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("said", "record"), ("at", "record")],
                func=f"""
                    IF TG_OP = 'DELETE' THEN said := OLD; ELSE said := NEW; END IF;
                    IF TG_OP = 'UPDATE' AND NEW.tag_id <> OLD.tag_id THEN
                        {refuse("tag_source_is_named_by_who_may_change_the_tag")}
                    END IF;
                    SELECT t.created_by_id, d.id, d.collection_id INTO at FROM annotate_tag t
                        JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE t.id = said.tag_id;
                    IF TG_OP <> 'DELETE' AND at.id = said.upstream_id THEN
                        {refuse("document_does_not_copy_itself")}
                    END IF;
                    IF {ACTOR_SQL} IS DISTINCT FROM at.created_by_id AND ({REASON_SQL} = ''
                       OR NOT EXISTS (
                        SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                        AND m.collection_id = at.collection_id AND m.user_id = {ACTOR_SQL}
                    )) THEN
                        {refuse("tag_source_is_named_by_who_may_change_the_tag")}
                    END IF;
                    RETURN said;
                """,
                sentences={
                    "document_does_not_copy_itself": SELF_SENTENCE,
                    "tag_source_is_named_by_who_may_change_the_tag": _(
                        "Only its author can change a tag; a curator can too, with a reason."
                    ),
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.upstream}"
