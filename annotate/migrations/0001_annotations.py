"""The tables, rules and histories of claims, tags, links and what is made of them."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
from django.conf import settings
from django.db import migrations, models

import annotate.models.claim
import annotate.models.remembered_count
import corpus.revisions
from corpus.migrating import AtOnce, add_trigger


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("corpus", "0001_corpus"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE SEQUENCE annotate_claim_number AS bigint",
            "DROP SEQUENCE annotate_claim_number",
        ),
        migrations.CreateModel(
            name="CountedClaim",
            fields=[
                (
                    "claim_id",
                    models.BigIntegerField(editable=False, primary_key=True, serialize=False),
                ),
                ("found", models.JSONField(editable=False)),
                ("is_whole", models.BooleanField(editable=False)),
                ("rules", models.CharField(editable=False, max_length=64)),
                ("server", models.DateTimeField(editable=False)),
                ("snapshot", annotate.models.remembered_count.SnapshotField(editable=False)),
            ],
        ),
        migrations.CreateModel(
            name="CountedAgent",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.agent",),
        ),
        migrations.CreateModel(
            name="CountedCollection",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.collection",),
        ),
        migrations.CreateModel(
            name="CountedDerivation",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.derivation",),
        ),
        migrations.CreateModel(
            name="CountedDocument",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.document",),
        ),
        migrations.CreateModel(
            name="CountedMember",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.groupmember",),
        ),
        migrations.CreateModel(
            name="CountedPassage",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.passage",),
        ),
        migrations.CreateModel(
            name="GuardedAgent",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.agent",),
        ),
        migrations.CreateModel(
            name="GuardedDocument",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.document",),
        ),
        migrations.CreateModel(
            name="GuardedPassage",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.passage",),
        ),
        migrations.CreateModel(
            name="GuardedTextVersion",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.textversion",),
        ),
        migrations.CreateModel(
            name="AgentJoin",
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
                (
                    "reason",
                    models.CharField(max_length=300, verbose_name="why they are not independent"),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.collection",
                        verbose_name="known in",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CountedJoin",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("annotate.agentjoin",),
        ),
        migrations.CreateModel(
            name="AgentJoinEvent",
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
                (
                    "reason",
                    models.CharField(max_length=300, verbose_name="why they are not independent"),
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
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.collection",
                        verbose_name="known in",
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
                        to="annotate.agentjoin",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AgentMerge",
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
                ("reason", models.CharField(max_length=300, verbose_name="why they are the same")),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.contrib.postgres.functions.TransactionNow(),
                        editable=False,
                    ),
                ),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="corpus.agent",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges_here",
                        to="corpus.agent",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgentPair",
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
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="how they differ"),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgentPairEvent",
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
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="how they differ"),
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
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
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
                        to="annotate.agentpair",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
            name="Claim",
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
                ("coded", models.JSONField(editable=False, null=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                (
                    "public_id",
                    models.CharField(
                        db_default=annotate.models.claim.NextClaimId(),
                        editable=False,
                        max_length=12,
                        verbose_name="id",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="short name")),
                (
                    "alt_labels",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="A list such as [{“text”: “驱回”, “language”: “zh”}].",
                        verbose_name="short names in other languages",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="One proposition in the present tense that names its actor; no “X says”.",
                        verbose_name="sentence",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("factual", "factual"),
                            ("causal", "causal"),
                            ("legal", "legal"),
                            ("evaluation", "evaluation"),
                            ("position", "position"),
                            ("recommendation", "recommendation"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("scope_note", models.TextField(blank=True, verbose_name="when to use it")),
                ("color", models.PositiveSmallIntegerField(default=1, verbose_name="colour")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "new, to be tidied"),
                            ("active", "active"),
                            ("merged", "merged"),
                            ("split", "split"),
                            ("deprecated", "no longer used"),
                        ],
                        default="proposed",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "wording",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="wording"),
                ),
                (
                    "names",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Concat(
                            "label",
                            models.Value(" · "),
                            django.db.models.functions.comparison.Cast(
                                models.Func(
                                    "alt_labels",
                                    models.Value("$[*].text"),
                                    function="jsonb_path_query_array",
                                    output_field=models.JSONField(),
                                ),
                                models.TextField(),
                            ),
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "finding",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Concat(
                            django.db.models.functions.text.Concat(
                                "label",
                                models.Value(" · "),
                                django.db.models.functions.comparison.Cast(
                                    models.Func(
                                        "alt_labels",
                                        models.Value("$[*].text"),
                                        function="jsonb_path_query_array",
                                        output_field=models.JSONField(),
                                    ),
                                    models.TextField(),
                                ),
                                output_field=models.TextField(),
                            ),
                            models.Value(" · "),
                            "text",
                            models.Value(" · "),
                            "scope_note",
                            output_field=models.TextField(),
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="narrower",
                        to="annotate.claim",
                        verbose_name="narrower than",
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: shared by the whole installation.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="corpus.collection",
                        verbose_name="known only in",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="annotate.claim",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ("pk",),
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
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.claim",
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
            name="ClaimEvent",
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
                ("coded", models.JSONField(editable=False, null=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                (
                    "public_id",
                    models.CharField(
                        db_default=annotate.models.claim.NextClaimId(),
                        editable=False,
                        max_length=12,
                        verbose_name="id",
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="short name")),
                (
                    "alt_labels",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="A list such as [{“text”: “驱回”, “language”: “zh”}].",
                        verbose_name="short names in other languages",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="One proposition in the present tense that names its actor; no “X says”.",
                        verbose_name="sentence",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("factual", "factual"),
                            ("causal", "causal"),
                            ("legal", "legal"),
                            ("evaluation", "evaluation"),
                            ("position", "position"),
                            ("recommendation", "recommendation"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("scope_note", models.TextField(blank=True, verbose_name="when to use it")),
                ("color", models.PositiveSmallIntegerField(default=1, verbose_name="colour")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "new, to be tidied"),
                            ("active", "active"),
                            ("merged", "merged"),
                            ("split", "split"),
                            ("deprecated", "no longer used"),
                        ],
                        default="proposed",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "wording",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="wording"),
                ),
                (
                    "broader",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
                        verbose_name="narrower than",
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Empty: shared by the whole installation.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.collection",
                        verbose_name="known only in",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
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
                        to="annotate.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimMerge",
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
                ("reason", models.CharField(max_length=300, verbose_name="why they are the same")),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.contrib.postgres.functions.TransactionNow(),
                        editable=False,
                    ),
                ),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges",
                        to="annotate.claim",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merges_here",
                        to="annotate.claim",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClaimPair",
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
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="how they differ"),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.claim",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.claim",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClaimPairEvent",
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
                (
                    "reason",
                    models.CharField(blank=True, max_length=300, verbose_name="how they differ"),
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
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
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
                        to="annotate.claimpair",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimSplit",
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
                ("reason", models.CharField(max_length=300, verbose_name="why it is split")),
                ("closed_at", models.DateTimeField(editable=False, null=True)),
                ("is_dropped", models.BooleanField(default=False, editable=False)),
                (
                    "closed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="splits",
                        to="annotate.claim",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CountChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("claim_id", models.BigIntegerField(editable=False)),
                ("transaction", annotate.models.remembered_count.TransactionField(editable=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim_id", "transaction"),
                        name="count_changes_once_in_a_transaction",
                        violation_error_message="This change is noted already.",
                    )
                ],
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
                    "counted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list
                    ),
                ),
                (
                    "collections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list
                    ),
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
                    "counted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list
                    ),
                ),
                (
                    "collections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list
                    ),
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
        migrations.CreateModel(
            name="Link",
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
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("corroborates", "corroborates"),
                            ("contradicts", "contradicts"),
                            ("supports", "supports"),
                            ("challenges", "challenges"),
                            ("qualifies", "qualifies"),
                            ("specifies", "specifies"),
                            ("quotes", "quotes"),
                            ("derives_from", "derives from"),
                            ("responds_to", "responds to"),
                            ("updates", "updates"),
                            ("related", "is related to"),
                        ],
                        max_length=15,
                        verbose_name="relation",
                    ),
                ),
                (
                    "rationale",
                    models.TextField(
                        validators=[
                            django.core.validators.MinLengthValidator(
                                10, "Say why in at least 10 characters: a link always says why."
                            )
                        ],
                        verbose_name="because",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[("strong", "strong"), ("moderate", "moderate"), ("weak", "weak")],
                        default="moderate",
                        max_length=8,
                        verbose_name="strength",
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        blank=True,
                        choices=[("direct", "direct"), ("indirect", "indirect")],
                        max_length=8,
                        verbose_name="directness",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        default="submitted",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        editable=False,
                        max_length=9,
                    ),
                ),
                ("fell_at_revision", models.PositiveIntegerField(editable=False, null=True)),
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
                "verbose_name": "link",
                "verbose_name_plural": "links",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Provision",
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
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("instrument", models.CharField(max_length=300, verbose_name="instrument")),
                ("article", models.CharField(blank=True, max_length=60, verbose_name="article")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("treaty", "treaty"),
                            ("declaration", "declaration"),
                            ("resolution", "resolution"),
                            ("law", "law"),
                            ("custom", "custom"),
                            ("other", "other"),
                        ],
                        max_length=12,
                        verbose_name="kind",
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
                "verbose_name": "provision",
                "verbose_name_plural": "provisions",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Remark",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agree", "agrees"),
                            ("disagree", "disagrees"),
                            ("question", "asks"),
                            ("note", "notes"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="corpus.document",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="annotate.link",
                    ),
                ),
            ],
            options={
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="CountedRemark",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("annotate.remark",),
        ),
        migrations.CreateModel(
            name="SavedQuestion",
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
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("one-source", "Which claims rest on one source only?"),
                            ("only-copied", "Which claims are known only at second hand?"),
                            ("contested", "Which claims are contested?"),
                            ("no-denial", "Which claims does nobody deny?"),
                            ("no-reply", "Where has the State concerned not replied?"),
                            ("nothing-since", "Which claims have had no new evidence for a year?"),
                            ("second-looks", "What needs a second look?"),
                            ("broken-links", "Which links have a quote that no longer counts?"),
                            ("circles", "What is copied in a circle?"),
                        ],
                        max_length=20,
                        verbose_name="question",
                    ),
                ),
                ("filters", models.JSONField(blank=True, default=dict)),
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
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SplitPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_of_splits",
                        to="annotate.claim",
                    ),
                ),
                (
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="annotate.claimsplit",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Tag",
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
                ("coded", models.JSONField(editable=False, null=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("exact", models.TextField(verbose_name="quote")),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                (
                    "anchor_state",
                    models.CharField(
                        choices=[
                            ("ok", "in place"),
                            ("moved", "moved"),
                            ("broken", "words not found"),
                        ],
                        default="ok",
                        max_length=6,
                    ),
                ),
                ("claim_wording", models.PositiveIntegerField(default=1)),
                ("wording_when_tagged", models.PositiveIntegerField(default=1)),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "says so"),
                            ("denies", "says it is not so"),
                            ("questions", "asks or doubts whether"),
                            ("endorses", "agrees with"),
                            ("rejects", "disagrees with"),
                            ("attributes", "reports that somebody holds it"),
                        ],
                        max_length=10,
                        verbose_name="stance",
                    ),
                ),
                (
                    "speech",
                    models.CharField(
                        choices=[
                            ("own", "own document"),
                            ("quoted", "quoted here"),
                            ("reported", "retold here"),
                        ],
                        default="own",
                        max_length=8,
                        verbose_name="where the words are",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("certain", "certain"),
                            ("probable", "probable"),
                            ("possible", "possible"),
                            ("unspecified", "not said"),
                        ],
                        default="unspecified",
                        max_length=11,
                        verbose_name="how sure they sound",
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        choices=[
                            ("first_hand", "first hand"),
                            ("documentary", "from documents"),
                            ("second_hand", "second hand"),
                            ("analysis", "analysis"),
                            ("unspecified", "not said"),
                        ],
                        default="unspecified",
                        max_length=11,
                        verbose_name="how they know",
                    ),
                ),
                ("translation", models.TextField(blank=True, verbose_name="translation")),
                (
                    "translation_kind",
                    models.CharField(
                        blank=True,
                        choices=[("official", "official"), ("own", "own"), ("machine", "machine")],
                        max_length=8,
                        verbose_name="whose translation",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Seen by members of the collection only.",
                        verbose_name="note",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        default="submitted",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        editable=False,
                        max_length=9,
                    ),
                ),
                ("stale_reason", models.CharField(blank=True, editable=False, max_length=300)),
                ("request_key", models.UUIDField(editable=False)),
                (
                    "asserted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags_said",
                        to="corpus.agent",
                        verbose_name="whose words",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags",
                        to="annotate.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "claim_when_tagged",
                    models.ForeignKey(
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
                    "held_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags_held",
                        to="corpus.agent",
                        verbose_name="whose position",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags",
                        to="corpus.passage",
                    ),
                ),
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ("passage", "start", "end", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SplitChoice",
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
                    "split",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choices",
                        to="annotate.claimsplit",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choices",
                        to="annotate.splitpart",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="split_choices",
                        to="annotate.tag",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RemarkEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agree", "agrees"),
                            ("disagree", "disagrees"),
                            ("question", "asks"),
                            ("note", "notes"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.document",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.link",
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
                        to="annotate.remark",
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
            name="LinkEvent",
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
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("corroborates", "corroborates"),
                            ("contradicts", "contradicts"),
                            ("supports", "supports"),
                            ("challenges", "challenges"),
                            ("qualifies", "qualifies"),
                            ("specifies", "specifies"),
                            ("quotes", "quotes"),
                            ("derives_from", "derives from"),
                            ("responds_to", "responds to"),
                            ("updates", "updates"),
                            ("related", "is related to"),
                        ],
                        max_length=15,
                        verbose_name="relation",
                    ),
                ),
                (
                    "rationale",
                    models.TextField(
                        validators=[
                            django.core.validators.MinLengthValidator(
                                10, "Say why in at least 10 characters: a link always says why."
                            )
                        ],
                        verbose_name="because",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[("strong", "strong"), ("moderate", "moderate"), ("weak", "weak")],
                        default="moderate",
                        max_length=8,
                        verbose_name="strength",
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        blank=True,
                        choices=[("direct", "direct"), ("indirect", "indirect")],
                        max_length=8,
                        verbose_name="directness",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        default="submitted",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        editable=False,
                        max_length=9,
                    ),
                ),
                ("fell_at_revision", models.PositiveIntegerField(editable=False, null=True)),
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
                        to="annotate.link",
                    ),
                ),
                (
                    "from_tag",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.tag",
                    ),
                ),
                (
                    "staled_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.tag",
                    ),
                ),
                (
                    "to_tag",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
            name="CountedTag",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("annotate.tag",),
        ),
        migrations.CreateModel(
            name="TagDerivation",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verbatim_quote", "quotes word for word"),
                            ("altered_quote", "quotes with changes"),
                            ("paraphrase", "paraphrases"),
                            ("press_release_of", "press release of"),
                            ("summary_of", "summary of"),
                            ("translation_of", "translation of"),
                            ("reprint_of", "reprint of"),
                            ("reports_on", "reports on"),
                        ],
                        max_length=20,
                        verbose_name="how",
                    ),
                ),
                (
                    "evidence_quote",
                    models.TextField(blank=True, verbose_name="the words that show it"),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivations",
                        to="annotate.tag",
                    ),
                ),
                (
                    "upstream",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quoting_tags",
                        to="corpus.document",
                        verbose_name="copied from",
                    ),
                ),
            ],
            options={
                "verbose_name": "copied from",
                "verbose_name_plural": "copied from",
            },
        ),
        migrations.CreateModel(
            name="CountedTagDerivation",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("annotate.tagderivation",),
        ),
        migrations.CreateModel(
            name="TagDerivationEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verbatim_quote", "quotes word for word"),
                            ("altered_quote", "quotes with changes"),
                            ("paraphrase", "paraphrases"),
                            ("press_release_of", "press release of"),
                            ("summary_of", "summary of"),
                            ("translation_of", "translation of"),
                            ("reprint_of", "reprint of"),
                            ("reports_on", "reports on"),
                        ],
                        max_length=20,
                        verbose_name="how",
                    ),
                ),
                (
                    "evidence_quote",
                    models.TextField(blank=True, verbose_name="the words that show it"),
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
                        to="annotate.tagderivation",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.tag",
                    ),
                ),
                (
                    "upstream",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.document",
                        verbose_name="copied from",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TagEvent",
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
                ("coded", models.JSONField(editable=False, null=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("exact", models.TextField(verbose_name="quote")),
                ("prefix", models.CharField(blank=True, max_length=32)),
                ("suffix", models.CharField(blank=True, max_length=32)),
                (
                    "anchor_state",
                    models.CharField(
                        choices=[
                            ("ok", "in place"),
                            ("moved", "moved"),
                            ("broken", "words not found"),
                        ],
                        default="ok",
                        max_length=6,
                    ),
                ),
                ("claim_wording", models.PositiveIntegerField(default=1)),
                ("wording_when_tagged", models.PositiveIntegerField(default=1)),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "says so"),
                            ("denies", "says it is not so"),
                            ("questions", "asks or doubts whether"),
                            ("endorses", "agrees with"),
                            ("rejects", "disagrees with"),
                            ("attributes", "reports that somebody holds it"),
                        ],
                        max_length=10,
                        verbose_name="stance",
                    ),
                ),
                (
                    "speech",
                    models.CharField(
                        choices=[
                            ("own", "own document"),
                            ("quoted", "quoted here"),
                            ("reported", "retold here"),
                        ],
                        default="own",
                        max_length=8,
                        verbose_name="where the words are",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("certain", "certain"),
                            ("probable", "probable"),
                            ("possible", "possible"),
                            ("unspecified", "not said"),
                        ],
                        default="unspecified",
                        max_length=11,
                        verbose_name="how sure they sound",
                    ),
                ),
                (
                    "directness",
                    models.CharField(
                        choices=[
                            ("first_hand", "first hand"),
                            ("documentary", "from documents"),
                            ("second_hand", "second hand"),
                            ("analysis", "analysis"),
                            ("unspecified", "not said"),
                        ],
                        default="unspecified",
                        max_length=11,
                        verbose_name="how they know",
                    ),
                ),
                ("translation", models.TextField(blank=True, verbose_name="translation")),
                (
                    "translation_kind",
                    models.CharField(
                        blank=True,
                        choices=[("official", "official"), ("own", "own"), ("machine", "machine")],
                        max_length=8,
                        verbose_name="whose translation",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Seen by members of the collection only.",
                        verbose_name="note",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        default="submitted",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "status_before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("stale", "needs a second look"),
                        ],
                        editable=False,
                        max_length=9,
                    ),
                ),
                ("stale_reason", models.CharField(blank=True, editable=False, max_length=300)),
                ("request_key", models.UUIDField(editable=False)),
                (
                    "asserted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="whose words",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.claim",
                        verbose_name="claim",
                    ),
                ),
                (
                    "claim_when_tagged",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
                    "held_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="whose position",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.passage",
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
                        to="annotate.tag",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TagProvision",
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
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("named", "named here"),
                            ("principle", "principle named"),
                            ("inferred", "my reading"),
                        ],
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("violated", "violated"),
                            ("complied_with", "complied with"),
                            ("invoked", "invoked"),
                            ("at_issue", "at issue"),
                        ],
                        max_length=15,
                        verbose_name="role",
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
                    "provision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tag_provisions",
                        to="annotate.provision",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provisions",
                        to="annotate.tag",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TagProvisionEvent",
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
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("named", "named here"),
                            ("principle", "principle named"),
                            ("inferred", "my reading"),
                        ],
                        max_length=10,
                        verbose_name="basis",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("violated", "violated"),
                            ("complied_with", "complied with"),
                            ("invoked", "invoked"),
                            ("at_issue", "at issue"),
                        ],
                        max_length=15,
                        verbose_name="role",
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
                        to="annotate.tagprovision",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="annotate.provision",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
            name="Tray",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="tray",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("put_at", models.DateTimeField(auto_now=True)),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.tag",
                    ),
                ),
            ],
        ),
        AtOnce(
            [
                migrations.AddField(
                    model_name="remark",
                    name="tag",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="annotate.tag",
                    ),
                ),
                migrations.AddField(
                    model_name="link",
                    name="from_tag",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_out",
                        to="annotate.tag",
                    ),
                ),
                migrations.AddField(
                    model_name="link",
                    name="staled_by",
                    field=models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.tag",
                    ),
                ),
                migrations.AddField(
                    model_name="link",
                    name="to_tag",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_in",
                        to="annotate.tag",
                    ),
                ),
                migrations.AddField(
                    model_name="briefitem",
                    name="tag",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotate.tag",
                    ),
                ),
                add_trigger(
                    "countedagent",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="54b05d8404e13f7203e863e43fc40bc1ea01c155",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_226a0",
                    table="corpus_agent",
                    when="AFTER",
                ),
                add_trigger(
                    "countedcollection",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="64f357e24dc5ce5eaf93b8656cb1567d2135fbdd",
                    operation='UPDATE OF "access", "review_required"',
                    pgid="pgtrigger_changes_counts_20a37",
                    table="corpus_collection",
                    when="AFTER",
                ),
                add_trigger(
                    "countedderivation",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="50596b5383281cca224177b6d8107346f0a9d4d2",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_73cc5",
                    table="corpus_derivation",
                    when="AFTER",
                ),
                add_trigger(
                    "counteddocument",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="1ef41193f324ee7fa6f890b68cb9720077113b94",
                    operation="""
                UPDATE OF "author_id", "status", "provenance_reviewed", "collection_id"
            """,
                    pgid="pgtrigger_changes_counts_86198",
                    table="corpus_document",
                    when="AFTER",
                ),
                add_trigger(
                    "countedmember",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="00672a376aec9c295f6e1cbbf594ce168f08823a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_3b6f5",
                    table="corpus_agent_members",
                    when="AFTER",
                ),
                add_trigger(
                    "countedpassage",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="ca09ae04ca1e51d5748de7dfc0d90d1283e01a6f",
                    operation='UPDATE OF "voice_id"',
                    pgid="pgtrigger_changes_counts_03645",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "guardedagent",
                    "agent_merges_into_one_that_stands",
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE target text;",
                    func="""
                SELECT status INTO target FROM corpus_agent WHERE id = NEW.merged_into_id FOR SHARE;
                IF target = 'merged' OR EXISTS ( SELECT 1 FROM corpus_agent WHERE merged_into_id = NEW.id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agent_merges_into_one_that_stands',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agent_merges_into_one_that_stands';
                END IF;
                RETURN NEW;
            """,
                    hash="b6345ce7525e03364439f580fb79149f3ff083dc",
                    operation='INSERT OR UPDATE OF "merged_into_id", "status"',
                    pgid="pgtrigger_agent_merges_into_one_that_stands_c2d7a",
                    table="corpus_agent",
                    when="BEFORE",
                ),
                add_trigger(
                    "guardeddocument",
                    "tags_follow_the_author",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id JOIN corpus_document d
                        ON d.id = v.document_id WHERE t.status NOT IN ('withdrawn', 'rejected')
                        AND (t.speech = 'own') IS DISTINCT FROM (t.asserted_by_id = COALESCE(p.voice_id,
                                d.author_id)) AND d.id = NEW.id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_speech_agrees_with_the_voice',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_speech_agrees_with_the_voice';
                END IF;
                RETURN NULL;
            """,
                    hash="2ee01d344e3e439c20235a847b8e890a9155849f",
                    operation='UPDATE OF "author_id"',
                    pgid="pgtrigger_tags_follow_the_author_995b2",
                    table="corpus_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "guardeddocument",
                    "moved_tags_use_what_their_collection_may",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_tag t JOIN annotate_claim c ON c.id = t.claim_id
                        JOIN corpus_passage p ON p.id = t.passage_id JOIN corpus_textversion v
                        ON v.id = p.text_version_id JOIN corpus_document d ON d.id = v.document_id
                        WHERE d.id = NEW.id AND (c.home_id <> d.collection_id OR EXISTS ( SELECT 1
                                FROM corpus_agent a WHERE a.home_id <> d.collection_id
                                AND a.id IN (t.asserted_by_id, t.held_by_id) )) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_uses_what_its_collection_may',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_uses_what_its_collection_may';
                END IF;
                RETURN NULL;
            """,
                    hash="2811bffa191373d619db8a527436b7ebc5c50261",
                    operation='UPDATE OF "collection_id"',
                    pgid="pgtrigger_moved_tags_use_what_their_collection_may_9e56d",
                    table="corpus_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "guardeddocument",
                    "document_not_ready_has_no_live_tag",
                    condition="WHEN (NOT (NEW.\"status\" = 'ready'))",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id JOIN corpus_document d
                        ON d.id = v.document_id WHERE d.id = NEW.id AND d.status <> 'ready'
                        AND t.status IN ('submitted', 'accepted') ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_not_ready_has_no_live_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_not_ready_has_no_live_tag';
                END IF;
                RETURN NULL;
            """,
                    hash="e35f854a47330b809304224ef3761e5fec41bfd6",
                    operation='UPDATE OF "status"',
                    pgid="pgtrigger_document_not_ready_has_no_live_tag_f4833",
                    table="corpus_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
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
                    "guardedpassage",
                    "tags_follow_the_passage_voice",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id JOIN corpus_document d
                        ON d.id = v.document_id WHERE t.status NOT IN ('withdrawn', 'rejected')
                        AND (t.speech = 'own') IS DISTINCT FROM (t.asserted_by_id = COALESCE(p.voice_id,
                                d.author_id)) AND p.id = NEW.id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_speech_agrees_with_the_voice',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_speech_agrees_with_the_voice';
                END IF;
                RETURN NULL;
            """,
                    hash="73d80eca2d522c9f72069f00995020e3273b288b",
                    operation='UPDATE OF "voice_id"',
                    pgid="pgtrigger_tags_follow_the_passage_voice_cc29e",
                    table="corpus_passage",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "guardedtextversion",
                    "live_tags_stand_on_the_current_text",
                    condition='WHEN (NOT NEW."is_current")',
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id WHERE v.id = NEW.id
                        AND NOT v.is_current AND t.status IN ('submitted', 'accepted') ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'live_tag_stands_on_the_current_text',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'live_tag_stands_on_the_current_text';
                END IF;
                RETURN NULL;
            """,
                    hash="5efc32a4efdb417bc6a5237b3e5a9cf8ecb7a2e9",
                    operation='UPDATE OF "is_current"',
                    pgid="pgtrigger_live_tags_stand_on_the_current_text_2353f",
                    table="corpus_textversion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                migrations.AddConstraint(
                    model_name="agentjoin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="agent_is_joined_with_another",
                        violation_error_message="Choose a different agent.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentjoin",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="join_says_why",
                        violation_error_message="Say why the two are not independent.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentjoin",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second", "home"),
                        name="agents_are_joined_once",
                        nulls_distinct=False,
                        violation_error_message="These two already count as one source.",
                    ),
                ),
                add_trigger(
                    "agentjoin",
                    "agents_are_joined_by_their_curator",
                    declare="DECLARE told annotate_agentjoin%ROWTYPE;",
                    func="""
                IF TG_OP = 'DELETE' THEN
                    told := OLD;
                ELSE
                    told := NEW;
                END IF;
                IF NOT (EXISTS ( SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                            AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb
                                ->> 'by')::bigint AND (told.home_id IS NULL
                                OR m.collection_id = told.home_id) )) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agents_are_joined_by_their_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agents_are_joined_by_their_curator';
                END IF;
                IF TG_OP = 'DELETE' THEN
                    RETURN OLD;
                END IF;
                IF TG_OP = 'UPDATE'
                    AND (NEW.home_id, NEW.reason, NEW.created_by_id) IS DISTINCT FROM (OLD.home_id, OLD.reason,
                        OLD.created_by_id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'join_keeps_its_reason',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'join_keeps_its_reason';
                END IF;
                IF EXISTS ( SELECT 1 FROM corpus_agent a WHERE a.id IN (NEW.first_id, NEW.second_id)
                        AND a.home_id IS NOT NULL AND a.home_id IS DISTINCT FROM NEW.home_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'join_is_known_where_its_agents_are',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'join_is_known_where_its_agents_are';
                END IF;
                RETURN NEW;
            """,
                    hash="cdb99ac87f8a1bf84ac86a0389d69ff7758a4d1a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_agents_are_joined_by_their_curator_6a38d",
                    table="annotate_agentjoin",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentjoin",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_agentjoinevent" ("created_at", "created_by_id", "first_id", "home_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."home_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="e62f2a3f1354c59223a14f944443a718daec9c08",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9cdb0",
                    table="annotate_agentjoin",
                    when="AFTER",
                ),
                add_trigger(
                    "agentjoin",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_agentjoinevent" ("created_at", "created_by_id", "first_id", "home_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."home_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="3cda2b89450a5b12442a24d55835b1988e97b734",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_048a1",
                    table="annotate_agentjoin",
                    when="AFTER",
                ),
                add_trigger(
                    "agentjoin",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_agentjoinevent" ("created_at", "created_by_id", "first_id", "home_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."first_id", OLD."home_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."reason", OLD."second_id");
                RETURN NULL;
            """,
                    hash="4b778703c98dd6fe67aebdc9c62898de7374776b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3cbe8",
                    table="annotate_agentjoin",
                    when="AFTER",
                ),
                add_trigger(
                    "agentjoin",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="3131bfbe203ccbc1ae5e90ebd2a06577c7d1a2c4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_82bed",
                    table="annotate_agentjoin",
                    when="BEFORE",
                ),
                add_trigger(
                    "countedjoin",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT 0) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="5449abc68cd78cbcb7e9b44e07af715376645342",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_fc6c6",
                    table="annotate_agentjoin",
                    when="AFTER",
                ),
                migrations.AddIndex(
                    model_name="agentjoinevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ag_pgh_obj_ff7179_idx"
                    ),
                ),
                add_trigger(
                    "agentjoinevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="45cf8d647a54077e51d925910b0bdcaee62e594d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_88c43",
                    table="annotate_agentjoinevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentjoinevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="9bb00e826ce01dcc39b3df7cc4f48977038d24a7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_38fed",
                    table="annotate_agentjoinevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="agentmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="agent_merge_says_why",
                        violation_error_message="Say why the two are the same.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="agent_merges_with_another",
                        violation_error_message="Choose a different one to merge it into.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="undone_agent_merge_says_by_whom",
                        violation_error_message="A merge that is undone must say who undid it and when.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentmerge",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("source",),
                        name="agent_is_merged_once",
                        violation_error_message="This has already been merged.",
                    ),
                ),
                add_trigger(
                    "agentmerge",
                    "agent_merge_is_allowed",
                    func="""
                IF NOT (NEW.created_by_id IS NOT DISTINCT FROM (NULLIF(current_setting('pghistory.context_metadata',
                                    true), '')::jsonb ->> 'by')::bigint AND NOT EXISTS ( SELECT 1
                            FROM corpus_agent c WHERE c.id IN (NEW.source_id, NEW.target_id) AND NOT EXISTS (
                                SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                                AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint AND (c.home_id IS NULL
                                    OR c.home_id = m.collection_id) ) )) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agents_are_merged_by_their_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agents_are_merged_by_their_curator';
                END IF;
                IF EXISTS ( SELECT 1 FROM corpus_agent s, corpus_agent t WHERE s.id = NEW.source_id
                        AND t.id = NEW.target_id AND t.home_id IS NOT NULL
                        AND t.home_id IS DISTINCT FROM s.home_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agent_merges_into_one_its_users_know',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agent_merges_into_one_its_users_know';
                END IF;
                IF EXISTS ( SELECT 1 FROM annotate_agentpair p WHERE (p.first_id IN ( SELECT m.id
                                FROM corpus_agent e, corpus_agent m WHERE e.id = NEW.source_id AND (m.id = e.id
                                    OR (m.merged_into_id = e.id AND m.home_id IS NOT DISTINCT FROM e.home_id)) )
                            AND p.second_id IN ( SELECT m.id FROM corpus_agent e, corpus_agent m
                                WHERE e.id = NEW.target_id AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) )) OR (p.first_id IN (
                                SELECT m.id FROM corpus_agent e, corpus_agent m WHERE e.id = NEW.target_id
                                AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) ) AND p.second_id IN (
                                SELECT m.id FROM corpus_agent e, corpus_agent m WHERE e.id = NEW.source_id
                                AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) )) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agents_found_different_stay_apart',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agents_found_different_stay_apart';
                END IF;
                RETURN NEW;
            """,
                    hash="e4fc8cd51ccf68723da210354a45fa04325d8367",
                    operation="INSERT",
                    pgid="pgtrigger_agent_merge_is_allowed_1716a",
                    table="annotate_agentmerge",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentmerge",
                    "agent_merge_is_only_undone",
                    func="""
                IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
                    OR NEW.undone_by_id IS DISTINCT FROM (NULLIF(current_setting('pghistory.context_metadata',
                                true), '')::jsonb ->> 'by')::bigint
                    OR (NEW.source_id, NEW.target_id, NEW.created_by_id, NEW.made_at, NEW.reason) IS DISTINCT FROM
                    (OLD.source_id, OLD.target_id, OLD.created_by_id, OLD.made_at, OLD.reason) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agent_merge_is_only_undone',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'agent_merge_is_only_undone';
                END IF;
                RETURN NEW;
            """,
                    hash="17a61a64900147997f7d6290a44bda7261701476",
                    operation="UPDATE",
                    pgid="pgtrigger_agent_merge_is_only_undone_78929",
                    table="annotate_agentmerge",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentmerge",
                    "agent_merge_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agent_merge_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'agent_merge_is_never_deleted';
            """,
                    hash="3296631eba0a2391e30fc31fe7adfe2ffd0e1053",
                    operation="DELETE",
                    pgid="pgtrigger_agent_merge_is_never_deleted_1cdd5",
                    table="annotate_agentmerge",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="agentpair",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="agents_are_told_apart_once",
                        violation_error_message="That is already recorded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agentpair",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="agent_differs_from_another",
                        violation_error_message="Choose a different one to tell it apart from.",
                    ),
                ),
                add_trigger(
                    "agentpair",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_agentpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="825e31dfd0016cb42f0f1882d8aaec0a8f667f8c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b9f99",
                    table="annotate_agentpair",
                    when="AFTER",
                ),
                add_trigger(
                    "agentpair",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_agentpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="6187b2ef79aeedbb11b331027295680d36e0a258",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ddefe",
                    table="annotate_agentpair",
                    when="AFTER",
                ),
                add_trigger(
                    "agentpair",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_agentpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."first_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."reason", OLD."second_id");
                RETURN NULL;
            """,
                    hash="e07e45eb3e88390d2e3086e794574fb91534b6ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4260",
                    table="annotate_agentpair",
                    when="AFTER",
                ),
                add_trigger(
                    "agentpair",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="c74304b28325a7f31cae9249bb56a5dc25a1e9f6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_6ebf4",
                    table="annotate_agentpair",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="agentpairevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ag_pgh_obj_51ae0e_idx"
                    ),
                ),
                add_trigger(
                    "agentpairevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="e491c966981555ed3bcb59ce6b74f82c1d6bb7e3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_0f010",
                    table="annotate_agentpairevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentpairevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="11b4310de3bbef5632db4908aa83944a1906a58e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_2cc1b",
                    table="annotate_agentpairevent",
                    when="BEFORE",
                ),
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
                add_trigger(
                    "brief",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="bc7a3651cd1c86255893fc8dd54eb382d90db14d",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_4e174",
                    table="annotate_brief",
                    when="BEFORE",
                ),
                add_trigger(
                    "brief",
                    "brief_stays_in_its_collection",
                    condition="""
                WHEN (NEW."collection_id" IS DISTINCT FROM (OLD."collection_id"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_stays_in_its_collection',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'brief_stays_in_its_collection';
            """,
                    hash="3d5b053930cf8105dba664d694d90ab2f01096ff",
                    operation='UPDATE OF "collection_id"',
                    pgid="pgtrigger_brief_stays_in_its_collection_d919e",
                    table="annotate_brief",
                    when="BEFORE",
                ),
                add_trigger(
                    "brief",
                    "brief_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'brief_is_never_deleted';
            """,
                    hash="6720f72394c1c8981f3ea03822492f84ee6677b2",
                    operation="DELETE",
                    pgid="pgtrigger_brief_is_never_deleted_7ef37",
                    table="annotate_brief",
                    when="BEFORE",
                ),
                add_trigger(
                    "brief",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision",
                        "shows_notes", "shows_reviewers", "title", "uid")
                    VALUES (NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."question", NEW."revision", NEW."shows_notes",
                        NEW."shows_reviewers", NEW."title", NEW."uid");
                RETURN NULL;
            """,
                    hash="2771bff1bfdbcfca8a1ba9d7a0933734bc2c6dd6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f211",
                    table="annotate_brief",
                    when="AFTER",
                ),
                add_trigger(
                    "brief",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision",
                        "shows_notes", "shows_reviewers", "title", "uid")
                    VALUES (NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."question", NEW."revision", NEW."shows_notes",
                        NEW."shows_reviewers", NEW."title", NEW."uid");
                RETURN NULL;
            """,
                    hash="fa2f723dc97c33764b9bab65364a9cc863064102",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ccd4c",
                    table="annotate_brief",
                    when="AFTER",
                ),
                add_trigger(
                    "brief",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_briefevent" ("collection_id", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "revision",
                        "shows_notes", "shows_reviewers", "title", "uid")
                    VALUES (OLD."collection_id", OLD."created_at", OLD."created_by_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."question", OLD."revision", OLD."shows_notes",
                        OLD."shows_reviewers", OLD."title", OLD."uid");
                RETURN NULL;
            """,
                    hash="a5ad2181c2e696f25ff2982ac281cc1c77090db5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_61a07",
                    table="annotate_brief",
                    when="AFTER",
                ),
                add_trigger(
                    "brief",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="bca88dae1124191370e7b3c7eeeec60286d5be08",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_897fd",
                    table="annotate_brief",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="briefevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_br_pgh_obj_4fa0b2_idx"
                    ),
                ),
                add_trigger(
                    "briefevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="7a18aaa8b02df5685da8fa5651c9783b49f65894",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_09fa4",
                    table="annotate_briefevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "briefevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="6c5eaf4d9f85a6a296ab1a56aaa0b681adbbe72d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_0bdba",
                    table="annotate_briefevent",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="claim",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("names", name="gin_trgm_ops"),
                        name="claim_names_trigrams",
                    ),
                ),
                migrations.AddIndex(
                    model_name="claim",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("finding", name="gin_trgm_ops"),
                        name="claim_finding_trigrams",
                    ),
                ),
                migrations.AddIndex(
                    model_name="claim",
                    index=models.Index(fields=["label", "id"], name="claims_by_label"),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.UniqueConstraint(
                        fields=("public_id",),
                        name="claim_id_is_never_given_twice",
                        violation_error_message="This claim id is taken.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("label", ""), _negated=True),
                            models.Q(("text", ""), _negated=True),
                        ),
                        name="claim_has_a_label_and_a_sentence",
                        violation_error_message="Give the claim a short name and a sentence.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("status", "merged")),
                            models.Q(
                                models.Q(("status", "merged"), _negated=True),
                                ("merged_into__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="merged_claim_says_into_which",
                        violation_error_message="A merged claim must say which claim it became.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            models.Q(("broader", models.F("id")), _negated=True),
                        ),
                        name="claim_does_not_stand_on_itself",
                        violation_error_message="A claim cannot be narrower than itself or merge into itself.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("color__gte", 1), ("color__lte", 12)),
                        name="claim_colour_is_in_the_palette",
                        violation_error_message="Choose a colour from 1 to 12.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "factual",
                                    "causal",
                                    "legal",
                                    "evaluation",
                                    "position",
                                    "recommendation",
                                ],
                            ),
                            models.Q(("kind", ""), ("status", "proposed")),
                            _connector="OR",
                        ),
                        name="claim_kind_is_known",
                        violation_error_message="Choose a kind of claim from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claim",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["proposed", "active", "merged", "split", "deprecated"])
                        ),
                        name="claim_status_is_known",
                        violation_error_message="Choose a status from the list.",
                    ),
                ),
                add_trigger(
                    "claim",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="2397251186bf8f513ae2022e0ab4fe18ec9a8926",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_a4c60",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "claim_merges_into_one_that_stands",
                    declare="DECLARE target text;",
                    func="""
                IF NEW.merged_into_id IS NOT NULL THEN
                    SELECT status INTO target FROM annotate_claim WHERE id = NEW.merged_into_id FOR SHARE;
                    IF target = 'merged' THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_merges_into_one_that_stands',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'claim_merges_into_one_that_stands';
                    END IF;
                    IF EXISTS (SELECT 1 FROM annotate_claim WHERE merged_into_id = NEW.id) THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_merges_into_one_that_stands',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'claim_merges_into_one_that_stands';
                    END IF;
                END IF;
                RETURN NEW;
            """,
                    hash="8889d54c1296e2dca056e541ee78c890588d8eb9",
                    operation='INSERT OR UPDATE OF "merged_into_id", "status"',
                    pgid="pgtrigger_claim_merges_into_one_that_stands_51d95",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "claim_with_live_tags_stays_open",
                    condition="WHEN (NEW.\"status\" IN ('deprecated', 'merged', 'split'))",
                    func="""
                IF EXISTS (SELECT 1 FROM annotate_tag t WHERE t.claim_id = NEW.id
                        AND t.status IN ('submitted', 'accepted')) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_with_live_tags_stays_open',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_with_live_tags_stays_open';
                END IF;
                RETURN NEW;
            """,
                    hash="8190c3d2ae0537bc987bdf32dd232c5b1ddaedd3",
                    operation='UPDATE OF "status"',
                    pgid="pgtrigger_claim_with_live_tags_stays_open_e3174",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "claim_wording_only_rises",
                    func="""
                IF NEW.wording < OLD.wording OR NEW.public_id <> OLD.public_id OR NEW.uid <> OLD.uid THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_wording_only_rises',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_wording_only_rises';
                END IF;
                RETURN NEW;
            """,
                    hash="26c1c431c2eba215218a614b2c7d404e2c14679e",
                    operation='UPDATE OF "wording", "public_id", "uid"',
                    pgid="pgtrigger_claim_wording_only_rises_5e758",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "claim_is_not_narrower_than_itself",
                    condition='WHEN (NEW."broader_id" IS NOT NULL)',
                    func="""
                PERFORM pg_advisory_xact_lock(hashtext('annotate_claim.broader'));
                IF EXISTS ( WITH RECURSIVE above AS ( SELECT id, broader_id FROM annotate_claim
                            WHERE id = NEW.broader_id AND id <> NEW.id UNION SELECT c.id, c.broader_id
                            FROM annotate_claim c JOIN above ON c.id = above.broader_id ) SELECT 1 FROM above
                        WHERE NEW.id IN (id, broader_id) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_is_not_narrower_than_itself',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_is_not_narrower_than_itself';
                END IF;
                RETURN NEW;
            """,
                    hash="4b3610776012b1f3f33ac2ee9ad93b48c180e370",
                    operation='INSERT OR UPDATE OF "broader_id"',
                    pgid="pgtrigger_claim_is_not_narrower_than_itself_46653",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "claim_is_shared_one_way",
                    condition="""
                WHEN (NEW."home_id" IS NOT NULL AND NEW."home_id" IS DISTINCT FROM (OLD."home_id"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_is_shared_one_way',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'claim_is_shared_one_way';
            """,
                    hash="8ef6e467bc2a17590169d9f6d050c977a566abba",
                    operation='UPDATE OF "home_id"',
                    pgid="pgtrigger_claim_is_shared_one_way_05540",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "reworded_claim_leaves_no_live_tag",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS (SELECT 1 FROM annotate_tag t JOIN annotate_claim c ON c.id = t.claim_id
                        WHERE c.id = NEW.id AND t.claim_wording <> c.wording
                        AND t.status IN ('submitted', 'accepted')) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'reworded_claim_leaves_no_live_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'reworded_claim_leaves_no_live_tag';
                END IF;
                RETURN NULL;
            """,
                    hash="dc6c59c7b1b67fd7d5d41d40400b602969f72329",
                    operation='UPDATE OF "wording"',
                    pgid="pgtrigger_reworded_claim_leaves_no_live_tag_7cbb2",
                    table="annotate_claim",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "claim",
                    "tags_follow_what_their_claim_became",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS (SELECT 1 FROM annotate_tag t JOIN annotate_claim c ON c.id = t.claim_when_tagged_id
                        WHERE c.id = NEW.id AND t.claim_id <> COALESCE(c.merged_into_id, c.id)) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_counts_for_what_its_claim_became',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_counts_for_what_its_claim_became';
                END IF;
                RETURN NULL;
            """,
                    hash="af50494eed88b9ab208419cb42972dfa7e70eb58",
                    operation='UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_tags_follow_what_their_claim_became_b64b0",
                    table="annotate_claim",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "claim",
                    "claim_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'claim_is_never_deleted';
            """,
                    hash="6b30dd9dfd54f2cd4e5204594741acb6e66f17a0",
                    operation="DELETE",
                    pgid="pgtrigger_claim_is_never_deleted_3b337",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                add_trigger(
                    "claim",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_claimevent" ("alt_labels", "broader_id", "coded", "color", "created_at",
                        "created_by_id", "home_id", "id", "kind", "label", "merged_into_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "revision", "scope_note",
                        "status", "text", "uid", "wording")
                    VALUES (NEW."alt_labels", NEW."broader_id", NEW."coded", NEW."color", NEW."created_at",
                        NEW."created_by_id", NEW."home_id", NEW."id", NEW."kind", NEW."label", NEW."merged_into_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."public_id", NEW."revision", NEW."scope_note", NEW."status",
                        NEW."text", NEW."uid", NEW."wording");
                RETURN NULL;
            """,
                    hash="5b036b0cd250c0b767eef9faff11acf4fb887b2c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36112",
                    table="annotate_claim",
                    when="AFTER",
                ),
                add_trigger(
                    "claim",
                    "update_update",
                    condition="""
                WHEN (OLD."alt_labels" IS DISTINCT FROM (NEW."alt_labels")
                        OR OLD."broader_id" IS DISTINCT FROM (NEW."broader_id")
                        OR OLD."coded" IS DISTINCT FROM (NEW."coded") OR OLD."color" IS DISTINCT FROM (NEW."color")
                        OR OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."home_id" IS DISTINCT FROM (NEW."home_id") OR OLD."id" IS DISTINCT FROM (NEW."id")
                        OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."label" IS DISTINCT FROM (NEW."label")
                        OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id")
                        OR OLD."public_id" IS DISTINCT FROM (NEW."public_id")
                        OR OLD."revision" IS DISTINCT FROM (NEW."revision")
                        OR OLD."scope_note" IS DISTINCT FROM (NEW."scope_note")
                        OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."text" IS DISTINCT FROM (NEW."text")
                        OR OLD."uid" IS DISTINCT FROM (NEW."uid") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))
            """,
                    func="""
                INSERT INTO "annotate_claimevent" ("alt_labels", "broader_id", "coded", "color", "created_at",
                        "created_by_id", "home_id", "id", "kind", "label", "merged_into_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "revision", "scope_note",
                        "status", "text", "uid", "wording")
                    VALUES (NEW."alt_labels", NEW."broader_id", NEW."coded", NEW."color", NEW."created_at",
                        NEW."created_by_id", NEW."home_id", NEW."id", NEW."kind", NEW."label", NEW."merged_into_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."public_id", NEW."revision", NEW."scope_note", NEW."status",
                        NEW."text", NEW."uid", NEW."wording");
                RETURN NULL;
            """,
                    hash="d88400ab1b4342059e1da99d965b7134f5470f9e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1e39",
                    table="annotate_claim",
                    when="AFTER",
                ),
                add_trigger(
                    "claim",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_claimevent" ("alt_labels", "broader_id", "coded", "color", "created_at",
                        "created_by_id", "home_id", "id", "kind", "label", "merged_into_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "revision", "scope_note",
                        "status", "text", "uid", "wording")
                    VALUES (OLD."alt_labels", OLD."broader_id", OLD."coded", OLD."color", OLD."created_at",
                        OLD."created_by_id", OLD."home_id", OLD."id", OLD."kind", OLD."label", OLD."merged_into_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."public_id", OLD."revision", OLD."scope_note", OLD."status",
                        OLD."text", OLD."uid", OLD."wording");
                RETURN NULL;
            """,
                    hash="5f83b7eb7f8c4fa96e7b352ef2fa0f7d2b50cbea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b2cc3",
                    table="annotate_claim",
                    when="AFTER",
                ),
                add_trigger(
                    "claim",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="6ce2ec72cc69e0032bcc9c26909ea365558f03c6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_040f7",
                    table="annotate_claim",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="claimevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_cl_pgh_obj_3d03e8_idx"
                    ),
                ),
                add_trigger(
                    "claimevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="2312909bf4973777b4f33e6c03154a1ad45ba860",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_b054b",
                    table="annotate_claimevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="bec3e2240487456e774f26f3866b0d824485149b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_6518e",
                    table="annotate_claimevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="claimmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="claim_merge_says_why",
                        violation_error_message="Say why the two are the same.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="claim_merges_with_another",
                        violation_error_message="Choose a different one to merge it into.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimmerge",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by__isnull", True)),
                            models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="undone_claim_merge_says_by_whom",
                        violation_error_message="A merge that is undone must say who undid it and when.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimmerge",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at__isnull", True)),
                        fields=("source",),
                        name="claim_is_merged_once",
                        violation_error_message="This has already been merged.",
                    ),
                ),
                add_trigger(
                    "claimmerge",
                    "claim_merge_is_allowed",
                    func="""
                IF NOT (NEW.created_by_id IS NOT DISTINCT FROM (NULLIF(current_setting('pghistory.context_metadata',
                                    true), '')::jsonb ->> 'by')::bigint AND NOT EXISTS ( SELECT 1
                            FROM annotate_claim c WHERE c.id IN (NEW.source_id, NEW.target_id) AND NOT EXISTS (
                                SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                                AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint AND (c.home_id IS NULL
                                    OR c.home_id = m.collection_id) ) )) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claims_are_merged_by_their_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claims_are_merged_by_their_curator';
                END IF;
                IF EXISTS ( SELECT 1 FROM annotate_claim s, annotate_claim t WHERE s.id = NEW.source_id
                        AND t.id = NEW.target_id AND t.home_id IS NOT NULL
                        AND t.home_id IS DISTINCT FROM s.home_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_merges_into_one_its_users_know',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_merges_into_one_its_users_know';
                END IF;
                IF EXISTS ( SELECT 1 FROM annotate_claimpair p WHERE (p.first_id IN ( SELECT m.id
                                FROM annotate_claim e, annotate_claim m WHERE e.id = NEW.source_id AND (m.id = e.id
                                    OR (m.merged_into_id = e.id AND m.home_id IS NOT DISTINCT FROM e.home_id)) )
                            AND p.second_id IN ( SELECT m.id FROM annotate_claim e, annotate_claim m
                                WHERE e.id = NEW.target_id AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) )) OR (p.first_id IN (
                                SELECT m.id FROM annotate_claim e, annotate_claim m WHERE e.id = NEW.target_id
                                AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) ) AND p.second_id IN (
                                SELECT m.id FROM annotate_claim e, annotate_claim m WHERE e.id = NEW.source_id
                                AND (m.id = e.id OR (m.merged_into_id = e.id
                                        AND m.home_id IS NOT DISTINCT FROM e.home_id)) )) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claims_found_different_stay_apart',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claims_found_different_stay_apart';
                END IF;
                RETURN NEW;
            """,
                    hash="dd637f3cf0410a0581c071a0e3712903e9865f7e",
                    operation="INSERT",
                    pgid="pgtrigger_claim_merge_is_allowed_e8963",
                    table="annotate_claimmerge",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimmerge",
                    "claim_merge_is_only_undone",
                    func="""
                IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
                    OR NEW.undone_by_id IS DISTINCT FROM (NULLIF(current_setting('pghistory.context_metadata',
                                true), '')::jsonb ->> 'by')::bigint
                    OR (NEW.source_id, NEW.target_id, NEW.created_by_id, NEW.made_at, NEW.reason) IS DISTINCT FROM
                    (OLD.source_id, OLD.target_id, OLD.created_by_id, OLD.made_at, OLD.reason) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_merge_is_only_undone',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_merge_is_only_undone';
                END IF;
                RETURN NEW;
            """,
                    hash="75040c52d707c9e42d2fad847c5437d42782417b",
                    operation="UPDATE",
                    pgid="pgtrigger_claim_merge_is_only_undone_ffd0b",
                    table="annotate_claimmerge",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimmerge",
                    "claim_merge_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_merge_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'claim_merge_is_never_deleted';
            """,
                    hash="7e48720677e92e123d848a65299f73efbc4fcb6c",
                    operation="DELETE",
                    pgid="pgtrigger_claim_merge_is_never_deleted_28c12",
                    table="annotate_claimmerge",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimmerge",
                    "claim_is_not_merged_with_what_it_is_split_into",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_claimsplit s JOIN annotate_splitpart p ON p.split_id = s.id
                        JOIN annotate_claim c ON c.id = p.claim_id WHERE s.closed_at IS NULL
                        AND ( (s.source_id = NEW.source_id AND NEW.target_id IN (c.id, c.merged_into_id))
                            OR (s.source_id = NEW.target_id AND NEW.source_id IN (c.id, c.merged_into_id)) ) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'claim_is_not_merged_with_what_it_is_split_into',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_is_not_merged_with_what_it_is_split_into';
                END IF;
                RETURN NEW;
            """,
                    hash="85bf735d08b20dd571588d890d1feacc4047e79d",
                    operation="INSERT",
                    pgid="""
                pgtrigger_claim_is_not_merged_with_what_it_is_split_into_b318a
            """,
                    table="annotate_claimmerge",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="claimpair",
                    constraint=models.UniqueConstraint(
                        fields=("first", "second"),
                        name="claims_are_told_apart_once",
                        violation_error_message="That is already recorded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimpair",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="claim_differs_from_another",
                        violation_error_message="Choose a different one to tell it apart from.",
                    ),
                ),
                add_trigger(
                    "claimpair",
                    "claims_told_apart_do_not_stand_merged",
                    func="""
                PERFORM 1 FROM annotate_claim WHERE id IN (NEW.first_id, NEW.second_id) ORDER BY id FOR KEY SHARE;
                IF NEW.first_id <> NEW.second_id AND ( SELECT count(DISTINCT COALESCE(merged_into_id, id))
                        FROM annotate_claim WHERE id IN (NEW.first_id, NEW.second_id) ) = 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claims_told_apart_do_not_stand_merged',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claims_told_apart_do_not_stand_merged';
                END IF;
                RETURN NEW;
            """,
                    hash="e0657a2ceec3c59216aa664dad3804fa0e4fdced",
                    operation="INSERT",
                    pgid="pgtrigger_claims_told_apart_do_not_stand_merged_10f27",
                    table="annotate_claimpair",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimpair",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_claimpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="313f063056e44f2d4aa77e5dfb8cc6961514a245",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b630",
                    table="annotate_claimpair",
                    when="AFTER",
                ),
                add_trigger(
                    "claimpair",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_claimpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."first_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."reason", NEW."second_id");
                RETURN NULL;
            """,
                    hash="d21fb6284b780e8298bf6990bdf1fc2bbd21594f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_24432",
                    table="annotate_claimpair",
                    when="AFTER",
                ),
                add_trigger(
                    "claimpair",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_claimpairevent" ("created_at", "created_by_id", "first_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "second_id")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."first_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."reason", OLD."second_id");
                RETURN NULL;
            """,
                    hash="3b32ee28571aea02b0f36f048326d32b2f0bc60d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_492b6",
                    table="annotate_claimpair",
                    when="AFTER",
                ),
                add_trigger(
                    "claimpair",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="ae49a7c32b75919d1e8c2c4d9d3077fb5953ef55",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_c108d",
                    table="annotate_claimpair",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="claimpairevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_cl_pgh_obj_afe375_idx"
                    ),
                ),
                add_trigger(
                    "claimpairevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="e5f9f8742fa97f5c67c081c58b6ee093e9609007",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_804ca",
                    table="annotate_claimpairevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimpairevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="e376d3f859d1594c06378625c863c51cb214b146",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_c6afd",
                    table="annotate_claimpairevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="claimsplit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="split_says_why",
                        violation_error_message="Say why the claim is split.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimsplit",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("source",),
                        name="claim_is_split_once",
                        violation_error_message="This claim is already being split.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="claimsplit",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True),
                                ("closed_by__isnull", True),
                                ("is_dropped", False),
                            ),
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="closed_split_says_by_whom",
                        violation_error_message="A split that is closed must say who closed it and when.",
                    ),
                ),
                add_trigger(
                    "claimsplit",
                    "claim_is_split_by_its_curator",
                    func="""
                IF NOT EXISTS ( SELECT 1 FROM annotate_claim c JOIN corpus_membership m ON m.role = 'curator'
                        AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'by')::bigint AND (c.home_id IS NULL OR c.home_id = m.collection_id)
                        WHERE c.id = NEW.source_id ) OR (TG_OP = 'UPDATE' AND (OLD.closed_at IS NOT NULL
                            OR NEW.closed_by_id IS DISTINCT FROM
                            (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                                'by')::bigint OR NEW.source_id <> OLD.source_id)) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'claim_is_split_by_its_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'claim_is_split_by_its_curator';
                END IF;
                RETURN NEW;
            """,
                    hash="f04d788d65d52875ba0d8f9ff0cd6c106c104970",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_claim_is_split_by_its_curator_f493e",
                    table="annotate_claimsplit",
                    when="BEFORE",
                ),
                add_trigger(
                    "claimsplit",
                    "split_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'split_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'split_is_never_deleted';
            """,
                    hash="1619586ea2bf10cc2b5d20b075ef0beb2ab49ed9",
                    operation="DELETE",
                    pgid="pgtrigger_split_is_never_deleted_bdc77",
                    table="annotate_claimsplit",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="edition",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "number"),
                        name="editions_are_numbered",
                        violation_error_message="Somebody froze an edition with this number at the same moment. Try again.",
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
                add_trigger(
                    "edition",
                    "edition_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'edition_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'edition_never_changes';
            """,
                    hash="60f90a7dadc6ea8afce6a78e18a2b4d1e47f6850",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_edition_never_changes_b0255",
                    table="annotate_edition",
                    when="BEFORE",
                ),
                add_trigger(
                    "edition",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_editionevent" ("brief_id", "collections", "counted", "created_at",
                        "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "sha256", "uid")
                    VALUES (NEW."brief_id", NEW."collections", NEW."counted", NEW."created_at", NEW."created_by_id",
                        NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."sha256", NEW."uid");
                RETURN NULL;
            """,
                    hash="491af3a4038da23c187bc164d2e2d28745f66652",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5445b",
                    table="annotate_edition",
                    when="AFTER",
                ),
                add_trigger(
                    "edition",
                    "update_update",
                    condition="""
                WHEN (OLD."brief_id" IS DISTINCT FROM (NEW."brief_id")
                        OR OLD."collections" IS DISTINCT FROM (NEW."collections")
                        OR OLD."counted" IS DISTINCT FROM (NEW."counted")
                        OR OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number")
                        OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."uid" IS DISTINCT FROM (NEW."uid"))
            """,
                    func="""
                INSERT INTO "annotate_editionevent" ("brief_id", "collections", "counted", "created_at",
                        "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "sha256", "uid")
                    VALUES (NEW."brief_id", NEW."collections", NEW."counted", NEW."created_at", NEW."created_by_id",
                        NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."sha256", NEW."uid");
                RETURN NULL;
            """,
                    hash="205a2afde8f30f45a8b6b7321e2a2687797f9fc0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0ee1e",
                    table="annotate_edition",
                    when="AFTER",
                ),
                add_trigger(
                    "edition",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_editionevent" ("brief_id", "collections", "counted", "created_at",
                        "created_by_id", "id", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "sha256", "uid")
                    VALUES (OLD."brief_id", OLD."collections", OLD."counted", OLD."created_at", OLD."created_by_id",
                        OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."sha256", OLD."uid");
                RETURN NULL;
            """,
                    hash="faf55f22611ad645b34c2374e724540f71751d70",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9638c",
                    table="annotate_edition",
                    when="AFTER",
                ),
                add_trigger(
                    "edition",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="e4e9f11aa7088f8a42962777e708d9ba64fe511d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_fdcf3",
                    table="annotate_edition",
                    when="BEFORE",
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
                add_trigger(
                    "editionevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="950e2be74470ed8390e0eac9f4acf0de060e03e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_77484",
                    table="annotate_editionevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "editionevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="8675c6eab477d49ead6e522a1581b616adbbb8f4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_66a41",
                    table="annotate_editionevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="provision",
                    constraint=models.UniqueConstraint(
                        fields=("code",),
                        name="provision_code_is_unique",
                        violation_error_message="A provision with this code already exists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="provision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True),
                            models.Q(("code__contains", "/"), _negated=True),
                        ),
                        name="provision_has_a_code",
                        violation_error_message="Give the provision a code without a slash.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="provision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["treaty", "declaration", "resolution", "law", "custom", "other"],
                            )
                        ),
                        name="provision_kind_is_known",
                        violation_error_message="Choose a kind of provision from the list.",
                    ),
                ),
                add_trigger(
                    "countedremark",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT claim_id FROM annotate_tag WHERE id = NEW.tag_id UNION SELECT claim_id FROM annotate_tag
                        WHERE id = OLD.tag_id) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="c5250e77ca2895757cbafb273b603ce898c2c3c8",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_35c3c",
                    table="annotate_remark",
                    when="AFTER",
                ),
                migrations.AddConstraint(
                    model_name="savedquestion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="saved_question_has_a_name",
                        violation_error_message="Give the question a name, to find it again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="savedquestion",
                    constraint=models.UniqueConstraint(
                        fields=("created_by", "name"),
                        name="saved_question_is_named_once",
                        violation_error_message="You have already saved a question under this name. Choose another name.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="savedquestion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "question__in",
                                [
                                    "one-source",
                                    "only-copied",
                                    "contested",
                                    "no-denial",
                                    "no-reply",
                                    "nothing-since",
                                    "second-looks",
                                    "broken-links",
                                    "circles",
                                ],
                            )
                        ),
                        name="saved_question_is_known",
                        violation_error_message="Choose a question from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="splitpart",
                    constraint=models.UniqueConstraint(
                        fields=("split", "claim"),
                        name="claim_is_one_part_of_a_split",
                        violation_error_message="Name each part once.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="splitpart",
                    constraint=models.UniqueConstraint(
                        fields=("split", "number"),
                        name="part_of_a_split_has_its_key",
                        violation_error_message="Each part needs its own key.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="splitpart",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 9)),
                        name="split_has_as_many_parts_as_keys",
                        violation_error_message="Split a claim into at most nine.",
                    ),
                ),
                add_trigger(
                    "splitpart",
                    "part_is_used_where_the_claim_is",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_claimsplit s JOIN annotate_claim whole ON whole.id = s.source_id
                        JOIN annotate_claim part ON part.id = NEW.claim_id WHERE s.id = NEW.split_id
                        AND (part.id = whole.id OR part.status NOT IN ('proposed', 'active')
                            OR (part.home_id IS NOT NULL AND part.home_id IS DISTINCT FROM whole.home_id)) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'part_is_used_where_the_claim_is',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'part_is_used_where_the_claim_is';
                END IF;
                RETURN NEW;
            """,
                    hash="144336b58226cca72093fc1c37f6a5a23488a6a6",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_part_is_used_where_the_claim_is_dcf22",
                    table="annotate_splitpart",
                    when="BEFORE",
                ),
                add_trigger(
                    "splitpart",
                    "split_keeps_its_parts",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'split_keeps_its_parts',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'split_keeps_its_parts';
            """,
                    hash="f568db777fe83cd60286d755d44b66b974c2c075",
                    operation="DELETE",
                    pgid="pgtrigger_split_keeps_its_parts_76a85",
                    table="annotate_splitpart",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="tag",
                    index=models.Index(fields=["passage", "start", "end"], name="tags_by_place"),
                ),
                migrations.AddIndex(
                    model_name="tag",
                    index=models.Index(fields=["claim", "status", "id"], name="tags_by_claim"),
                ),
                migrations.AddIndex(
                    model_name="tag",
                    index=models.Index(fields=["created_by", "-id"], name="tags_by_person"),
                ),
                migrations.AddIndex(
                    model_name="tag",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("exact", name="gin_trgm_ops"),
                        name="tag_quote_trigrams",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="tag_has_words",
                        violation_error_message="Select at least one character.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ("submitted", "accepted"))),
                        fields=("created_by", "passage", "start", "end", "claim", "held_by"),
                        name="one_person_tags_words_once",
                        nulls_distinct=False,
                        violation_error_message="You have already tagged these words with this claim. Change that tag instead.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.UniqueConstraint(
                        fields=("created_by", "request_key"),
                        name="request_makes_one_tag",
                        violation_error_message="This tag is already saved.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("held_by__isnull", False),
                                ("stance__in", ("endorses", "rejects", "attributes")),
                                models.Q(("held_by", models.F("asserted_by")), _negated=True),
                            ),
                            models.Q(
                                models.Q(
                                    ("stance__in", ("endorses", "rejects", "attributes")),
                                    _negated=True,
                                ),
                                ("held_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="another_holds_what_is_endorsed_or_rejected",
                        violation_error_message="To agree, to disagree or to report, say whose position it is; it must be somebody other than the speaker.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("translation", ""),
                            models.Q(("translation_kind", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="translation_says_whose_it_is",
                        violation_error_message="Say whose translation it is.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("anchor_state", "broken"), _negated=True),
                            models.Q(("status__in", ("submitted", "accepted")), _negated=True),
                            _connector="OR",
                        ),
                        name="tag_without_its_words_does_not_stand",
                        violation_error_message="The words of this tag were not found. Select them again.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stance__in",
                                [
                                    "asserts",
                                    "denies",
                                    "questions",
                                    "endorses",
                                    "rejects",
                                    "attributes",
                                ],
                            )
                        ),
                        name="tag_stance_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("speech__in", ["own", "quoted", "reported"])),
                        name="tag_speech_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("certainty__in", ["certain", "probable", "possible", "unspecified"])
                        ),
                        name="tag_certainty_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "directness__in",
                                [
                                    "first_hand",
                                    "documentary",
                                    "second_hand",
                                    "analysis",
                                    "unspecified",
                                ],
                            )
                        ),
                        name="tag_directness_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "submitted",
                                    "accepted",
                                    "rejected",
                                    "withdrawn",
                                    "stale",
                                ],
                            )
                        ),
                        name="tag_status_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tag",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("anchor_state__in", ["ok", "moved", "broken"])),
                        name="tag_anchor_state_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                add_trigger(
                    "tag",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="daed8c181f548d986635969e8a05fb4185c72e22",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_e0a95",
                    table="annotate_tag",
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
                add_trigger(
                    "tag",
                    "tag_may_use_its_claim",
                    declare="DECLARE used record; home bigint;",
                    func="""
                SELECT c.status, c.wording, c.home_id INTO used FROM annotate_claim c
                    WHERE c.id = NEW.claim_id FOR SHARE;
                IF (NEW.status IN ('submitted', 'accepted') OR NEW.claim_id IS DISTINCT FROM OLD.claim_id)
                    AND used.status NOT IN ('proposed', 'active') THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_claim_is_open',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_claim_is_open';
                END IF;
                IF NEW.status IN ('submitted', 'accepted') AND NEW.claim_wording <> used.wording THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_is_coded_to_the_present_wording',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_is_coded_to_the_present_wording';
                END IF;
                SELECT d.collection_id INTO home FROM corpus_passage p JOIN corpus_textversion v
                    ON v.id = p.text_version_id JOIN corpus_document d ON d.id = v.document_id
                    WHERE p.id = NEW.passage_id;
                IF used.home_id <> home OR EXISTS ( SELECT 1 FROM corpus_agent a WHERE a.home_id <> home
                        AND a.id IN (NEW.asserted_by_id, NEW.held_by_id) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_uses_what_its_collection_may',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_uses_what_its_collection_may';
                END IF;
                PERFORM 1 FROM corpus_agent a WHERE a.id IN (NEW.asserted_by_id, NEW.held_by_id)
                    ORDER BY a.id FOR KEY SHARE;
                IF NEW.status IN ('submitted', 'accepted') AND EXISTS ( SELECT 1 FROM corpus_agent a
                        WHERE a.status = 'merged' AND a.id IN (NEW.asserted_by_id, NEW.held_by_id) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_names_agents_that_stand',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_names_agents_that_stand';
                END IF;
                RETURN NEW;
            """,
                    hash="9113048b297c7fa64d969b099956bbf047e797c9",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_tag_may_use_its_claim_d34a0",
                    table="annotate_tag",
                    when="BEFORE",
                ),
                add_trigger(
                    "tag",
                    "tag_origin_never_changes",
                    condition="""
                WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."request_key" IS DISTINCT FROM (NEW."request_key")
                        OR OLD."uid" IS DISTINCT FROM (NEW."uid"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_origin_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'tag_origin_never_changes';
            """,
                    hash="bab9473fa8822bf8c39de3f75ca2170dd0ec0cf0",
                    operation="UPDATE",
                    pgid="pgtrigger_tag_origin_never_changes_33cd7",
                    table="annotate_tag",
                    when="BEFORE",
                ),
                add_trigger(
                    "tag",
                    "tag_is_changed_by_its_author",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint IS NULL
                    THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'change_of_a_tag_names_its_person',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'change_of_a_tag_names_its_person';
                END IF;
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint =
                    OLD.created_by_id THEN
                    RETURN NEW;
                END IF;
                IF NEW.status = 'stale' AND OLD.status IN ('submitted', 'accepted') AND EXISTS ( SELECT 1
                        FROM corpus_membership m WHERE m.role = 'curator'
                        AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'by')::bigint )
                    AND ROW(NEW.passage_id, NEW.start, NEW."end", NEW.prefix, NEW.suffix, NEW.anchor_state,
                        NEW.claim_when_tagged_id, NEW.wording_when_tagged, NEW.claim_id, NEW.claim_wording,
                        NEW.stance, NEW.asserted_by_id, NEW.speech, NEW.held_by_id, NEW.certainty, NEW.directness,
                        NEW.translation, NEW.translation_kind, NEW.note) IS NOT DISTINCT FROM ROW(OLD.passage_id,
                        OLD.start, OLD."end", OLD.prefix, OLD.suffix, OLD.anchor_state, OLD.claim_when_tagged_id,
                        OLD.wording_when_tagged, OLD.claim_id, OLD.claim_wording, OLD.stance, OLD.asserted_by_id,
                        OLD.speech, OLD.held_by_id, OLD.certainty, OLD.directness, OLD.translation,
                        OLD.translation_kind, OLD.note) THEN
                    RETURN NEW;
                END IF;
                IF ( (ROW(NEW.passage_id, NEW.start, NEW."end", NEW.prefix, NEW.suffix, NEW.anchor_state,
                                NEW.claim_when_tagged_id, NEW.wording_when_tagged, NEW.stance, NEW.asserted_by_id,
                                NEW.speech, NEW.held_by_id, NEW.certainty, NEW.directness, NEW.translation,
                                NEW.translation_kind, NEW.note) IS NOT DISTINCT FROM ROW(OLD.passage_id, OLD.start,
                                OLD."end", OLD.prefix, OLD.suffix, OLD.anchor_state, OLD.claim_when_tagged_id,
                                OLD.wording_when_tagged, OLD.stance, OLD.asserted_by_id, OLD.speech, OLD.held_by_id,
                                OLD.certainty, OLD.directness, OLD.translation, OLD.translation_kind, OLD.note)
                            AND EXISTS ( SELECT 1 FROM annotate_claimmerge m JOIN annotate_claim t
                                ON t.id = m.target_id
                                WHERE (m.created_by_id = (NULLIF(current_setting('pghistory.context_metadata',
                                                true), '')::jsonb ->> 'by')::bigint
                                    AND m.made_at = CURRENT_TIMESTAMP AND m.source_id = OLD.claim_id
                                    AND m.target_id = NEW.claim_id)
                                OR (m.undone_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                            '')::jsonb ->> 'by')::bigint AND m.undone_at = CURRENT_TIMESTAMP
                                    AND OLD.claim_id IN (t.id, t.merged_into_id) AND NEW.claim_id = (
                                        SELECT COALESCE(c.merged_into_id, c.id) FROM annotate_claim c
                                        WHERE c.id = NEW.claim_when_tagged_id )) ))
                        OR (ROW(NEW.passage_id, NEW.start, NEW."end", NEW.prefix, NEW.suffix, NEW.anchor_state,
                                NEW.stance, NEW.asserted_by_id, NEW.speech, NEW.held_by_id, NEW.certainty,
                                NEW.directness, NEW.translation, NEW.translation_kind, NEW.note) IS NOT
                            DISTINCT FROM ROW(OLD.passage_id, OLD.start, OLD."end", OLD.prefix, OLD.suffix,
                                OLD.anchor_state, OLD.stance, OLD.asserted_by_id, OLD.speech, OLD.held_by_id,
                                OLD.certainty, OLD.directness, OLD.translation, OLD.translation_kind, OLD.note)
                            AND EXISTS ( SELECT 1 FROM annotate_splitchoice c JOIN annotate_claimsplit s
                                ON s.id = c.split_id JOIN annotate_splitpart p ON p.id = c.part_id
                                WHERE c.tag_id = OLD.id AND s.source_id = OLD.claim_id
                                AND NEW.claim_when_tagged_id = p.claim_id AND NEW.claim_id = (
                                    SELECT COALESCE(c.merged_into_id, c.id) FROM annotate_claim c
                                    WHERE c.id = NEW.claim_when_tagged_id )
                                AND s.closed_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint AND s.closed_at = CURRENT_TIMESTAMP )) )
                    OR (ROW(NEW.passage_id, NEW.start, NEW."end", NEW.prefix, NEW.suffix, NEW.anchor_state,
                            NEW.claim_when_tagged_id, NEW.wording_when_tagged, NEW.claim_id, NEW.claim_wording,
                            NEW.certainty, NEW.directness, NEW.translation, NEW.translation_kind, NEW.note) IS NOT
                        DISTINCT FROM ROW(OLD.passage_id, OLD.start, OLD."end", OLD.prefix, OLD.suffix,
                            OLD.anchor_state, OLD.claim_when_tagged_id, OLD.wording_when_tagged, OLD.claim_id,
                            OLD.claim_wording, OLD.certainty, OLD.directness, OLD.translation, OLD.translation_kind,
                            OLD.note) AND EXISTS ( SELECT 1 FROM annotate_agentmerge m JOIN corpus_agent t
                            ON t.id = m.target_id
                            WHERE ((m.created_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                            '')::jsonb ->> 'by')::bigint AND m.made_at = CURRENT_TIMESTAMP)
                                OR (m.undone_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                            '')::jsonb ->> 'by')::bigint AND m.undone_at = CURRENT_TIMESTAMP))
                            AND ARRAY[m.source_id, t.id, t.merged_into_id] && ARRAY[OLD.asserted_by_id,
                            OLD.held_by_id, NEW.asserted_by_id, NEW.held_by_id] )) THEN
                    RETURN NEW;
                END IF;
                IF COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'reason', '')
                    = '' OR NOT EXISTS ( SELECT 1 FROM corpus_passage p JOIN corpus_textversion v
                        ON v.id = p.text_version_id JOIN corpus_document d ON d.id = v.document_id
                        JOIN corpus_membership m ON m.collection_id = d.collection_id AND m.role = 'curator'
                        WHERE p.id = OLD.passage_id
                        AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'by')::bigint ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'tag_is_changed_by_its_author_or_a_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_is_changed_by_its_author_or_a_curator';
                END IF;
                RETURN NEW;
            """,
                    hash="b7a773fac9f8f324059cf8065d38f21b63c05f34",
                    operation="UPDATE",
                    pgid="pgtrigger_tag_is_changed_by_its_author_5d313",
                    table="annotate_tag",
                    when="BEFORE",
                ),
                add_trigger(
                    "tag",
                    "tag_counts_for_what_its_claim_became",
                    condition="""
                WHEN (NEW."claim_id" IS DISTINCT FROM (NEW."claim_when_tagged_id"))
            """,
                    constraint="CONSTRAINT",
                    func="""
                IF NEW.claim_id <> ( SELECT COALESCE(c.merged_into_id, c.id) FROM annotate_claim c
                        WHERE c.id = NEW.claim_when_tagged_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_counts_for_what_its_claim_became',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_counts_for_what_its_claim_became';
                END IF;
                RETURN NULL;
            """,
                    hash="1fbfbacbe8618a09b25ea9de36055eb62f68a8d9",
                    operation='INSERT OR UPDATE OF "claim_id", "claim_when_tagged_id"',
                    pgid="pgtrigger_tag_counts_for_what_its_claim_became_17ff8",
                    table="annotate_tag",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "tag_that_falls_takes_its_links_along",
                    condition="WHEN (NOT (NEW.\"status\" IN ('submitted', 'accepted')))",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_link l JOIN annotate_tag t
                        ON t.id IN (l.from_tag_id, l.to_tag_id) WHERE t.id = NEW.id
                        AND t.status NOT IN ('submitted', 'accepted')
                        AND l.status IN ('submitted', 'accepted') ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'live_link_joins_live_tags',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'live_link_joins_live_tags';
                END IF;
                RETURN NULL;
            """,
                    hash="c0b614e143872a93fd7429f14a8c0e09e742f590",
                    operation='UPDATE OF "status"',
                    pgid="pgtrigger_tag_that_falls_takes_its_links_along_918d6",
                    table="annotate_tag",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "corroborating_tags_stay_so",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_link l JOIN annotate_tag a ON a.id = l.from_tag_id
                        JOIN annotate_tag b ON b.id = l.to_tag_id WHERE NEW.id IN (a.id, b.id)
                        AND l.relation = 'corroborates' AND l.status IN ('submitted', 'accepted')
                        AND NOT (a.claim_id = b.claim_id AND a.asserted_by_id <> b.asserted_by_id AND COALESCE((CASE
                                    WHEN a.stance IN ('asserts', 'endorses') THEN '+'
                                    WHEN a.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END = CASE
                                    WHEN b.stance IN ('asserts', 'endorses') THEN '+'
                                    WHEN b.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END
                                    OR a.held_by_id = b.held_by_id), false)) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'corroborating_tags_stay_so',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'corroborating_tags_stay_so';
                END IF;
                RETURN NULL;
            """,
                    hash="8d74029de2ca6e8793dd2d7de6d9dfaefd7a2700",
                    operation="""
                UPDATE OF "claim_id", "asserted_by_id", "stance", "held_by_id"
            """,
                    pgid="pgtrigger_corroborating_tags_stay_so_7e720",
                    table="annotate_tag",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "tag_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'tag_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'tag_is_never_deleted';
            """,
                    hash="433b06625c6db339e0e1e073a88b1070e33b9057",
                    operation="DELETE",
                    pgid="pgtrigger_tag_is_never_deleted_75d1d",
                    table="annotate_tag",
                    when="BEFORE",
                ),
                add_trigger(
                    "tag",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_tagevent" ("anchor_state", "asserted_by_id", "certainty", "claim_id",
                        "claim_when_tagged_id", "claim_wording", "coded", "created_at", "created_by_id",
                        "directness", "end", "exact", "held_by_id", "id", "note", "passage_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "request_key", "revision", "speech",
                        "stale_reason", "stance", "start", "status", "status_before", "suffix", "translation",
                        "translation_kind", "uid", "wording_when_tagged")
                    VALUES (NEW."anchor_state", NEW."asserted_by_id", NEW."certainty", NEW."claim_id",
                        NEW."claim_when_tagged_id", NEW."claim_wording", NEW."coded", NEW."created_at",
                        NEW."created_by_id", NEW."directness", NEW."end", NEW."exact", NEW."held_by_id", NEW."id",
                        NEW."note", NEW."passage_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."prefix",
                        NEW."request_key", NEW."revision", NEW."speech", NEW."stale_reason", NEW."stance",
                        NEW."start", NEW."status", NEW."status_before", NEW."suffix", NEW."translation",
                        NEW."translation_kind", NEW."uid", NEW."wording_when_tagged");
                RETURN NULL;
            """,
                    hash="4db0a688aa8ff1f1f531615ebd6d4adcd9c1bbed",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e9fd",
                    table="annotate_tag",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_tagevent" ("anchor_state", "asserted_by_id", "certainty", "claim_id",
                        "claim_when_tagged_id", "claim_wording", "coded", "created_at", "created_by_id",
                        "directness", "end", "exact", "held_by_id", "id", "note", "passage_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "request_key", "revision", "speech",
                        "stale_reason", "stance", "start", "status", "status_before", "suffix", "translation",
                        "translation_kind", "uid", "wording_when_tagged")
                    VALUES (NEW."anchor_state", NEW."asserted_by_id", NEW."certainty", NEW."claim_id",
                        NEW."claim_when_tagged_id", NEW."claim_wording", NEW."coded", NEW."created_at",
                        NEW."created_by_id", NEW."directness", NEW."end", NEW."exact", NEW."held_by_id", NEW."id",
                        NEW."note", NEW."passage_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."prefix",
                        NEW."request_key", NEW."revision", NEW."speech", NEW."stale_reason", NEW."stance",
                        NEW."start", NEW."status", NEW."status_before", NEW."suffix", NEW."translation",
                        NEW."translation_kind", NEW."uid", NEW."wording_when_tagged");
                RETURN NULL;
            """,
                    hash="97cc73fbf48c534582fe12b86e6c4dca809943d8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79be1",
                    table="annotate_tag",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_tagevent" ("anchor_state", "asserted_by_id", "certainty", "claim_id",
                        "claim_when_tagged_id", "claim_wording", "coded", "created_at", "created_by_id",
                        "directness", "end", "exact", "held_by_id", "id", "note", "passage_id", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "request_key", "revision", "speech",
                        "stale_reason", "stance", "start", "status", "status_before", "suffix", "translation",
                        "translation_kind", "uid", "wording_when_tagged")
                    VALUES (OLD."anchor_state", OLD."asserted_by_id", OLD."certainty", OLD."claim_id",
                        OLD."claim_when_tagged_id", OLD."claim_wording", OLD."coded", OLD."created_at",
                        OLD."created_by_id", OLD."directness", OLD."end", OLD."exact", OLD."held_by_id", OLD."id",
                        OLD."note", OLD."passage_id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."prefix",
                        OLD."request_key", OLD."revision", OLD."speech", OLD."stale_reason", OLD."stance",
                        OLD."start", OLD."status", OLD."status_before", OLD."suffix", OLD."translation",
                        OLD."translation_kind", OLD."uid", OLD."wording_when_tagged");
                RETURN NULL;
            """,
                    hash="6555545a1af2ba511d63dc5a189da21dfc01cbaa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_042de",
                    table="annotate_tag",
                    when="AFTER",
                ),
                add_trigger(
                    "tag",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="2f43d0ddc3c865e03610bbb8eec4f36364895117",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_bcc55",
                    table="annotate_tag",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="splitchoice",
                    constraint=models.UniqueConstraint(
                        fields=("split", "tag"),
                        name="tag_belongs_to_one_part",
                        violation_error_message="Choose one part for each tag.",
                    ),
                ),
                add_trigger(
                    "splitchoice",
                    "part_is_chosen_by_who_may_change_the_tag",
                    func="""
                IF NEW.created_by_id IS DISTINCT FROM (NULLIF(current_setting('pghistory.context_metadata', true),
                            '')::jsonb ->> 'by')::bigint OR NOT EXISTS ( SELECT 1 FROM annotate_tag t
                        JOIN annotate_claimsplit s ON s.id = NEW.split_id AND s.source_id = t.claim_id
                        AND s.closed_at IS NULL JOIN annotate_splitpart p ON p.id = NEW.part_id
                        AND p.split_id = s.id JOIN corpus_passage place ON place.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = place.text_version_id JOIN corpus_document d
                        ON d.id = v.document_id WHERE t.id = NEW.tag_id
                        AND (t.created_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                    '')::jsonb ->> 'by')::bigint OR EXISTS ( SELECT 1 FROM corpus_membership m
                                WHERE m.role = 'curator' AND m.collection_id = d.collection_id
                                AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint )) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'part_is_chosen_by_who_may_change_the_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'part_is_chosen_by_who_may_change_the_tag';
                END IF;
                RETURN NEW;
            """,
                    hash="22e9c059bf4a4652667dd1ae2119c4c53d917511",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_part_is_chosen_by_who_may_change_the_tag_c6992",
                    table="annotate_splitchoice",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="remarkevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_re_pgh_obj_3e0bd2_idx"
                    ),
                ),
                add_trigger(
                    "remarkevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="0a420711e0aedd01441500d7d5c6cd58a5b5a623",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_4ace1",
                    table="annotate_remarkevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "remarkevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="6255240b0be86a4d104f4f43fedfd299a904b7e4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_3a0aa",
                    table="annotate_remarkevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="remark",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("link__isnull", True),
                                ("tag__isnull", False),
                            ),
                            models.Q(
                                ("claim__isnull", True),
                                ("document__isnull", True),
                                ("link__isnull", False),
                                ("tag__isnull", True),
                            ),
                            models.Q(
                                ("claim__isnull", False),
                                ("document__isnull", True),
                                ("link__isnull", True),
                                ("tag__isnull", True),
                            ),
                            models.Q(
                                ("claim__isnull", True),
                                ("document__isnull", False),
                                ("link__isnull", True),
                                ("tag__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="remark_has_one_target",
                        violation_error_message="A remark is about one thing.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="remark",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "agree"),
                            models.Q(("text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="remark_says_something",
                        violation_error_message="Say why, in a few words.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="remark",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("kind", "agree"), ("tag__isnull", False)),
                        fields=("created_by", "tag"),
                        name="person_agrees_once",
                        violation_error_message="You have already agreed with this tag.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="remark",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                            models.Q(
                                ("answered_at__isnull", False), ("answered_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="answered_remark_says_by_whom",
                        violation_error_message="An answered remark says who answered and when.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="remark",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["agree", "disagree", "question", "note"])),
                        name="remark_kind_is_known",
                        violation_error_message="Choose agree, disagree, question or note.",
                    ),
                ),
                add_trigger(
                    "remark",
                    "remark_text_never_changes",
                    condition="""
                WHEN (OLD."claim_id" IS DISTINCT FROM (NEW."claim_id")
                        OR OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."document_id" IS DISTINCT FROM (NEW."document_id")
                        OR OLD."kind" IS DISTINCT FROM (NEW."kind")
                        OR OLD."link_id" IS DISTINCT FROM (NEW."link_id")
                        OR OLD."tag_id" IS DISTINCT FROM (NEW."tag_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'remark_text_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'remark_text_never_changes';
            """,
                    hash="cda1a45e339d1044af08dffa97e20a3ad1bae482",
                    operation="UPDATE",
                    pgid="pgtrigger_remark_text_never_changes_a0c48",
                    table="annotate_remark",
                    when="BEFORE",
                ),
                add_trigger(
                    "remark",
                    "remark_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'remark_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'remark_is_never_deleted';
            """,
                    hash="e128648d5fd58916793a87145cd469927b0b5f26",
                    operation="DELETE",
                    pgid="pgtrigger_remark_is_never_deleted_88077",
                    table="annotate_remark",
                    when="BEFORE",
                ),
                add_trigger(
                    "remark",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_remarkevent" ("answered_at", "answered_by_id", "claim_id", "created_at",
                        "created_by_id", "document_id", "id", "kind", "link_id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "tag_id", "text", "uid")
                    VALUES (NEW."answered_at", NEW."answered_by_id", NEW."claim_id", NEW."created_at",
                        NEW."created_by_id", NEW."document_id", NEW."id", NEW."kind", NEW."link_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."tag_id", NEW."text", NEW."uid");
                RETURN NULL;
            """,
                    hash="44f630cf7044a0b23607561c896858d61ced77f1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_af8ff",
                    table="annotate_remark",
                    when="AFTER",
                ),
                add_trigger(
                    "remark",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_remarkevent" ("answered_at", "answered_by_id", "claim_id", "created_at",
                        "created_by_id", "document_id", "id", "kind", "link_id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "tag_id", "text", "uid")
                    VALUES (NEW."answered_at", NEW."answered_by_id", NEW."claim_id", NEW."created_at",
                        NEW."created_by_id", NEW."document_id", NEW."id", NEW."kind", NEW."link_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."tag_id", NEW."text", NEW."uid");
                RETURN NULL;
            """,
                    hash="c60cb995a14486fa732df2392a6ca8f9c12439bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e811",
                    table="annotate_remark",
                    when="AFTER",
                ),
                add_trigger(
                    "remark",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_remarkevent" ("answered_at", "answered_by_id", "claim_id", "created_at",
                        "created_by_id", "document_id", "id", "kind", "link_id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "tag_id", "text", "uid")
                    VALUES (OLD."answered_at", OLD."answered_by_id", OLD."claim_id", OLD."created_at",
                        OLD."created_by_id", OLD."document_id", OLD."id", OLD."kind", OLD."link_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."tag_id", OLD."text", OLD."uid");
                RETURN NULL;
            """,
                    hash="cee490ce58a030e390afe46e6355cd3128c8a443",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ca1c1",
                    table="annotate_remark",
                    when="AFTER",
                ),
                add_trigger(
                    "remark",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="d5bdcdb9ac248dc55ad6508a995a0701d4181609",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_0753a",
                    table="annotate_remark",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="linkevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_li_pgh_obj_24fdd2_idx"
                    ),
                ),
                add_trigger(
                    "linkevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="1480f20cc4bde85c2d46764fefa4c39515163739",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_c0a81",
                    table="annotate_linkevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "linkevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="a7942750df29d8f79eabb130f63204385620721b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_a032a",
                    table="annotate_linkevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("from_tag", models.F("to_tag")), _negated=True),
                        name="link_joins_two_tags",
                        violation_error_message="A tag cannot be linked to itself.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("relation__in", ("corroborates", "contradicts", "related")),
                                _negated=True,
                            ),
                            ("from_tag__lt", models.F("to_tag")),
                            _connector="OR",
                        ),
                        name="symmetric_link_is_stored_once",
                        violation_error_message="A link that reads the same both ways is stored once.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status__in", ("submitted", "accepted"))),
                        fields=("from_tag", "to_tag", "relation"),
                        name="link_is_made_once",
                        violation_error_message="These two tags are already linked in this way.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("relation__in", ("quotes", "derives_from")), _negated=True),
                            (
                                "relation__in",
                                [
                                    "corroborates",
                                    "contradicts",
                                    "supports",
                                    "challenges",
                                    "qualifies",
                                    "specifies",
                                    "quotes",
                                    "derives_from",
                                    "responds_to",
                                    "updates",
                                    "related",
                                ],
                            ),
                        ),
                        name="link_relation_is_made_by_hand",
                        violation_error_message="Choose a relation from the list; what is copied from where is recorded on the document, not as a link.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("rationale__length__gte", 10)),
                        name="link_says_why",
                        violation_error_message="Say why in at least 10 characters: a link always says why.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("strength__in", ["strong", "moderate", "weak"]),
                            ("directness__in", ["", "direct", "indirect"]),
                            (
                                "status__in",
                                ["submitted", "accepted", "rejected", "withdrawn", "stale"],
                            ),
                        ),
                        name="link_values_are_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="link",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("staled_by__isnull", True),
                            models.Q(
                                ("status", "stale"),
                                models.Q(
                                    ("staled_by", models.F("from_tag")),
                                    ("staled_by", models.F("to_tag")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="link_falls_with_one_of_its_tags",
                        violation_error_message="A link waits for one of its own two tags.",
                    ),
                ),
                add_trigger(
                    "link",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="86ebee6d14cd1fbb5aeb7d0d742e987415c4966b",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_ebb7e",
                    table="annotate_link",
                    when="BEFORE",
                ),
                add_trigger(
                    "link",
                    "link_joins_what_it_may",
                    declare="DECLARE a record; b record;",
                    func="""
                PERFORM 1 FROM annotate_tag WHERE id IN (NEW.from_tag_id, NEW.to_tag_id) ORDER BY id FOR SHARE;
                SELECT claim_id, stance, asserted_by_id, held_by_id, status INTO a FROM annotate_tag
                    WHERE id = NEW.from_tag_id;
                SELECT claim_id, stance, asserted_by_id, held_by_id, status INTO b FROM annotate_tag
                    WHERE id = NEW.to_tag_id;
                IF NEW.status NOT IN ('submitted', 'accepted') THEN
                    RETURN NEW;
                END IF;
                IF a.status NOT IN ('submitted', 'accepted') OR b.status NOT IN ('submitted', 'accepted') THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'live_link_joins_live_tags',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'live_link_joins_live_tags';
                END IF;
                IF NEW.relation = 'corroborates' THEN
                    IF a.claim_id <> b.claim_id THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'corroborating_tags_share_a_claim',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'corroborating_tags_share_a_claim';
                    END IF;
                    IF a.asserted_by_id = b.asserted_by_id THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'corroborating_tags_have_two_voices',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'corroborating_tags_have_two_voices';
                    END IF;
                    IF NOT COALESCE((CASE WHEN a.stance IN ('asserts', 'endorses') THEN '+'
                                WHEN a.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END = CASE
                                WHEN b.stance IN ('asserts', 'endorses') THEN '+'
                                WHEN b.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END
                                OR a.held_by_id = b.held_by_id), false) THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'corroborating_tags_agree',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'corroborating_tags_agree';
                    END IF;
                END IF;
                RETURN NEW;
            """,
                    hash="c0f9778cae9bf96b4986b4e7e7c4dcfa90b37175",
                    operation="""
                INSERT OR UPDATE OF "from_tag_id", "to_tag_id", "relation", "status"
            """,
                    pgid="pgtrigger_link_joins_what_it_may_6ac38",
                    table="annotate_link",
                    when="BEFORE",
                ),
                add_trigger(
                    "link",
                    "link_is_changed_by_its_author",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                IF (NEW.uid, NEW.created_by_id, NEW.created_at, NEW.from_tag_id, NEW.to_tag_id) IS DISTINCT FROM
                    (OLD.uid, OLD.created_by_id, OLD.created_at, OLD.from_tag_id, OLD.to_tag_id)
                    AND NOT (NEW.from_tag_id = OLD.to_tag_id AND NEW.to_tag_id = OLD.from_tag_id
                        AND (NEW.uid, NEW.created_by_id, NEW.created_at) = (OLD.uid, OLD.created_by_id,
                            OLD.created_at)) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'link_keeps_its_ends',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'link_keeps_its_ends';
                END IF;
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint IS NULL
                    THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'change_of_a_link_names_its_person',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'change_of_a_link_names_its_person';
                END IF;
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint =
                    OLD.created_by_id THEN
                    RETURN NEW;
                END IF;
                IF (NEW.relation, NEW.rationale, NEW.strength, NEW.directness, NEW.from_tag_id) = (OLD.relation,
                        OLD.rationale, OLD.strength, OLD.directness, OLD.from_tag_id) THEN
                    IF NEW.status = 'stale' AND OLD.status = 'stale' THEN
                        RETURN NEW;
                    END IF;
                    IF NEW.status = 'stale' AND OLD.status IN ('submitted', 'accepted') AND EXISTS ( SELECT 1
                            FROM annotate_tag a, annotate_tag b WHERE a.id = NEW.from_tag_id
                            AND b.id = NEW.to_tag_id AND NOT (a.status IN ('submitted', 'accepted')
                                AND b.status IN ('submitted', 'accepted') AND (NEW.relation <> 'corroborates'
                                    OR (a.claim_id = b.claim_id AND a.asserted_by_id <> b.asserted_by_id
                                        AND COALESCE((CASE WHEN a.stance IN ('asserts', 'endorses') THEN '+'
                                                WHEN a.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END = CASE
                                                WHEN b.stance IN ('asserts', 'endorses') THEN '+'
                                                WHEN b.stance IN ('denies', 'rejects') THEN '-' ELSE '?' END
                                                OR a.held_by_id = b.held_by_id), false)))) ) THEN
                        RETURN NEW;
                    END IF;
                    IF OLD.status = 'stale' AND OLD.staled_by_id IS NOT NULL
                        AND NEW.status = COALESCE(NULLIF(OLD.status_before, ''), 'submitted') AND EXISTS (SELECT 1
                            FROM annotate_tag t WHERE t.id = OLD.staled_by_id
                            AND t.status IN ('submitted', 'accepted')) THEN
                        RETURN NEW;
                    END IF;
                    IF OLD.status = 'stale' AND NEW.status = COALESCE(NULLIF(OLD.status_before, ''), 'submitted')
                        AND OLD.fell_at_revision = OLD.revision AND (EXISTS (SELECT 1 FROM annotate_agentmerge m
                                WHERE m.undone_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint AND m.undone_at = CURRENT_TIMESTAMP) OR EXISTS
                            (SELECT 1 FROM annotate_claimmerge m
                                WHERE m.undone_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                        '')::jsonb ->> 'by')::bigint AND m.undone_at = CURRENT_TIMESTAMP)) THEN
                        RETURN NEW;
                    END IF;
                END IF;
                IF COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'reason', '')
                    = '' OR NOT 2 = ( SELECT count(*) FROM annotate_tag t JOIN corpus_passage p
                        ON p.id = t.passage_id JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id JOIN corpus_membership m
                        ON m.collection_id = d.collection_id AND m.role = 'curator'
                        WHERE t.id IN (OLD.from_tag_id, OLD.to_tag_id)
                        AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'by')::bigint ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'link_is_changed_by_its_author_or_a_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'link_is_changed_by_its_author_or_a_curator';
                END IF;
                RETURN NEW;
            """,
                    hash="79d54a5acf8e4a203ca36742876d71ca78809f2d",
                    operation="UPDATE",
                    pgid="pgtrigger_link_is_changed_by_its_author_71c62",
                    table="annotate_link",
                    when="BEFORE",
                ),
                add_trigger(
                    "link",
                    "link_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'link_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'link_is_never_deleted';
            """,
                    hash="d986af4404c05b6e0fff78a39bac05308c077de9",
                    operation="DELETE",
                    pgid="pgtrigger_link_is_never_deleted_91fe9",
                    table="annotate_link",
                    when="BEFORE",
                ),
                add_trigger(
                    "link",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_linkevent" ("created_at", "created_by_id", "directness", "fell_at_revision",
                        "from_tag_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "rationale", "relation", "revision", "staled_by_id", "status", "status_before", "strength",
                        "to_tag_id", "uid")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."directness", NEW."fell_at_revision",
                        NEW."from_tag_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."rationale",
                        NEW."relation", NEW."revision", NEW."staled_by_id", NEW."status", NEW."status_before",
                        NEW."strength", NEW."to_tag_id", NEW."uid");
                RETURN NULL;
            """,
                    hash="f4919acc4f60f3795b356c6476a2a6a116b1c22b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf03d",
                    table="annotate_link",
                    when="AFTER",
                ),
                add_trigger(
                    "link",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_linkevent" ("created_at", "created_by_id", "directness", "fell_at_revision",
                        "from_tag_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "rationale", "relation", "revision", "staled_by_id", "status", "status_before", "strength",
                        "to_tag_id", "uid")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."directness", NEW."fell_at_revision",
                        NEW."from_tag_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."rationale",
                        NEW."relation", NEW."revision", NEW."staled_by_id", NEW."status", NEW."status_before",
                        NEW."strength", NEW."to_tag_id", NEW."uid");
                RETURN NULL;
            """,
                    hash="de4b655e8da06f1307454e9995f8142cf7ad9319",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ae66c",
                    table="annotate_link",
                    when="AFTER",
                ),
                add_trigger(
                    "link",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_linkevent" ("created_at", "created_by_id", "directness", "fell_at_revision",
                        "from_tag_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "rationale", "relation", "revision", "staled_by_id", "status", "status_before", "strength",
                        "to_tag_id", "uid")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."directness", OLD."fell_at_revision",
                        OLD."from_tag_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."rationale",
                        OLD."relation", OLD."revision", OLD."staled_by_id", OLD."status", OLD."status_before",
                        OLD."strength", OLD."to_tag_id", OLD."uid");
                RETURN NULL;
            """,
                    hash="c0ee49f77851e26a6b2cf5d66e3cefbe54b86386",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4a68c",
                    table="annotate_link",
                    when="AFTER",
                ),
                add_trigger(
                    "link",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="477b5cb46849a021f7167715efa4d261cc0ca0ca",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_f3869",
                    table="annotate_link",
                    when="BEFORE",
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
                add_trigger(
                    "briefitemevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="085a646f0bb8b940c4e939d75628ebf4fdcd586d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_c8b40",
                    table="annotate_briefitemevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "briefitemevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="c6039fc9497e57c015a66e8e061d1de2dc03b25d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_3c1d5",
                    table="annotate_briefitemevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("brief", "position"),
                        name="parts_of_a_brief_stand_in_order",
                        violation_error_message="Two parts of a brief cannot be in the same place.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "claim"),
                        name="brief_holds_a_claim_once",
                        violation_error_message="This claim is already in the brief.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="briefitem",
                    constraint=models.UniqueConstraint(
                        fields=("brief", "tag"),
                        name="brief_holds_a_quote_once",
                        violation_error_message="This quote is already in the brief.",
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
                add_trigger(
                    "briefitem",
                    "brief_holds_what_its_members_may_see",
                    func="""
                IF EXISTS ( SELECT 1 FROM annotate_brief b, corpus_collection k WHERE b.id = NEW.brief_id
                        AND k.id <> b.collection_id AND k.access <> 'open' AND k.id IN ( (SELECT c.home_id
                                FROM annotate_claim c WHERE c.id = NEW.claim_id), (SELECT d.collection_id
                                FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                                JOIN corpus_textversion v ON v.id = p.text_version_id JOIN corpus_document d
                                ON d.id = v.document_id WHERE t.id = NEW.tag_id) ) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'brief_holds_what_its_members_may_see',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'brief_holds_what_its_members_may_see';
                END IF;
                RETURN NEW;
            """,
                    hash="b37a324695574ff4d3c6153c75785fe59944f4a6",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_brief_holds_what_its_members_may_see_3373a",
                    table="annotate_briefitem",
                    when="BEFORE",
                ),
                add_trigger(
                    "briefitem",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id",
                        "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "position", "tag_id", "text")
                    VALUES (NEW."brief_id", NEW."claim_id", NEW."created_at", NEW."created_by_id", NEW."id",
                        NEW."kind", NEW."omits_against",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."position", NEW."tag_id", NEW."text");
                RETURN NULL;
            """,
                    hash="6242b75db2d1a1acd86e543a93c703fc78fa31fb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5403",
                    table="annotate_briefitem",
                    when="AFTER",
                ),
                add_trigger(
                    "briefitem",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id",
                        "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "position", "tag_id", "text")
                    VALUES (NEW."brief_id", NEW."claim_id", NEW."created_at", NEW."created_by_id", NEW."id",
                        NEW."kind", NEW."omits_against",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."position", NEW."tag_id", NEW."text");
                RETURN NULL;
            """,
                    hash="29398a3d362a39dd09286bd0ce6c5750e801e188",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e04a7",
                    table="annotate_briefitem",
                    when="AFTER",
                ),
                add_trigger(
                    "briefitem",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_briefitemevent" ("brief_id", "claim_id", "created_at", "created_by_id", "id",
                        "kind", "omits_against", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id",
                        "position", "tag_id", "text")
                    VALUES (OLD."brief_id", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."id",
                        OLD."kind", OLD."omits_against",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."position", OLD."tag_id", OLD."text");
                RETURN NULL;
            """,
                    hash="62d921a6f2b7a3036c82fb814ea73aae0fcc0704",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5e626",
                    table="annotate_briefitem",
                    when="AFTER",
                ),
                add_trigger(
                    "briefitem",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="0495416e0a6a67c4cedbc4fc54505388c35806dd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_7e855",
                    table="annotate_briefitem",
                    when="BEFORE",
                ),
                add_trigger(
                    "countedtag",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT NEW.claim_id UNION SELECT OLD.claim_id) AS concerned (id) WHERE id IS NOT NULL
                    ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="364f05775cdbcea7616e5a483d9bd7a25322dbb3",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_05895",
                    table="annotate_tag",
                    when="AFTER",
                ),
                migrations.AddConstraint(
                    model_name="tagderivation",
                    constraint=models.UniqueConstraint(
                        fields=("tag", "upstream", "kind"),
                        name="tag_derivation_is_said_once",
                        violation_error_message="This source is already recorded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tagderivation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "verbatim_quote",
                                    "altered_quote",
                                    "paraphrase",
                                    "press_release_of",
                                    "summary_of",
                                    "translation_of",
                                    "reprint_of",
                                    "reports_on",
                                ],
                            )
                        ),
                        name="tag_derivation_kind_is_known",
                        violation_error_message="Choose how it was copied.",
                    ),
                ),
                add_trigger(
                    "tagderivation",
                    "tag_source_is_named_by_who_may_change_the_tag",
                    declare="DECLARE said record; at record;",
                    func="""
                IF TG_OP = 'DELETE' THEN
                    said := OLD;
                ELSE
                    said := NEW;
                END IF;
                IF TG_OP = 'UPDATE' AND NEW.tag_id <> OLD.tag_id THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'tag_source_is_named_by_who_may_change_the_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_source_is_named_by_who_may_change_the_tag';
                END IF;
                SELECT t.created_by_id, d.id, d.collection_id INTO at FROM annotate_tag t JOIN corpus_passage p
                    ON p.id = t.passage_id JOIN corpus_textversion v ON v.id = p.text_version_id
                    JOIN corpus_document d ON d.id = v.document_id WHERE t.id = said.tag_id;
                IF TG_OP <> 'DELETE' AND at.id = said.upstream_id THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_does_not_copy_itself',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_does_not_copy_itself';
                END IF;
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint IS
                    DISTINCT FROM at.created_by_id
                    AND (COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'reason', '') = '' OR NOT EXISTS ( SELECT 1 FROM corpus_membership m
                            WHERE m.role = 'curator' AND m.collection_id = at.collection_id
                            AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb
                                ->> 'by')::bigint )) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'tag_source_is_named_by_who_may_change_the_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_source_is_named_by_who_may_change_the_tag';
                END IF;
                RETURN said;
            """,
                    hash="e0733e5618f2dcc75e2152d80d33c3a1b79a1b3a",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="""
                pgtrigger_tag_source_is_named_by_who_may_change_the_tag_5450f
            """,
                    table="annotate_tagderivation",
                    when="BEFORE",
                ),
                add_trigger(
                    "tagderivation",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_tagderivationevent" ("created_at", "created_by_id", "evidence_quote", "id",
                        "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id", "upstream_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."evidence_quote", NEW."id", NEW."kind",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."tag_id", NEW."upstream_id");
                RETURN NULL;
            """,
                    hash="e67949bfe7b9058913802ea6573a5f13094d536a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d04d0",
                    table="annotate_tagderivation",
                    when="AFTER",
                ),
                add_trigger(
                    "tagderivation",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_tagderivationevent" ("created_at", "created_by_id", "evidence_quote", "id",
                        "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id", "upstream_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."evidence_quote", NEW."id", NEW."kind",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."tag_id", NEW."upstream_id");
                RETURN NULL;
            """,
                    hash="5ca86acc27c13e0ab23ade3337346d0b996438d4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0db3d",
                    table="annotate_tagderivation",
                    when="AFTER",
                ),
                add_trigger(
                    "tagderivation",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_tagderivationevent" ("created_at", "created_by_id", "evidence_quote", "id",
                        "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "tag_id", "upstream_id")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."evidence_quote", OLD."id", OLD."kind",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."tag_id", OLD."upstream_id");
                RETURN NULL;
            """,
                    hash="c9d61ee60e9c24fc628ee62a8c20c43456013faf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_517a6",
                    table="annotate_tagderivation",
                    when="AFTER",
                ),
                add_trigger(
                    "tagderivation",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="cb9ca9d0bb3824ec6879460c3b7e1e2fcca3ac2b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_5b6ab",
                    table="annotate_tagderivation",
                    when="BEFORE",
                ),
                add_trigger(
                    "countedtagderivation",
                    "changes_counts",
                    func="""
                INSERT INTO annotate_countchange (claim_id, transaction) SELECT id, pg_current_xact_id() FROM
                    (SELECT claim_id FROM annotate_tag WHERE id = NEW.tag_id UNION SELECT claim_id FROM annotate_tag
                        WHERE id = OLD.tag_id) AS concerned (id) WHERE id IS NOT NULL ON CONFLICT DO NOTHING;
                RETURN NULL;
            """,
                    hash="2417a2b9ae49a1d3f378e5179732c32017dbfbe5",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_changes_counts_9360b",
                    table="annotate_tagderivation",
                    when="AFTER",
                ),
                migrations.AddIndex(
                    model_name="tagderivationevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ta_pgh_obj_494729_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="tagderivationevent",
                    index=models.Index(
                        fields=["tag", "pgh_id"], name="annotate_ta_tag_id_84ee28_idx"
                    ),
                ),
                add_trigger(
                    "tagderivationevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="a381a44ecfefe7c77ef54b690ca38fdf6daf3316",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_ac66e",
                    table="annotate_tagderivationevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "tagderivationevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="c4b8ff3179b8ca2bd2994c6677c52028e3375adf",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_bfa48",
                    table="annotate_tagderivationevent",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="tagevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ta_pgh_obj_477b2d_idx"
                    ),
                ),
                add_trigger(
                    "tagevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="910fe8b895b2ec4147cae004d0ffe0de4536a9a8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_36d78",
                    table="annotate_tagevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "tagevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="f9a2d6e520b4de71b661edfa0b6c65f6a1ce1d2d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_1e579",
                    table="annotate_tagevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="tagprovision",
                    constraint=models.UniqueConstraint(
                        fields=("tag", "provision", "role"),
                        name="tag_names_a_provision_once",
                        violation_error_message="The tag already names this provision.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tagprovision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("basis__in", ["named", "principle", "inferred"]),
                            ("role__in", ["violated", "complied_with", "invoked", "at_issue"]),
                        ),
                        name="tag_provision_is_known",
                        violation_error_message="Choose how the tag engages the provision.",
                    ),
                ),
                add_trigger(
                    "tagprovision",
                    "tag_provision_is_said_by_who_may_change_the_tag",
                    declare="DECLARE about bigint;",
                    func="""
                about := CASE WHEN TG_OP = 'DELETE' THEN OLD.tag_id ELSE NEW.tag_id END;
                IF TG_OP = 'UPDATE' AND NEW.tag_id <> OLD.tag_id THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'tag_provision_is_said_by_who_may_change_the_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_provision_is_said_by_who_may_change_the_tag';
                END IF;
                IF NOT EXISTS ( SELECT 1 FROM annotate_tag t JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id JOIN corpus_document d
                        ON d.id = v.document_id WHERE t.id = about
                        AND (t.created_by_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                    '')::jsonb ->> 'by')::bigint
                            OR ( COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                                    'reason', '') <> '' AND EXISTS ( SELECT 1 FROM corpus_membership m
                                    WHERE m.role = 'curator' AND m.collection_id = d.collection_id
                                    AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true),
                                            '')::jsonb ->> 'by')::bigint ) )) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT =
                        'tag_provision_is_said_by_who_may_change_the_tag',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'tag_provision_is_said_by_who_may_change_the_tag';
                END IF;
                RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            """,
                    hash="89376fb2c7ce2ab87b256694fe124cb1dc71248c",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="""
                pgtrigger_tag_provision_is_said_by_who_may_change_the_tag_48331
            """,
                    table="annotate_tagprovision",
                    when="BEFORE",
                ),
                add_trigger(
                    "tagprovision",
                    "insert_insert",
                    func="""
                INSERT INTO "annotate_tagprovisionevent" ("basis", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "role",
                        "tag_id")
                    VALUES (NEW."basis", NEW."created_at", NEW."created_by_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."provision_id", NEW."role", NEW."tag_id");
                RETURN NULL;
            """,
                    hash="9b550605f2eaec25621e05273e9a608c471585b2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_63e28",
                    table="annotate_tagprovision",
                    when="AFTER",
                ),
                add_trigger(
                    "tagprovision",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "annotate_tagprovisionevent" ("basis", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "role",
                        "tag_id")
                    VALUES (NEW."basis", NEW."created_at", NEW."created_by_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."provision_id", NEW."role", NEW."tag_id");
                RETURN NULL;
            """,
                    hash="e0522dc612644028a1ddfa3a7d99e302278a988e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_95c46",
                    table="annotate_tagprovision",
                    when="AFTER",
                ),
                add_trigger(
                    "tagprovision",
                    "delete_delete",
                    func="""
                INSERT INTO "annotate_tagprovisionevent" ("basis", "created_at", "created_by_id", "id",
                        "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provision_id", "role",
                        "tag_id")
                    VALUES (OLD."basis", OLD."created_at", OLD."created_by_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."provision_id", OLD."role", OLD."tag_id");
                RETURN NULL;
            """,
                    hash="68cc1f7bdf7c9152470265cbe988f0a7019dd721",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b62d0",
                    table="annotate_tagprovision",
                    when="AFTER",
                ),
                add_trigger(
                    "tagprovision",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="b9e9864b14d8296db8d9c3b915f3ab769252add8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_3a8ef",
                    table="annotate_tagprovision",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="tagprovisionevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="annotate_ta_pgh_obj_bec390_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="tagprovisionevent",
                    index=models.Index(
                        fields=["tag", "pgh_id"], name="annotate_ta_tag_id_4177a8_idx"
                    ),
                ),
                add_trigger(
                    "tagprovisionevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="94fddc37b169575629fa7f0a9428a9424430d5fc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_998dd",
                    table="annotate_tagprovisionevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "tagprovisionevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="dcce6e66ca527d9f5648c5e61233fd59212160f6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_5c08c",
                    table="annotate_tagprovisionevent",
                    when="BEFORE",
                ),
            ]
        ),
    ]
