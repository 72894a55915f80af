import uuid

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import corpus.revisions
from corpus.migrating import AtOnce


class Migration(migrations.Migration):
    dependencies = [
        ("annotate", "0003_claims_kept_apart"),
        ("corpus", "0001_documents_and_passages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Brief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("question", models.TextField(verbose_name="question")),
                (
                    "shows_notes",
                    models.BooleanField(default=False, verbose_name="print the notes of tags"),
                ),
                (
                    "shows_reviewers",
                    models.BooleanField(default=False, verbose_name="print who tagged the quotes"),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="briefs",
                        to="corpus.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "brief",
                "verbose_name_plural": "briefs",
                "ordering": ("-pk",),
            },
        ),
        migrations.CreateModel(
            name="BriefEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("question", models.TextField(verbose_name="question")),
                (
                    "shows_notes",
                    models.BooleanField(default=False, verbose_name="print the notes of tags"),
                ),
                (
                    "shows_reviewers",
                    models.BooleanField(default=False, verbose_name="print who tagged the quotes"),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="annotate.brief",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BriefItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="place")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("heading", "heading"),
                            ("text", "own words"),
                            ("claim", "claim"),
                            ("tag", "quote"),
                        ],
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="words")),
                (
                    "omits_against",
                    models.BooleanField(default=False, verbose_name="evidence against is left out"),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="annotate.brief",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.claim",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.tag",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a brief",
                "verbose_name_plural": "parts of a brief",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="BriefItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="place")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("heading", "heading"),
                            ("text", "own words"),
                            ("claim", "claim"),
                            ("tag", "quote"),
                        ],
                        max_length=7,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="words")),
                (
                    "omits_against",
                    models.BooleanField(default=False, verbose_name="evidence against is left out"),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.brief",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="annotate.briefitem",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField(verbose_name="edition")),
                ("content", models.TextField()),
                ("html", models.TextField()),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "documents",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField()),
                ),
                (
                    "claims",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField()),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="annotate.brief",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition",
                "verbose_name_plural": "editions",
                "ordering": ("brief", "-number"),
            },
        ),
        migrations.CreateModel(
            name="EditionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="made at",
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("number", models.PositiveIntegerField(verbose_name="edition")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "brief",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.brief",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="annotate.edition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AtOnce(
            [
                migrations.AddConstraint(
                    model_name="brief",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("question", ""), _negated=True),
                        ),
                        name="brief_has_a_title_and_a_question",
                        violation_error_message="Give the brief a title and its question.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_follows_the_one_read",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN\n                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read', TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="bc7a3651cd1c86255893fc8dd54eb382d90db14d",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_follows_the_one_read_4e174",
                            table="annotate_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="brief_stays_in_its_collection",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."collection_id" IS DISTINCT FROM (OLD."collection_id"))',
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_stays_in_its_collection', TABLE = TG_TABLE_NAME, MESSAGE = 'brief_stays_in_its_collection';",
                            hash="3d5b053930cf8105dba664d694d90ab2f01096ff",
                            operation='UPDATE OF "collection_id"',
                            pgid="pgtrigger_brief_stays_in_its_collection_d919e",
                            table="annotate_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="brief_is_never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_is_never_deleted', TABLE = TG_TABLE_NAME, MESSAGE = 'brief_is_never_deleted';",
                            hash="6720f72394c1c8981f3ea03822492f84ee6677b2",
                            operation="DELETE",
                            pgid="pgtrigger_brief_is_never_deleted_7ef37",
                            table="annotate_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "shows_notes", "shows_reviewers", "title", "uid") VALUES (NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."question", NEW."revision", NEW."shows_notes", NEW."shows_reviewers", NEW."title", NEW."uid"); RETURN NULL;',
                            hash="2771bff1bfdbcfca8a1ba9d7a0933734bc2c6dd6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5f211",
                            table="annotate_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "shows_notes", "shows_reviewers", "title", "uid") VALUES (NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."question", NEW."revision", NEW."shows_notes", NEW."shows_reviewers", NEW."title", NEW."uid"); RETURN NULL;',
                            hash="fa2f723dc97c33764b9bab65364a9cc863064102",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ccd4c",
                            table="annotate_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision", "shows_notes", "shows_reviewers", "title", "uid") VALUES (OLD."collection_id", OLD."created_at", OLD."created_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."question", OLD."revision", OLD."shows_notes", OLD."shows_reviewers", OLD."title", OLD."uid"); RETURN NULL;',
                            hash="a5ad2181c2e696f25ff2982ac281cc1c77090db5",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_61a07",
                            table="annotate_brief",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="brief",
                    trigger=pgtrigger.compiler.Trigger(
                        name="what_has_a_history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';",
                            hash="bca88dae1124191370e7b3c7eeeec60286d5be08",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_what_has_a_history_is_never_emptied_897fd",
                            table="annotate_brief",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="briefevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_br_pgh_obj_4fa0b2_idx"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes', TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';",
                            hash="7a18aaa8b02df5685da8fa5651c9783b49f65894",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_history_never_changes_09fa4",
                            table="annotate_briefevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';",
                            hash="6c5eaf4d9f85a6a296ab1a56aaa0b681adbbe72d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_history_is_never_emptied_0bdba",
                            table="annotate_briefevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("brief", "position"),
                        name="parts_of_a_brief_stand_in_order",
                        violation_error_message="Two parts of a brief cannot stand in one place.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "claim"),
                        name="brief_holds_a_claim_once",
                        violation_error_message="This claim is in the brief already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "tag"),
                        name="brief_holds_a_quote_once",
                        violation_error_message="This quote is in the brief already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("claim__isnull", True),
                                ("kind__in", ("heading", "text")),
                                ("omits_against", False),
                                ("tag__isnull", True),
                                models.Q(("text", ""), _negated=True),
                            ),
                            models.Q(
                                ("claim__isnull", False),
                                ("kind", "claim"),
                                ("tag__isnull", True),
                                ("text", ""),
                            ),
                            models.Q(
                                ("claim__isnull", True),
                                ("kind", "tag"),
                                ("tag__isnull", False),
                                ("text", ""),
                            ),
                            _connector="OR",
                        ),
                        name="part_of_a_brief_is_one_thing",
                        violation_error_message="A part of a brief is a heading, own words, a claim or a quote. Write something, or choose one.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="brief_holds_what_its_members_may_see",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    IF EXISTS (\n                        SELECT 1 FROM annotate_brief b, corpus_collection k\n                        WHERE b.id = NEW.brief_id\n                          AND k.id <> b.collection_id AND k.access <> 'open'\n                          AND k.id IN (\n                            (SELECT c.home_id FROM annotate_claim c WHERE c.id = NEW.claim_id),\n                            (SELECT d.collection_id FROM annotate_tag t\n                             JOIN corpus_passage p ON p.id = t.passage_id\n                             JOIN corpus_textversion v ON v.id = p.text_version_id\n                             JOIN corpus_document d ON d.id = v.document_id\n                             WHERE t.id = NEW.tag_id)\n                          )\n                    ) THEN\n                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_holds_what_its_members_may_see', TABLE = TG_TABLE_NAME, MESSAGE = 'brief_holds_what_its_members_may_see';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="b37a324695574ff4d3c6153c75785fe59944f4a6",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_brief_holds_what_its_members_may_see_3373a",
                            table="annotate_briefitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id", "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "tag_id", "text") VALUES (NEW."brief_id", NEW."claim_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."omits_against", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."position", NEW."tag_id", NEW."text"); RETURN NULL;',
                            hash="6242b75db2d1a1acd86e543a93c703fc78fa31fb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f5403",
                            table="annotate_briefitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id", "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "tag_id", "text") VALUES (NEW."brief_id", NEW."claim_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."omits_against", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."position", NEW."tag_id", NEW."text"); RETURN NULL;',
                            hash="29398a3d362a39dd09286bd0ce6c5750e801e188",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e04a7",
                            table="annotate_briefitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id", "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "tag_id", "text") VALUES (OLD."brief_id", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."omits_against", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."position", OLD."tag_id", OLD."text"); RETURN NULL;',
                            hash="62d921a6f2b7a3036c82fb814ea73aae0fcc0704",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5e626",
                            table="annotate_briefitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="what_has_a_history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';",
                            hash="0495416e0a6a67c4cedbc4fc54505388c35806dd",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_what_has_a_history_is_never_emptied_7e855",
                            table="annotate_briefitem",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="briefitemevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_br_pgh_obj_c0e5c8_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="briefitemevent",
                    index=models.Index(
                        fields=["brief", "pgh_id"], name="annotate_br_brief_i_b07994_idx"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes', TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';",
                            hash="085a646f0bb8b940c4e939d75628ebf4fdcd586d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_history_never_changes_c8b40",
                            table="annotate_briefitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';",
                            hash="c6039fc9497e57c015a66e8e061d1de2dc03b25d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_history_is_never_emptied_3c1d5",
                            table="annotate_briefitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="edition",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "number"),
                        name="editions_are_numbered",
                        violation_error_message="Somebody froze an edition of this number at the same moment. Try again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="edition",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sha256",
                                models.Func(
                                    models.Func(
                                        models.Func(
                                            models.F("content"),
                                            models.Value("UTF8"),
                                            function="convert_to",
                                        ),
                                        function="sha256",
                                    ),
                                    models.Value("hex"),
                                    function="encode",
                                    output_field=models.CharField(),
                                ),
                            )
                        ),
                        name="edition_matches_its_hash",
                        violation_error_message="The edition does not match its SHA-256 sum.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="edition_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_never_changes', TABLE = TG_TABLE_NAME, MESSAGE = 'edition_never_changes';",
                            hash="60f90a7dadc6ea8afce6a78e18a2b4d1e47f6850",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_edition_never_changes_b0255",
                            table="annotate_edition",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_editionevent" ("brief_id", "created_at", "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "uid") VALUES (NEW."brief_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'insert\', NEW."id", NEW."sha256", NEW."uid"); RETURN NULL;',
                            hash="1049e1780ccd070bea496dbea7b3ea3cbb0590b1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5445b",
                            table="annotate_edition",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."brief_id" IS DISTINCT FROM (NEW."brief_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."uid" IS DISTINCT FROM (NEW."uid"))',
                            func='INSERT INTO "annotate_editionevent" ("brief_id", "created_at", "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "uid") VALUES (NEW."brief_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', NEW."id", NEW."sha256", NEW."uid"); RETURN NULL;',
                            hash="886b6ce1aaf1969e525d6341e0d5ed73546ab11d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0ee1e",
                            table="annotate_edition",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "annotate_editionevent" ("brief_id", "created_at", "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "uid") VALUES (OLD."brief_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."sha256", OLD."uid"); RETURN NULL;',
                            hash="e965a7c4fe3b83abc8ecbaded006bd4d6c88ff82",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_9638c",
                            table="annotate_edition",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="what_has_a_history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';",
                            hash="e4e9f11aa7088f8a42962777e708d9ba64fe511d",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_what_has_a_history_is_never_emptied_fdcf3",
                            table="annotate_edition",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="editionevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ed_pgh_obj_b334ad_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="editionevent",
                    index=models.Index(
                        fields=["brief", "pgh_id"], name="annotate_ed_brief_i_de1eb2_idx"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="editionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_never_changes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes', TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';",
                            hash="950e2be74470ed8390e0eac9f4acf0de060e03e7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_history_never_changes_77484",
                            table="annotate_editionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="editionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="history_is_never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';",
                            hash="8675c6eab477d49ead6e522a1581b616adbbb8f4",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_history_is_never_emptied_66a41",
                            table="annotate_editionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
