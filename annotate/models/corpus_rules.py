"""Rules that the annotations put on the corpus, which itself knows nothing of them.

The triggers hang on the corpus's tables but belong to this app: hence the proxies.
"""

import pgtrigger
from django.utils.translation import gettext_lazy as _

from annotate.models.tag import GONE_SQL, LIVE_SQL, OLD_TEXT_SENTENCE, VOICE_SENTENCE
from corpus.models import Agent, Document, Passage, TextVersion
from corpus.rules import DeferredRule, Rule, refuse

_VOICE_BROKEN_SQL = f"""
    SELECT 1 FROM annotate_tag t
    JOIN corpus_passage p ON p.id = t.passage_id
    JOIN corpus_textversion v ON v.id = p.text_version_id
    JOIN corpus_document d ON d.id = v.document_id
    WHERE t.status NOT IN {GONE_SQL}
    AND (t.speech = 'own') IS DISTINCT FROM (t.asserted_by_id = COALESCE(p.voice_id, d.author_id))
"""


class GuardedPassage(Passage):
    """A passage under the rules of the tags that hang on it."""

    class Meta:
        proxy = True
        triggers = [
            Rule(
                name="passage_keeps_its_tags",
                operation=pgtrigger.UpdateOf("kind", "start", "end", "text", "text_version_id"),
                func=f"""
                    IF NOT corpus_is_taggable(NEW.kind) AND EXISTS (
                        SELECT 1 FROM annotate_tag t
                        WHERE t.passage_id = NEW.id AND t.status NOT IN {GONE_SQL}
                    ) THEN
                        {refuse("tagged_passage_stays_taggable")}
                    END IF;
                    IF EXISTS (
                        SELECT 1 FROM annotate_tag t WHERE t.passage_id = NEW.id
                        AND (NEW.text_version_id <> OLD.text_version_id
                             OR t.start < NEW.start OR t."end" > NEW."end")
                    ) THEN
                        {refuse("passage_keeps_the_words_of_its_tags")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "tagged_passage_stays_taggable": _(
                        "This passage has tags, so it must stay a kind of "
                        "text that can be tagged. Withdraw or move them first."
                    ),
                    "passage_keeps_the_words_of_its_tags": _(
                        "The passage would lose words that have tags."
                    ),
                },
            ),
            DeferredRule(
                name="tags_follow_the_passage_voice",
                operation=pgtrigger.UpdateOf("voice_id"),
                func=f"""
                    IF EXISTS ({_VOICE_BROKEN_SQL} AND p.id = NEW.id) THEN
                        {refuse("tag_speech_agrees_with_the_voice")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"tag_speech_agrees_with_the_voice": VOICE_SENTENCE},
            ),
        ]


class GuardedTextVersion(TextVersion):
    """A text under the rules of the tags that hang on its passages."""

    class Meta:
        proxy = True
        triggers = [
            DeferredRule(
                name="live_tags_stand_on_the_current_text",
                operation=pgtrigger.UpdateOf("is_current"),
                condition=pgtrigger.Q(new__is_current=False),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_tag t
                        JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        WHERE v.id = NEW.id AND NOT v.is_current AND t.status IN {LIVE_SQL}
                    ) THEN
                        {refuse("live_tag_stands_on_the_current_text")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"live_tag_stands_on_the_current_text": OLD_TEXT_SENTENCE},
            ),
        ]


class GuardedDocument(Document):
    """A document under the rules of the tags that hang on its passages."""

    class Meta:
        proxy = True
        triggers = [
            DeferredRule(
                name="tags_follow_the_author",
                operation=pgtrigger.UpdateOf("author_id"),
                func=f"""
                    IF EXISTS ({_VOICE_BROKEN_SQL} AND d.id = NEW.id) THEN
                        {refuse("tag_speech_agrees_with_the_voice")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"tag_speech_agrees_with_the_voice": VOICE_SENTENCE},
            ),
            DeferredRule(
                name="moved_tags_use_what_their_collection_may",
                operation=pgtrigger.UpdateOf("collection_id"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_tag t
                        JOIN annotate_claim c ON c.id = t.claim_id
                        JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE d.id = NEW.id AND (c.home_id <> d.collection_id OR EXISTS (
                            SELECT 1 FROM corpus_agent a WHERE a.home_id <> d.collection_id
                            AND a.id IN (t.asserted_by_id, t.held_by_id)
                        ))
                    ) THEN
                        {refuse("tag_uses_what_its_collection_may")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "tag_uses_what_its_collection_may": _(
                        "Tags on this document use claims or agents that are known only in its "
                        "collection. Share those first."
                    )
                },
            ),
            DeferredRule(
                name="document_not_ready_has_no_live_tag",
                operation=pgtrigger.UpdateOf("status"),
                condition=~pgtrigger.Q(new__status="ready"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_tag t
                        JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE d.id = NEW.id AND d.status <> 'ready' AND t.status IN {LIVE_SQL}
                    ) THEN
                        {refuse("document_not_ready_has_no_live_tag")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "document_not_ready_has_no_live_tag": _(
                        "Tags on a document that is not ready must get a second look first."
                    )
                },
            ),
        ]


class GuardedAgent(Agent):
    """An agent under the rules of merging."""

    class Meta:
        proxy = True
        triggers = [
            Rule(
                name="agent_merges_into_one_that_stands",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id", "status"),
                condition=pgtrigger.Q(new__merged_into__isnull=False),
                declare=[("target", "text")],
                func=f"""
                    SELECT status INTO target FROM corpus_agent
                        WHERE id = NEW.merged_into_id FOR SHARE;
                    IF target = 'merged' OR EXISTS (
                        SELECT 1 FROM corpus_agent WHERE merged_into_id = NEW.id
                    ) THEN
                        {refuse("agent_merges_into_one_that_stands")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "agent_merges_into_one_that_stands": _(
                        "An agent merges into one that is not merged itself. Choose the agent at "
                        "the end of the chain."
                    )
                },
            ),
        ]
