"""Tags and their passages ask the corpus which kinds can be tagged."""

import pgtrigger.migrations
from django.db import migrations

from corpus.migrating import add_trigger


class Migration(migrations.Migration):
    dependencies = [
        ("annotate", "0001_annotations"),
        ("corpus", "0002_taggable_kinds"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="guardedpassage",
            name="passage_keeps_its_tags",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="tag",
            name="tag_agrees_with_its_passage",
        ),
        add_trigger(
            "guardedpassage",
            "passage_keeps_its_tags",
            func="""
                IF NOT corpus_is_taggable(NEW.kind) AND EXISTS ( SELECT 1 FROM annotate_tag t
                        WHERE t.passage_id = NEW.id AND t.status NOT IN ('withdrawn', 'rejected') ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tagged_passage_stays_taggable',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tagged_passage_stays_taggable';
                END IF;
                IF EXISTS ( SELECT 1 FROM annotate_tag t WHERE t.passage_id = NEW.id
                        AND (NEW.text_version_id <> OLD.text_version_id OR t.start < NEW.start
                            OR t."end" > NEW."end") ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'passage_keeps_the_words_of_its_tags',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'passage_keeps_the_words_of_its_tags';
                END IF;
                RETURN NEW;
            """,
            hash="0e22c0f51941339e4c0bb18d0d493329722e66ac",
            operation='UPDATE OF "kind", "start", "end", "text", "text_version_id"',
            pgid="pgtrigger_passage_keeps_its_tags_e8ef5",
            table="corpus_passage",
            when="BEFORE",
        ),
        add_trigger(
            "tag",
            "tag_agrees_with_its_passage",
            declare="DECLARE doc record; pas record;",
            func="""
                SELECT d.status, d.author_id INTO doc FROM corpus_passage p JOIN corpus_textversion v
                    ON v.id = p.text_version_id JOIN corpus_document d ON d.id = v.document_id
                    WHERE p.id = NEW.passage_id FOR SHARE OF d;
                SELECT p.kind, p.start, p."end", p.text, p.voice_id, v.is_current INTO pas FROM corpus_passage p
                    JOIN corpus_textversion v ON v.id = p.text_version_id
                    WHERE p.id = NEW.passage_id FOR SHARE OF p;
                IF NEW.start < pas.start OR NEW."end" > pas."end"
                    OR substr(pas.text, NEW.start - pas.start + 1, NEW."end" - NEW.start) IS DISTINCT FROM NEW.exact
                    THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_quote_is_the_words_there',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_quote_is_the_words_there';
                END IF;
                IF NEW.status NOT IN ('withdrawn', 'rejected') THEN
                    IF NOT corpus_is_taggable(pas.kind) THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_stands_on_taggable_text',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'tag_stands_on_taggable_text';
                    END IF;
                    IF (NEW.speech = 'own') IS DISTINCT FROM (NEW.asserted_by_id = COALESCE(pas.voice_id,
                                doc.author_id)) THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_speech_agrees_with_the_voice',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'tag_speech_agrees_with_the_voice';
                    END IF;
                END IF;
                IF NEW.status IN ('submitted', 'accepted') AND doc.status <> 'ready' THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'live_tag_stands_on_a_ready_document',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'live_tag_stands_on_a_ready_document';
                END IF;
                IF NEW.status IN ('submitted', 'accepted') AND NOT pas.is_current THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'live_tag_stands_on_the_current_text',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'live_tag_stands_on_the_current_text';
                END IF;
                RETURN NEW;
            """,
            hash="664569390faa756f2ef4b18761c694de466b4b97",
            operation="INSERT OR UPDATE",
            pgid="pgtrigger_tag_agrees_with_its_passage_aba7e",
            table="annotate_tag",
            when="BEFORE",
        ),
    ]
