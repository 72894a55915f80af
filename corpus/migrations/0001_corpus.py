"""The tables, rules and histories of documents, passages and who speaks."""

import datetime
import uuid

import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.utils.timezone
import pghistory.utils
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models

import corpus.revisions
from corpus.migrating import AtOnce, add_trigger

# Which kinds of passage can be tagged, for every trigger that asks.
IS_TAGGABLE = """
CREATE FUNCTION corpus_is_taggable(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kind IN (
    'title', 'heading', 'paragraph', 'list_item', 'block_quote', 'note', 'caption', 'table_row'
)
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(IS_TAGGABLE, "DROP FUNCTION corpus_is_taggable"),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                ("display_name", models.CharField(blank=True, max_length=150, verbose_name="name")),
                (
                    "pseudonym",
                    models.CharField(
                        help_text="What exports show instead of the name.",
                        max_length=80,
                        verbose_name="pseudonym",
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=35),
                        blank=True,
                        default=list,
                        verbose_name="languages",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Agent",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "disambiguation",
                    models.CharField(
                        blank=True,
                        help_text="Only when two have the same name.",
                        max_length=120,
                        verbose_name="told apart by",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("active", "active"),
                            ("merged", "merged"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "person"),
                            ("state", "state"),
                            ("state_body", "body of a state"),
                            ("igo", "intergovernmental organization"),
                            ("igo_organ", "organ of an intergovernmental organization"),
                            ("treaty_body", "treaty body"),
                            ("special_procedure", "special procedure"),
                            ("court", "court"),
                            ("ngo", "non-governmental organization"),
                            ("media", "media"),
                            ("academic", "academic"),
                            ("company", "company"),
                            ("armed_group", "armed group"),
                            ("office", "office"),
                            ("group", "group"),
                            ("unknown", "not known yet"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Separated by commas. They find the agent, also in a text.",
                        verbose_name="other names",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "acts_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spoken_for_by",
                        to="corpus.agent",
                        verbose_name="speaks for",
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
                    "independence_parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="corpus.agent",
                        verbose_name="not counted apart from",
                    ),
                ),
                (
                    "members",
                    models.ManyToManyField(
                        blank=True, related_name="groups", to="corpus.agent", verbose_name="members"
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
                        to="corpus.agent",
                    ),
                ),
            ],
            options={
                "verbose_name": "agent",
                "verbose_name_plural": "agents",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Collection",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="short name")),
                ("description", models.TextField(blank=True, verbose_name="description")),
                (
                    "access",
                    models.CharField(
                        choices=[
                            ("open", "open to everybody who is signed in"),
                            ("members", "members only"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="who may read",
                    ),
                ),
                (
                    "review_required",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="review required"
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
                "verbose_name": "collection",
                "verbose_name_plural": "collections",
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="AgentEvent",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "disambiguation",
                    models.CharField(
                        blank=True,
                        help_text="Only when two have the same name.",
                        max_length=120,
                        verbose_name="told apart by",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("active", "active"),
                            ("merged", "merged"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "person"),
                            ("state", "state"),
                            ("state_body", "body of a state"),
                            ("igo", "intergovernmental organization"),
                            ("igo_organ", "organ of an intergovernmental organization"),
                            ("treaty_body", "treaty body"),
                            ("special_procedure", "special procedure"),
                            ("court", "court"),
                            ("ngo", "non-governmental organization"),
                            ("media", "media"),
                            ("academic", "academic"),
                            ("company", "company"),
                            ("armed_group", "armed group"),
                            ("office", "office"),
                            ("group", "group"),
                            ("unknown", "not known yet"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=80, verbose_name="country")),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Separated by commas. They find the agent, also in a text.",
                        verbose_name="other names",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "acts_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="speaks for",
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
                    "independence_parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="not counted apart from",
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
                        to="corpus.agent",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Document",
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
                ("title", models.CharField(max_length=500, verbose_name="title")),
                (
                    "title_translated",
                    models.CharField(blank=True, max_length=500, verbose_name="title in English"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statement", "statement"),
                            ("explanation_of_vote", "explanation of vote"),
                            ("press_release", "press release"),
                            ("report", "report"),
                            ("resolution", "resolution"),
                            ("treaty", "treaty"),
                            ("judgment", "judgment"),
                            ("concluding_observations", "concluding observations"),
                            ("communication", "communication"),
                            ("state_reply", "reply by a state"),
                            ("news", "news"),
                            ("testimony", "testimony"),
                            ("legislation", "legislation"),
                            ("web_page", "web page"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "speaker_capacity",
                    models.CharField(blank=True, max_length=200, verbose_name="speaks as"),
                ),
                ("uttered_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                (
                    "uttered_precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("year", "year"),
                            ("estimate", "estimate"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="how exact the date is",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="published on"),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="For example en, ru, zh-Hans, ug.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "symbol",
                    models.CharField(blank=True, max_length=80, verbose_name="document symbol"),
                ),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="address")),
                (
                    "archive_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="archived at"),
                ),
                (
                    "retrieved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="retrieved at"),
                ),
                ("licence", models.CharField(blank=True, max_length=300, verbose_name="licence")),
                (
                    "licence_status",
                    models.CharField(
                        choices=[
                            ("known", "known"),
                            ("restricted", "restricted"),
                            ("unknown", "not known yet"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="licence is",
                    ),
                ),
                (
                    "holding",
                    models.CharField(
                        choices=[("held", "held here"), ("external", "cited, not held")],
                        default="held",
                        editable=False,
                        max_length=10,
                        verbose_name="holding",
                    ),
                ),
                (
                    "capture_quality",
                    models.CharField(
                        choices=[
                            ("complete", "complete"),
                            ("partial", "partial"),
                            ("error", "failed"),
                        ],
                        default="complete",
                        max_length=10,
                        verbose_name="capture",
                    ),
                ),
                (
                    "original_file",
                    models.FileField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        upload_to="%Y",
                        verbose_name="original file",
                    ),
                ),
                ("original_sha256", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "provenance_reviewed",
                    models.BooleanField(default=False, verbose_name="provenance reviewed"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("intake", "being prepared"),
                            ("ready", "ready"),
                            ("withdrawn", "withdrawn"),
                            ("hidden", "hidden"),
                        ],
                        default="intake",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "sort_on",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            "uttered_on",
                            "published_on",
                            models.Value(datetime.date(1, 1, 1), output_field=models.DateField()),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose words these are, unless a passage says otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="corpus.agent",
                        verbose_name="author",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
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
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                        verbose_name="publisher",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ("-sort_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Derivation",
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivations",
                        to="corpus.document",
                    ),
                ),
                (
                    "upstream",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downstream",
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
            name="DocumentEvent",
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
                ("title", models.CharField(max_length=500, verbose_name="title")),
                (
                    "title_translated",
                    models.CharField(blank=True, max_length=500, verbose_name="title in English"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statement", "statement"),
                            ("explanation_of_vote", "explanation of vote"),
                            ("press_release", "press release"),
                            ("report", "report"),
                            ("resolution", "resolution"),
                            ("treaty", "treaty"),
                            ("judgment", "judgment"),
                            ("concluding_observations", "concluding observations"),
                            ("communication", "communication"),
                            ("state_reply", "reply by a state"),
                            ("news", "news"),
                            ("testimony", "testimony"),
                            ("legislation", "legislation"),
                            ("web_page", "web page"),
                            ("other", "other"),
                        ],
                        default="other",
                        max_length=30,
                        verbose_name="kind",
                    ),
                ),
                (
                    "speaker_capacity",
                    models.CharField(blank=True, max_length=200, verbose_name="speaks as"),
                ),
                ("uttered_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                (
                    "uttered_precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("year", "year"),
                            ("estimate", "estimate"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="how exact the date is",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="published on"),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="For example en, ru, zh-Hans, ug.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                (
                    "symbol",
                    models.CharField(blank=True, max_length=80, verbose_name="document symbol"),
                ),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="address")),
                (
                    "archive_url",
                    models.URLField(blank=True, max_length=1000, verbose_name="archived at"),
                ),
                (
                    "retrieved_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="retrieved at"),
                ),
                ("licence", models.CharField(blank=True, max_length=300, verbose_name="licence")),
                (
                    "licence_status",
                    models.CharField(
                        choices=[
                            ("known", "known"),
                            ("restricted", "restricted"),
                            ("unknown", "not known yet"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="licence is",
                    ),
                ),
                (
                    "holding",
                    models.CharField(
                        choices=[("held", "held here"), ("external", "cited, not held")],
                        default="held",
                        editable=False,
                        max_length=10,
                        verbose_name="holding",
                    ),
                ),
                (
                    "capture_quality",
                    models.CharField(
                        choices=[
                            ("complete", "complete"),
                            ("partial", "partial"),
                            ("error", "failed"),
                        ],
                        default="complete",
                        max_length=10,
                        verbose_name="capture",
                    ),
                ),
                (
                    "original_file",
                    models.FileField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        upload_to="%Y",
                        verbose_name="original file",
                    ),
                ),
                ("original_sha256", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "provenance_reviewed",
                    models.BooleanField(default=False, verbose_name="provenance reviewed"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("intake", "being prepared"),
                            ("ready", "ready"),
                            ("withdrawn", "withdrawn"),
                            ("hidden", "hidden"),
                        ],
                        default="intake",
                        editable=False,
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Whose words these are, unless a passage says otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="author",
                    ),
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
                        to="corpus.document",
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="publisher",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GroupMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "from_agent",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                    ),
                ),
                (
                    "to_agent",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
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
            name="Membership",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("reader", "reader"),
                            ("reviewer", "reviewer"),
                            ("curator", "curator"),
                        ],
                        max_length=10,
                        verbose_name="role",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="corpus.collection",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ("collection", "user"),
            },
        ),
        migrations.CreateModel(
            name="Passage",
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
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("ordinal", models.PositiveIntegerField(verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "title"),
                            ("heading", "heading"),
                            ("byline", "byline"),
                            ("dateline", "dateline"),
                            ("paragraph", "paragraph"),
                            ("list_item", "list item"),
                            ("block_quote", "block quote"),
                            ("quote_attribution", "who is quoted"),
                            ("note", "note"),
                            ("caption", "caption"),
                            ("table_row", "table row"),
                            ("boilerplate", "boilerplate"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("text", models.TextField(verbose_name="text")),
                ("marker", models.CharField(blank=True, max_length=32, verbose_name="list marker")),
                (
                    "speaker_capacity",
                    models.CharField(blank=True, max_length=200, verbose_name="speaks as"),
                ),
                ("uttered_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                ("page", models.CharField(blank=True, max_length=20, verbose_name="page")),
                (
                    "altered",
                    models.BooleanField(
                        default=False,
                        help_text="Brackets or omissions.",
                        verbose_name="altered when quoted",
                    ),
                ),
                ("flag", models.CharField(blank=True, max_length=200, verbose_name="flag")),
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
                    "lead_in",
                    models.ForeignKey(
                        blank=True,
                        help_text="The line a list item belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="corpus.passage",
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "quote_source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quoted_in",
                        to="corpus.document",
                        verbose_name="taken from",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="corpus.agent",
                        verbose_name="speaker",
                    ),
                ),
                (
                    "voice",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the document's author.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="corpus.agent",
                        verbose_name="whose words",
                    ),
                ),
            ],
            options={
                "verbose_name": "passage",
                "verbose_name_plural": "passages",
                "ordering": ("text_version", "ordinal"),
            },
        ),
        migrations.CreateModel(
            name="DerivationEvent",
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
                        to="corpus.derivation",
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
                (
                    "passage",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.passage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TextVersion",
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
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("text", models.TextField(verbose_name="text")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("paste", "pasted"),
                            ("text", "text file"),
                            ("html_extract", "taken from HTML"),
                            ("pdf_extract", "taken from PDF"),
                            ("docx_extract", "taken from Word"),
                            ("ocr", "read by OCR"),
                            ("correction", "correction"),
                        ],
                        max_length=20,
                        verbose_name="came by",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("is_current", models.BooleanField(default=True, verbose_name="current")),
                ("cuts", models.PositiveIntegerField(default=0, editable=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="corpus.document",
                    ),
                ),
            ],
            options={
                "verbose_name": "text version",
                "verbose_name_plural": "text versions",
            },
        ),
        migrations.CreateModel(
            name="PassageEvent",
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
                ("revision", corpus.revisions.RevisionField(default=1, editable=False)),
                ("ordinal", models.PositiveIntegerField(verbose_name="number")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "title"),
                            ("heading", "heading"),
                            ("byline", "byline"),
                            ("dateline", "dateline"),
                            ("paragraph", "paragraph"),
                            ("list_item", "list item"),
                            ("block_quote", "block quote"),
                            ("quote_attribution", "who is quoted"),
                            ("note", "note"),
                            ("caption", "caption"),
                            ("table_row", "table row"),
                            ("boilerplate", "boilerplate"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("text", models.TextField(verbose_name="text")),
                ("marker", models.CharField(blank=True, max_length=32, verbose_name="list marker")),
                (
                    "speaker_capacity",
                    models.CharField(blank=True, max_length=200, verbose_name="speaks as"),
                ),
                ("uttered_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("language", models.CharField(blank=True, max_length=35, verbose_name="language")),
                ("page", models.CharField(blank=True, max_length=20, verbose_name="page")),
                (
                    "altered",
                    models.BooleanField(
                        default=False,
                        help_text="Brackets or omissions.",
                        verbose_name="altered when quoted",
                    ),
                ),
                ("flag", models.CharField(blank=True, max_length=200, verbose_name="flag")),
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
                    "lead_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="The line a list item belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.passage",
                        verbose_name="belongs to",
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
                        to="corpus.passage",
                    ),
                ),
                (
                    "quote_source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.document",
                        verbose_name="taken from",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="speaker",
                    ),
                ),
                (
                    "voice",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        help_text="Empty: the document's author.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.agent",
                        verbose_name="whose words",
                    ),
                ),
                (
                    "text_version",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="corpus.textversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GroupMember",
            fields=[],
            options={
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("corpus.agent_members",),
        ),
        AtOnce(
            [
                migrations.AddField(
                    model_name="agent",
                    name="home",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Empty: shared by the whole installation.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agents",
                        to="corpus.collection",
                        verbose_name="known only in",
                    ),
                ),
                migrations.AddField(
                    model_name="derivation",
                    name="passage",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derivations",
                        to="corpus.passage",
                    ),
                ),
                migrations.AddField(
                    model_name="passage",
                    name="text_version",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="corpus.textversion",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.UniqueConstraint(
                        models.F("pseudonym"),
                        name="pseudonym_names_one_person",
                        violation_error_message="Another person has this pseudonym. Choose another.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="person",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("pseudonym", ""), _negated=True),
                        name="person_has_a_pseudonym",
                        violation_error_message="Give the person a pseudonym: exports show it.",
                    ),
                ),
                add_trigger(
                    "person",
                    "person_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'person_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'person_is_never_deleted';
            """,
                    hash="b7167b4698c4cfbd42941d2853a7b840551aa1de",
                    operation="DELETE",
                    pgid="pgtrigger_person_is_never_deleted_a9674",
                    table="corpus_person",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="collection",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("review_required", False)),
                        name="review_is_not_required_yet",
                        violation_error_message="Review cannot be required yet: this version has no reviews.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="collection",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("access__in", ["open", "members"])),
                        name="collection_access_is_known",
                        violation_error_message="Choose who may read the collection.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="agentevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="corpus_agen_pgh_obj_7148cc_idx"
                    ),
                ),
                add_trigger(
                    "agentevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="55184cd8a9b096c61e18ca7b81a4fddcacb54f08",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_f80ca",
                    table="corpus_agentevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "agentevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="9a31577899aaa889d1443e17f24c37549667fca7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_babcb",
                    table="corpus_agentevent",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="agent",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["name"], name="agent_name_trigrams", opclasses=["gin_trgm_ops"]
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.UniqueConstraint(
                        fields=("name", "disambiguation", "home"),
                        name="agent_name_is_told_apart",
                        nulls_distinct=False,
                        violation_error_message="There is already an agent with this name. Use it, or say what tells them apart.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="agent_has_a_name",
                        violation_error_message="Give the agent a name.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("status", "merged")),
                            models.Q(
                                models.Q(("status", "merged"), _negated=True),
                                ("merged_into__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="merged_agent_says_into_which",
                        violation_error_message="A merged agent must say which agent it became.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            models.Q(("acts_for", models.F("id")), _negated=True),
                            models.Q(("independence_parent", models.F("id")), _negated=True),
                        ),
                        name="agent_does_not_stand_on_itself",
                        violation_error_message="An agent cannot speak for itself or merge into itself.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "person",
                                    "state",
                                    "state_body",
                                    "igo",
                                    "igo_organ",
                                    "treaty_body",
                                    "special_procedure",
                                    "court",
                                    "ngo",
                                    "media",
                                    "academic",
                                    "company",
                                    "armed_group",
                                    "office",
                                    "group",
                                    "unknown",
                                ],
                            )
                        ),
                        name="agent_kind_is_known",
                        violation_error_message="Choose a kind of agent from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["proposed", "active", "merged"])),
                        name="agent_status_is_known",
                        violation_error_message="Choose a status from the list.",
                    ),
                ),
                add_trigger(
                    "agent",
                    "agent_is_shared_one_way",
                    condition="""
                WHEN (NEW."home_id" IS NOT NULL AND NEW."home_id" IS DISTINCT FROM (OLD."home_id"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'agent_is_shared_one_way',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'agent_is_shared_one_way';
            """,
                    hash="21d3eb33834561cfa00276742fa70e964d72cdec",
                    operation='UPDATE OF "home_id"',
                    pgid="pgtrigger_agent_is_shared_one_way_aa094",
                    table="corpus_agent",
                    when="BEFORE",
                ),
                add_trigger(
                    "agent",
                    "insert_insert",
                    func="""
                INSERT INTO "corpus_agentevent" ("acts_for_id", "aliases", "coded", "country", "created_at",
                        "created_by_id", "disambiguation", "home_id", "id", "independence_parent_id", "kind",
                        "merged_into_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "status", "uid")
                    VALUES (NEW."acts_for_id", NEW."aliases", NEW."coded", NEW."country", NEW."created_at",
                        NEW."created_by_id", NEW."disambiguation", NEW."home_id", NEW."id",
                        NEW."independence_parent_id", NEW."kind", NEW."merged_into_id", NEW."name", NEW."note",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."status", NEW."uid");
                RETURN NULL;
            """,
                    hash="66fbd35a75c5a325b22788946a558aa9d04e189e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57358",
                    table="corpus_agent",
                    when="AFTER",
                ),
                add_trigger(
                    "agent",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "corpus_agentevent" ("acts_for_id", "aliases", "coded", "country", "created_at",
                        "created_by_id", "disambiguation", "home_id", "id", "independence_parent_id", "kind",
                        "merged_into_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "status", "uid")
                    VALUES (NEW."acts_for_id", NEW."aliases", NEW."coded", NEW."country", NEW."created_at",
                        NEW."created_by_id", NEW."disambiguation", NEW."home_id", NEW."id",
                        NEW."independence_parent_id", NEW."kind", NEW."merged_into_id", NEW."name", NEW."note",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."status", NEW."uid");
                RETURN NULL;
            """,
                    hash="2986560f9d038154e5bcdcbcfe6ffa69e5b93877",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c7337",
                    table="corpus_agent",
                    when="AFTER",
                ),
                add_trigger(
                    "agent",
                    "delete_delete",
                    func="""
                INSERT INTO "corpus_agentevent" ("acts_for_id", "aliases", "coded", "country", "created_at",
                        "created_by_id", "disambiguation", "home_id", "id", "independence_parent_id", "kind",
                        "merged_into_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "status", "uid")
                    VALUES (OLD."acts_for_id", OLD."aliases", OLD."coded", OLD."country", OLD."created_at",
                        OLD."created_by_id", OLD."disambiguation", OLD."home_id", OLD."id",
                        OLD."independence_parent_id", OLD."kind", OLD."merged_into_id", OLD."name", OLD."note",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."status", OLD."uid");
                RETURN NULL;
            """,
                    hash="653da0f715cbfd191d05d149ab60c302e273d6fe",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_396e2",
                    table="corpus_agent",
                    when="AFTER",
                ),
                add_trigger(
                    "agent",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="11b0836ade3265926531dfdb4dd06367a8ee0c86",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_e236f",
                    table="corpus_agent",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="document",
                    index=models.Index(fields=["-sort_on", "id"], name="documents_by_date"),
                ),
                migrations.AddIndex(
                    model_name="document",
                    index=models.Index(fields=["title", "id"], name="documents_by_title"),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("original_sha256", ""), _negated=True),
                        fields=("collection", "original_sha256"),
                        name="same_file_is_held_once_in_a_collection",
                        violation_error_message="This file is already in the collection. Nothing was changed.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="document_has_a_title",
                        violation_error_message="Give the document a title.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ready"), _negated=True),
                            models.Q(
                                ("author__isnull", False),
                                models.Q(
                                    models.Q(("language", ""), _negated=True),
                                    ("holding", "external"),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="ready_document_names_author_and_language",
                        violation_error_message="Before a document is ready it needs an author and a language.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "statement",
                                    "explanation_of_vote",
                                    "press_release",
                                    "report",
                                    "resolution",
                                    "treaty",
                                    "judgment",
                                    "concluding_observations",
                                    "communication",
                                    "state_reply",
                                    "news",
                                    "testimony",
                                    "legislation",
                                    "web_page",
                                    "other",
                                ],
                            )
                        ),
                        name="document_kind_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("uttered_precision__in", ["day", "month", "year", "estimate"])
                        ),
                        name="document_uttered_precision_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("licence_status__in", ["known", "restricted", "unknown"])
                        ),
                        name="document_licence_status_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("holding__in", ["held", "external"])),
                        name="document_holding_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("capture_quality__in", ["complete", "partial", "error"])
                        ),
                        name="document_capture_quality_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="document",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["intake", "ready", "withdrawn", "hidden"])
                        ),
                        name="document_status_is_known",
                        violation_error_message="Choose a value from the list.",
                    ),
                ),
                add_trigger(
                    "document",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="c7b318654ca92ff043034ec0d333c7fbd0a14c9c",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_4be07",
                    table="corpus_document",
                    when="BEFORE",
                ),
                add_trigger(
                    "document",
                    "ready_document_is_complete",
                    condition="WHEN (NEW.\"holding\" = 'held' AND NEW.\"status\" = 'ready')",
                    constraint="CONSTRAINT",
                    func="""
                IF NOT EXISTS ( SELECT 1 FROM corpus_textversion v WHERE v.document_id = NEW.id AND v.is_current )
                    AND EXISTS ( SELECT 1 FROM corpus_document d WHERE d.id = NEW.id AND d.status = 'ready'
                        AND d.holding = 'held' ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'ready_document_has_text',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'ready_document_has_text';
                END IF;
                IF EXISTS ( SELECT 1 FROM corpus_document d JOIN corpus_textversion v ON v.document_id = d.id
                        JOIN corpus_passage p ON p.text_version_id = v.id WHERE d.status = 'ready'
                        AND p.kind = 'block_quote' AND (p.quote_source_id IS NULL OR p.quote_source_id = d.id)
                        AND (p.voice_id IS NULL OR p.voice_id = d.author_id) AND d.id = NEW.id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'block_quote_names_its_speaker',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'block_quote_names_its_speaker';
                END IF;
                RETURN NULL;
            """,
                    hash="229f940a3524e4ce9eabc3252f19f356b00a7c75",
                    operation='INSERT OR UPDATE OF "status", "author_id", "holding"',
                    pgid="pgtrigger_ready_document_is_complete_7ec60",
                    table="corpus_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "document",
                    "document_names_whom_its_collection_may",
                    func="""
                IF EXISTS ( SELECT 1 FROM corpus_agent a WHERE a.home_id <> NEW.collection_id
                        AND a.id IN (NEW.author_id, NEW.speaker_id, NEW.publisher_id) ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_names_whom_its_collection_may',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_names_whom_its_collection_may';
                END IF;
                RETURN NEW;
            """,
                    hash="be7344ffb6fcc6582c6872934937798fa09a05f0",
                    operation="""
                INSERT OR UPDATE OF "collection_id", "author_id", "speaker_id", "publisher_id"
            """,
                    pgid="pgtrigger_document_names_whom_its_collection_may_a5c28",
                    table="corpus_document",
                    when="BEFORE",
                ),
                add_trigger(
                    "document",
                    "moved_document_names_whom_its_collection_may",
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM corpus_document d JOIN corpus_textversion v ON v.document_id = d.id
                        JOIN corpus_passage p ON p.text_version_id = v.id JOIN corpus_agent a
                        ON a.id IN (p.voice_id, p.speaker_id) WHERE d.id = NEW.id
                        AND a.home_id <> d.collection_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_names_whom_its_collection_may',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_names_whom_its_collection_may';
                END IF;
                RETURN NULL;
            """,
                    hash="7ea171058e04d5b344691e8b48976129dac39f84",
                    operation='UPDATE OF "collection_id"',
                    pgid="pgtrigger_moved_document_names_whom_its_collection_may_45630",
                    table="corpus_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "document",
                    "document_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'document_is_never_deleted';
            """,
                    hash="d8bfbcc18e3d81b440b9f11ef0bb1b3810ece973",
                    operation="DELETE",
                    pgid="pgtrigger_document_is_never_deleted_c47c2",
                    table="corpus_document",
                    when="BEFORE",
                ),
                add_trigger(
                    "document",
                    "insert_insert",
                    func="""
                INSERT INTO "corpus_documentevent" ("archive_url", "author_id", "capture_quality", "coded",
                        "collection_id", "created_at", "created_by_id", "holding", "id", "kind", "language",
                        "licence", "licence_status", "original_file", "original_sha256", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "provenance_reviewed", "published_on",
                        "publisher_id", "retrieved_at", "revision", "speaker_capacity", "speaker_id", "status",
                        "symbol", "title", "title_translated", "uid", "url", "uttered_on", "uttered_precision")
                    VALUES (NEW."archive_url", NEW."author_id", NEW."capture_quality", NEW."coded",
                        NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."holding", NEW."id",
                        NEW."kind", NEW."language", NEW."licence", NEW."licence_status", NEW."original_file",
                        NEW."original_sha256", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."place",
                        NEW."provenance_reviewed", NEW."published_on", NEW."publisher_id", NEW."retrieved_at",
                        NEW."revision", NEW."speaker_capacity", NEW."speaker_id", NEW."status", NEW."symbol",
                        NEW."title", NEW."title_translated", NEW."uid", NEW."url", NEW."uttered_on",
                        NEW."uttered_precision");
                RETURN NULL;
            """,
                    hash="2f9290930a120fa9c631b6e71532261b871cbcc1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a0411",
                    table="corpus_document",
                    when="AFTER",
                ),
                add_trigger(
                    "document",
                    "update_update",
                    condition="""
                WHEN (OLD."archive_url" IS DISTINCT FROM (NEW."archive_url")
                        OR OLD."author_id" IS DISTINCT FROM (NEW."author_id")
                        OR OLD."capture_quality" IS DISTINCT FROM (NEW."capture_quality")
                        OR OLD."coded" IS DISTINCT FROM (NEW."coded")
                        OR OLD."collection_id" IS DISTINCT FROM (NEW."collection_id")
                        OR OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."holding" IS DISTINCT FROM (NEW."holding") OR OLD."id" IS DISTINCT FROM (NEW."id")
                        OR OLD."kind" IS DISTINCT FROM (NEW."kind")
                        OR OLD."language" IS DISTINCT FROM (NEW."language")
                        OR OLD."licence" IS DISTINCT FROM (NEW."licence")
                        OR OLD."licence_status" IS DISTINCT FROM (NEW."licence_status")
                        OR OLD."original_file" IS DISTINCT FROM (NEW."original_file")
                        OR OLD."original_sha256" IS DISTINCT FROM (NEW."original_sha256")
                        OR OLD."place" IS DISTINCT FROM (NEW."place")
                        OR OLD."provenance_reviewed" IS DISTINCT FROM (NEW."provenance_reviewed")
                        OR OLD."published_on" IS DISTINCT FROM (NEW."published_on")
                        OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id")
                        OR OLD."retrieved_at" IS DISTINCT FROM (NEW."retrieved_at")
                        OR OLD."revision" IS DISTINCT FROM (NEW."revision")
                        OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id")
                        OR OLD."speaker_capacity" IS DISTINCT FROM (NEW."speaker_capacity")
                        OR OLD."status" IS DISTINCT FROM (NEW."status")
                        OR OLD."symbol" IS DISTINCT FROM (NEW."symbol")
                        OR OLD."title" IS DISTINCT FROM (NEW."title")
                        OR OLD."title_translated" IS DISTINCT FROM (NEW."title_translated")
                        OR OLD."uid" IS DISTINCT FROM (NEW."uid") OR OLD."url" IS DISTINCT FROM (NEW."url")
                        OR OLD."uttered_on" IS DISTINCT FROM (NEW."uttered_on")
                        OR OLD."uttered_precision" IS DISTINCT FROM (NEW."uttered_precision"))
            """,
                    func="""
                INSERT INTO "corpus_documentevent" ("archive_url", "author_id", "capture_quality", "coded",
                        "collection_id", "created_at", "created_by_id", "holding", "id", "kind", "language",
                        "licence", "licence_status", "original_file", "original_sha256", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "provenance_reviewed", "published_on",
                        "publisher_id", "retrieved_at", "revision", "speaker_capacity", "speaker_id", "status",
                        "symbol", "title", "title_translated", "uid", "url", "uttered_on", "uttered_precision")
                    VALUES (NEW."archive_url", NEW."author_id", NEW."capture_quality", NEW."coded",
                        NEW."collection_id", NEW."created_at", NEW."created_by_id", NEW."holding", NEW."id",
                        NEW."kind", NEW."language", NEW."licence", NEW."licence_status", NEW."original_file",
                        NEW."original_sha256", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."place",
                        NEW."provenance_reviewed", NEW."published_on", NEW."publisher_id", NEW."retrieved_at",
                        NEW."revision", NEW."speaker_capacity", NEW."speaker_id", NEW."status", NEW."symbol",
                        NEW."title", NEW."title_translated", NEW."uid", NEW."url", NEW."uttered_on",
                        NEW."uttered_precision");
                RETURN NULL;
            """,
                    hash="0515f4b3b64f00556c71ced4ac38a13abb5d2de9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30d0b",
                    table="corpus_document",
                    when="AFTER",
                ),
                add_trigger(
                    "document",
                    "delete_delete",
                    func="""
                INSERT INTO "corpus_documentevent" ("archive_url", "author_id", "capture_quality", "coded",
                        "collection_id", "created_at", "created_by_id", "holding", "id", "kind", "language",
                        "licence", "licence_status", "original_file", "original_sha256", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "provenance_reviewed", "published_on",
                        "publisher_id", "retrieved_at", "revision", "speaker_capacity", "speaker_id", "status",
                        "symbol", "title", "title_translated", "uid", "url", "uttered_on", "uttered_precision")
                    VALUES (OLD."archive_url", OLD."author_id", OLD."capture_quality", OLD."coded",
                        OLD."collection_id", OLD."created_at", OLD."created_by_id", OLD."holding", OLD."id",
                        OLD."kind", OLD."language", OLD."licence", OLD."licence_status", OLD."original_file",
                        OLD."original_sha256", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE),
                                ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place",
                        OLD."provenance_reviewed", OLD."published_on", OLD."publisher_id", OLD."retrieved_at",
                        OLD."revision", OLD."speaker_capacity", OLD."speaker_id", OLD."status", OLD."symbol",
                        OLD."title", OLD."title_translated", OLD."uid", OLD."url", OLD."uttered_on",
                        OLD."uttered_precision");
                RETURN NULL;
            """,
                    hash="8989892153b0cd03fc3eaf5af493b62e3f3f779f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f089e",
                    table="corpus_document",
                    when="AFTER",
                ),
                add_trigger(
                    "document",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="cae6f435fe6c744a0293e9c6061bc62b3f0c9fc8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_dcc3f",
                    table="corpus_document",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="documentevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="corpus_docu_pgh_obj_f6904b_idx"
                    ),
                ),
                add_trigger(
                    "documentevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="9cfa923395a1edd0c3b13fa29d17163e3efd162d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_2e9a4",
                    table="corpus_documentevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "documentevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="fd2c3b3a7fb8faa945848e5944bfbd82e7cbe634",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_06c4e",
                    table="corpus_documentevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.UniqueConstraint(
                        fields=("collection", "user"),
                        name="membership_is_one_role",
                        violation_error_message="This person is already a member. Change the role instead.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("role__in", ["reader", "reviewer", "curator"])),
                        name="membership_role_is_known",
                        violation_error_message="Choose reader, reviewer or curator.",
                    ),
                ),
                migrations.AddIndex(
                    model_name="derivationevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="corpus_deri_pgh_obj_b291b1_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="derivationevent",
                    index=models.Index(
                        fields=["document", "pgh_id"], name="corpus_deri_documen_3b30a4_idx"
                    ),
                ),
                migrations.AddIndex(
                    model_name="derivationevent",
                    index=models.Index(
                        fields=["passage", "pgh_id"], name="corpus_deri_passage_50ee04_idx"
                    ),
                ),
                add_trigger(
                    "derivationevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="db0b95afcd41d645536edd7bc51ab643402e24fe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_2d2c3",
                    table="corpus_derivationevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "derivationevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="27c3088fa93a661682a5db40c23dbbba7aceee83",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_05806",
                    table="corpus_derivationevent",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="derivation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("passage__isnull", True)),
                            models.Q(("document__isnull", True), ("passage__isnull", False)),
                            _connector="OR",
                        ),
                        name="derivation_has_one_downstream",
                        violation_error_message="Say what was copied: a document or a passage.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="derivation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("document__isnull", True),
                            models.Q(("document", models.F("upstream")), _negated=True),
                            _connector="OR",
                        ),
                        name="document_does_not_copy_itself",
                        violation_error_message="A document cannot be copied from itself.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="derivation",
                    constraint=models.UniqueConstraint(
                        fields=("document", "passage", "upstream", "kind"),
                        name="derivation_is_said_once",
                        nulls_distinct=False,
                        violation_error_message="This source is already recorded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="derivation",
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
                        name="derivation_kind_is_known",
                        violation_error_message="Choose how it was copied.",
                    ),
                ),
                add_trigger(
                    "derivation",
                    "source_is_named_by_a_curator",
                    declare="DECLARE said record; at record;",
                    func="""
                IF TG_OP = 'DELETE' THEN
                    said := OLD;
                ELSE
                    said := NEW;
                END IF;
                IF TG_OP = 'UPDATE'
                    AND (NEW.document_id, NEW.passage_id) IS DISTINCT FROM (OLD.document_id, OLD.passage_id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_was_copied_stays',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'what_was_copied_stays';
                END IF;
                SELECT d.id, d.collection_id, d.created_by_id INTO at FROM corpus_document d
                    WHERE d.id = COALESCE(said.document_id, ( SELECT v.document_id FROM corpus_passage p
                            JOIN corpus_textversion v ON v.id = p.text_version_id WHERE p.id = said.passage_id ));
                IF TG_OP <> 'DELETE' AND said.passage_id IS NOT NULL AND at.id = said.upstream_id THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_does_not_copy_itself',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_does_not_copy_itself';
                END IF;
                IF (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint IS
                    DISTINCT FROM at.created_by_id AND NOT EXISTS ( SELECT 1 FROM corpus_membership m
                        WHERE m.role = 'curator' AND m.collection_id = at.collection_id
                        AND m.user_id = (NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->>
                            'by')::bigint ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'source_is_named_by_a_curator',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'source_is_named_by_a_curator';
                END IF;
                RETURN said;
            """,
                    hash="c1bf164f81b45bdb4c601ba2b32b50fd7cc57c0b",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_source_is_named_by_a_curator_5d17b",
                    table="corpus_derivation",
                    when="BEFORE",
                ),
                add_trigger(
                    "derivation",
                    "insert_insert",
                    func="""
                INSERT INTO "corpus_derivationevent" ("created_at", "created_by_id", "document_id",
                        "evidence_quote", "id", "kind", "passage_id", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "upstream_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."document_id", NEW."evidence_quote",
                        NEW."id", NEW."kind", NEW."passage_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."upstream_id");
                RETURN NULL;
            """,
                    hash="e9fc79d2047fed9805e47a60e680e6ab3bc42a79",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_325f3",
                    table="corpus_derivation",
                    when="AFTER",
                ),
                add_trigger(
                    "derivation",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "corpus_derivationevent" ("created_at", "created_by_id", "document_id",
                        "evidence_quote", "id", "kind", "passage_id", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "upstream_id")
                    VALUES (NEW."created_at", NEW."created_by_id", NEW."document_id", NEW."evidence_quote",
                        NEW."id", NEW."kind", NEW."passage_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."upstream_id");
                RETURN NULL;
            """,
                    hash="f7bc7053eed8256c3be343010dddafa690f54ee2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a0509",
                    table="corpus_derivation",
                    when="AFTER",
                ),
                add_trigger(
                    "derivation",
                    "delete_delete",
                    func="""
                INSERT INTO "corpus_derivationevent" ("created_at", "created_by_id", "document_id",
                        "evidence_quote", "id", "kind", "passage_id", "pgh_context", "pgh_created_at", "pgh_label",
                        "pgh_obj_id", "upstream_id")
                    VALUES (OLD."created_at", OLD."created_by_id", OLD."document_id", OLD."evidence_quote",
                        OLD."id", OLD."kind", OLD."passage_id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."upstream_id");
                RETURN NULL;
            """,
                    hash="fdfc3e9fb41d712f0a404d69d105fa1d19afc90b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2aa5b",
                    table="corpus_derivation",
                    when="AFTER",
                ),
                add_trigger(
                    "derivation",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="c7432a262799e363b59426ed6c72fcd9099b2c7a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_3ff23",
                    table="corpus_derivation",
                    when="BEFORE",
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.UniqueConstraint(
                        fields=("document", "number"),
                        name="text_versions_are_numbered",
                        violation_error_message="This document already has a text with this number.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("document",),
                        name="document_has_one_current_text",
                        violation_error_message="A document has one current text.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sha256",
                                models.Func(
                                    models.Func(
                                        models.Func(
                                            models.F("text"),
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
                        name="text_matches_its_hash",
                        violation_error_message="The text does not match its SHA-256 sum.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "method__in",
                                [
                                    "paste",
                                    "text",
                                    "html_extract",
                                    "pdf_extract",
                                    "docx_extract",
                                    "ocr",
                                    "correction",
                                ],
                            )
                        ),
                        name="text_method_is_known",
                        violation_error_message="Choose how the text came in.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="textversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("method", "correction"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_gives_its_reason",
                        violation_error_message="Say why the text is corrected.",
                    ),
                ),
                add_trigger(
                    "textversion",
                    "text_never_changes",
                    condition="""
                WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at")
                        OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id")
                        OR OLD."document_id" IS DISTINCT FROM (NEW."document_id")
                        OR OLD."method" IS DISTINCT FROM (NEW."method")
                        OR OLD."number" IS DISTINCT FROM (NEW."number")
                        OR OLD."reason" IS DISTINCT FROM (NEW."reason")
                        OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."text" IS DISTINCT FROM (NEW."text"))
            """,
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'text_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'text_never_changes';
            """,
                    hash="5e06bd03d7af73264caf442f15108fedd3907ef6",
                    operation="UPDATE",
                    pgid="pgtrigger_text_never_changes_4a968",
                    table="corpus_textversion",
                    when="BEFORE",
                ),
                add_trigger(
                    "textversion",
                    "text_is_cut_into_passages",
                    constraint="CONSTRAINT",
                    declare="""
                DECLARE
                    whole bytea;
                    at integer := 0;
                    behind integer := 0;
                    last integer := 0;
                    place record;
                    piece bytea;
                    size integer;
                    chunk text;
            """,
                    func=r"""
                IF NEW.cuts <> (SELECT v.cuts FROM corpus_textversion v WHERE v.id = NEW.id) THEN
                    RETURN NULL;
                END IF;
                SELECT convert_to(v.text, 'UTF8') INTO whole FROM corpus_textversion v WHERE v.id = NEW.id;
                FOR place IN SELECT p.start, p."end", p.ordinal, p.text, p.marker FROM corpus_passage p
                    WHERE p.text_version_id = NEW.id ORDER BY p.start LOOP
                    IF place.start < behind THEN
                        RETURN NULL;
                    END IF;
                    piece := substring(whole FROM at + 1 FOR 4 * (place."end" - behind) + 4);
                    size := octet_length(piece);
                    IF at + size < octet_length(whole) THEN
                        WHILE get_byte(piece, size - 1) & 192 = 128 LOOP
                            size := size - 1;
                        END LOOP;
                        piece := substring(piece FROM 1 FOR size - 1);
                    END IF;
                    chunk := convert_from(piece, 'UTF8');
                    IF char_length(place.text) <> place."end" - place.start
                        OR substr(chunk, place.start - behind + 1, place."end" - place.start) <> place.text THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'passage_text_is_the_text_there',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'passage_text_is_the_text_there';
                    END IF;
                    IF btrim(substr(chunk, 1, place.start - behind),
                            U&'\0009\000a\000b\000c\000d\001c\001d\001e\001f\0020\0085\00a0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200a\2028\2029\202f\205f\3000\200b\feff')
                        <> place.marker THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'passages_leave_no_words_out',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'passages_leave_no_words_out';
                    END IF;
                    IF place.ordinal <= last THEN
                        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'passages_stand_in_order',
                            TABLE = TG_TABLE_NAME, MESSAGE = 'passages_stand_in_order';
                    END IF;
                    at := at + octet_length(substr(chunk, 1, place."end" - behind));
                    behind := place."end";
                    last := place.ordinal;
                END LOOP;
                IF behind = 0 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'text_is_cut_into_passages',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'text_is_cut_into_passages';
                END IF;
                IF btrim(convert_from(substring(whole
                                FROM at + 1), 'UTF8'),
                        U&'\0009\000a\000b\000c\000d\001c\001d\001e\001f\0020\0085\00a0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200a\2028\2029\202f\205f\3000\200b\feff')
                    <> '' THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'passages_leave_no_words_out',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'passages_leave_no_words_out';
                END IF;
                RETURN NULL;
            """,
                    hash="c656afd63141d6769caf8fe555f94781ad157c37",
                    operation='INSERT OR UPDATE OF "cuts"',
                    pgid="pgtrigger_text_is_cut_into_passages_39c00",
                    table="corpus_textversion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "textversion",
                    "current_text_changes_with_its_document",
                    func="""
                PERFORM 1 FROM corpus_document d WHERE d.id = NEW.document_id FOR NO KEY UPDATE;
                RETURN NEW;
            """,
                    hash="bdc7aa4dc1260e2517045598d78f6a3c5e86118e",
                    operation='UPDATE OF "is_current"',
                    pgid="pgtrigger_current_text_changes_with_its_document_7e185",
                    table="corpus_textversion",
                    when="BEFORE",
                ),
                add_trigger(
                    "textversion",
                    "ready_document_keeps_a_text",
                    condition='WHEN (NOT NEW."is_current")',
                    constraint="CONSTRAINT",
                    func="""
                IF EXISTS ( SELECT 1 FROM corpus_document d WHERE d.id = NEW.document_id AND d.status = 'ready'
                        AND d.holding = 'held' ) AND NOT EXISTS ( SELECT 1 FROM corpus_textversion v
                        WHERE v.document_id = NEW.document_id AND v.is_current ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'ready_document_has_text',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'ready_document_has_text';
                END IF;
                RETURN NULL;
            """,
                    hash="a45e47638bc16df3f674698b8ae410835878666d",
                    operation='UPDATE OF "is_current"',
                    pgid="pgtrigger_ready_document_keeps_a_text_df86d",
                    table="corpus_textversion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "textversion",
                    "text_is_never_deleted",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'text_is_never_deleted',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'text_is_never_deleted';
            """,
                    hash="e57a72782a1cd7550bca4a9ad9d1cc13d9212705",
                    operation="DELETE",
                    pgid="pgtrigger_text_is_never_deleted_dcbd4",
                    table="corpus_textversion",
                    when="BEFORE",
                ),
                add_trigger(
                    "textversion",
                    "texts_are_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'texts_are_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'texts_are_never_emptied';
            """,
                    hash="19f3953595fc5028fc853948f5bf0b57d48e53a7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_texts_are_never_emptied_6b367",
                    table="corpus_textversion",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="passageevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="corpus_pass_pgh_obj_481b4b_idx"
                    ),
                ),
                add_trigger(
                    "passageevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="f73df93f8adfea451afb12824f84231eef2e3b73",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_f7f0c",
                    table="corpus_passageevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "passageevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="b3f4621376e07a7d5919024c8e5ead71b5376ba4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_d3346",
                    table="corpus_passageevent",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="passage",
                    index=models.Index(fields=["text_version", "start"], name="passages_by_place"),
                ),
                migrations.AddIndex(
                    model_name="passage",
                    index=django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("text", name="gin_trgm_ops"),
                        name="passage_text_trigrams",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="passage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="passage_has_words",
                        violation_error_message="A passage starts before it ends.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="passage",
                    constraint=models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("text_version", "ordinal"),
                        name="passages_are_numbered",
                        violation_error_message="Two passages cannot have the same number.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="passage",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        expressions=[
                            ("text_version", "="),
                            (models.Func("start", "end", function="int4range"), "&&"),
                        ],
                        name="passages_do_not_overlap",
                        violation_error_message="Passages of a text cannot overlap.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="passage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "title",
                                    "heading",
                                    "byline",
                                    "dateline",
                                    "paragraph",
                                    "list_item",
                                    "block_quote",
                                    "quote_attribution",
                                    "note",
                                    "caption",
                                    "table_row",
                                    "boilerplate",
                                ],
                            )
                        ),
                        name="passage_kind_is_known",
                        violation_error_message="Choose a kind of passage from the list.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="passage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "marker__regex",
                                "^([^[:alnum:][:space:]]{0,3}|[^[:alnum:][:space:]]?(\\d{1,3}([.]\\d{1,3}){0,4}|[[:alpha:]]|[ivxlcdmIVXLCDM]{1,8}|[一二三四五六七八九十百]{1,5})[^[:alnum:][:space:]]{0,2})$",
                            )
                        ),
                        name="marker_is_a_bullet_or_a_number",
                        violation_error_message="A list marker is a bullet, a number or a letter.",
                    ),
                ),
                add_trigger(
                    "passage",
                    "revision_follows_the_one_read",
                    func="""
                IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'revision_follows_the_one_read',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'revision_follows_the_one_read';
                END IF;
                RETURN NEW;
            """,
                    hash="b39fc190b39c3dd0491c4702a626e20aabad12fa",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_follows_the_one_read_77ea0",
                    table="corpus_passage",
                    when="BEFORE",
                ),
                add_trigger(
                    "passage",
                    "new_passage_cuts_its_text",
                    func="""
                UPDATE corpus_textversion SET cuts = cuts + 1 WHERE id IN (SELECT text_version_id FROM added);
                RETURN NULL;
            """,
                    hash="194715f2c516c416d4c9e6379da3a9d6c65df2b1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_new_passage_cuts_its_text_ab81f",
                    referencing="REFERENCING NEW TABLE AS added ",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "lost_passage_cuts_its_text",
                    func="""
                UPDATE corpus_textversion SET cuts = cuts + 1 WHERE id IN (SELECT text_version_id FROM lost);
                RETURN NULL;
            """,
                    hash="3bd5228b45b2a7fbf76a9b4d11ebd0d3961a7cdb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_lost_passage_cuts_its_text_cea34",
                    referencing="REFERENCING OLD TABLE AS lost ",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "moved_passage_cuts_its_text",
                    func="""
                UPDATE corpus_textversion SET cuts = cuts + 1 WHERE id IN (SELECT text_version_id FROM
                        ((SELECT text_version_id, ordinal, start, "end", text, marker FROM before EXCEPT
                                SELECT text_version_id, ordinal, start, "end", text, marker FROM behind) UNION
                            (SELECT text_version_id, ordinal, start, "end", text, marker FROM behind EXCEPT
                                SELECT text_version_id, ordinal, start, "end", text, marker FROM before)) moved);
                RETURN NULL;
            """,
                    hash="8e473043ba3f58eb23c8aa7a805e67b8063cb08c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_moved_passage_cuts_its_text_22025",
                    referencing="REFERENCING OLD TABLE AS before  NEW TABLE AS behind ",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "passage_names_whom_its_collection_may",
                    condition="""
                WHEN (NEW."voice_id" IS NOT NULL OR NEW."speaker_id" IS NOT NULL)
            """,
                    func="""
                IF EXISTS ( SELECT 1 FROM corpus_textversion v JOIN corpus_document d ON d.id = v.document_id
                        JOIN corpus_agent a ON a.id IN (NEW.voice_id, NEW.speaker_id)
                        WHERE v.id = NEW.text_version_id AND a.home_id <> d.collection_id ) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'document_names_whom_its_collection_may',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'document_names_whom_its_collection_may';
                END IF;
                RETURN NEW;
            """,
                    hash="1616166ae52b001ecd0c3fada1266985226bdd22",
                    operation='INSERT OR UPDATE OF "voice_id", "speaker_id"',
                    pgid="pgtrigger_passage_names_whom_its_collection_may_2d931",
                    table="corpus_passage",
                    when="BEFORE",
                ),
                add_trigger(
                    "passage",
                    "block_quote_names_its_speaker",
                    condition="WHEN (NEW.\"kind\" = 'block_quote')",
                    constraint="CONSTRAINT",
                    func="""
                PERFORM 1 FROM corpus_document d WHERE d.id = ( SELECT v.document_id FROM corpus_textversion v
                        WHERE v.id = NEW.text_version_id ) FOR SHARE;
                IF EXISTS ( SELECT 1 FROM corpus_document d JOIN corpus_textversion v ON v.document_id = d.id
                        JOIN corpus_passage p ON p.text_version_id = v.id WHERE d.status = 'ready'
                        AND p.kind = 'block_quote' AND (p.quote_source_id IS NULL OR p.quote_source_id = d.id)
                        AND (p.voice_id IS NULL OR p.voice_id = d.author_id) AND p.id = NEW.id) THEN
                    RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'block_quote_names_its_speaker',
                        TABLE = TG_TABLE_NAME, MESSAGE = 'block_quote_names_its_speaker';
                END IF;
                RETURN NULL;
            """,
                    hash="cb006808d9e76df4cd0effa0e8ef451a16577bc8",
                    operation='INSERT OR UPDATE OF "kind", "voice_id", "quote_source_id"',
                    pgid="pgtrigger_block_quote_names_its_speaker_fae00",
                    table="corpus_passage",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "insert_insert",
                    func="""
                INSERT INTO "corpus_passageevent" ("altered", "coded", "created_at", "created_by_id", "end", "flag",
                        "id", "kind", "language", "lead_in_id", "marker", "ordinal", "page", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quote_source_id", "revision",
                        "speaker_capacity", "speaker_id", "start", "text", "text_version_id", "uttered_on",
                        "voice_id")
                    VALUES (NEW."altered", NEW."coded", NEW."created_at", NEW."created_by_id", NEW."end",
                        NEW."flag", NEW."id", NEW."kind", NEW."language", NEW."lead_in_id", NEW."marker",
                        NEW."ordinal", NEW."page", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'insert', NEW."id", NEW."place",
                        NEW."quote_source_id", NEW."revision", NEW."speaker_capacity", NEW."speaker_id",
                        NEW."start", NEW."text", NEW."text_version_id", NEW."uttered_on", NEW."voice_id");
                RETURN NULL;
            """,
                    hash="f184c3d8c9844102ec64555eafd363f9de816f7a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9996d",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "corpus_passageevent" ("altered", "coded", "created_at", "created_by_id", "end", "flag",
                        "id", "kind", "language", "lead_in_id", "marker", "ordinal", "page", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quote_source_id", "revision",
                        "speaker_capacity", "speaker_id", "start", "text", "text_version_id", "uttered_on",
                        "voice_id")
                    VALUES (NEW."altered", NEW."coded", NEW."created_at", NEW."created_by_id", NEW."end",
                        NEW."flag", NEW."id", NEW."kind", NEW."language", NEW."lead_in_id", NEW."marker",
                        NEW."ordinal", NEW."page", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'update', NEW."id", NEW."place",
                        NEW."quote_source_id", NEW."revision", NEW."speaker_capacity", NEW."speaker_id",
                        NEW."start", NEW."text", NEW."text_version_id", NEW."uttered_on", NEW."voice_id");
                RETURN NULL;
            """,
                    hash="35a00fee33d873c23993033a928442a1e14bd048",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb390",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "delete_delete",
                    func="""
                INSERT INTO "corpus_passageevent" ("altered", "coded", "created_at", "created_by_id", "end", "flag",
                        "id", "kind", "language", "lead_in_id", "marker", "ordinal", "page", "pgh_context",
                        "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quote_source_id", "revision",
                        "speaker_capacity", "speaker_id", "start", "text", "text_version_id", "uttered_on",
                        "voice_id")
                    VALUES (OLD."altered", OLD."coded", OLD."created_at", OLD."created_by_id", OLD."end",
                        OLD."flag", OLD."id", OLD."kind", OLD."language", OLD."lead_in_id", OLD."marker",
                        OLD."ordinal", OLD."page", COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata',
                                    TRUE), ''), NULL)::JSONB, NOW(), 'delete', OLD."id", OLD."place",
                        OLD."quote_source_id", OLD."revision", OLD."speaker_capacity", OLD."speaker_id",
                        OLD."start", OLD."text", OLD."text_version_id", OLD."uttered_on", OLD."voice_id");
                RETURN NULL;
            """,
                    hash="b0f1fd2ef51db75cbdc3588627a389f8c342ddc6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_62d23",
                    table="corpus_passage",
                    when="AFTER",
                ),
                add_trigger(
                    "passage",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="2f9da30f740f4bf5da270107bb5b2ccfe2b9fc55",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_4d6de",
                    table="corpus_passage",
                    when="BEFORE",
                ),
                migrations.AddField(
                    model_name="groupmemberevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        related_query_name="history",
                        to="corpus.groupmember",
                    ),
                ),
                add_trigger(
                    "groupmember",
                    "insert_insert",
                    func="""
                INSERT INTO "corpus_groupmemberevent" ("from_agent_id", "id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "to_agent_id")
                    VALUES (NEW."from_agent_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'insert', NEW."id", NEW."to_agent_id");
                RETURN NULL;
            """,
                    hash="5a6ed1241de509b4579164c6006a6c25521aef4b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_47a22",
                    table="corpus_agent_members",
                    when="AFTER",
                ),
                add_trigger(
                    "groupmember",
                    "update_update",
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="""
                INSERT INTO "corpus_groupmemberevent" ("from_agent_id", "id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "to_agent_id")
                    VALUES (NEW."from_agent_id", NEW."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'update', NEW."id", NEW."to_agent_id");
                RETURN NULL;
            """,
                    hash="780f922b69a99c2fa7c5eb9d1cfdfc83561c0ae1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6c364",
                    table="corpus_agent_members",
                    when="AFTER",
                ),
                add_trigger(
                    "groupmember",
                    "delete_delete",
                    func="""
                INSERT INTO "corpus_groupmemberevent" ("from_agent_id", "id", "pgh_context", "pgh_created_at",
                        "pgh_label", "pgh_obj_id", "to_agent_id")
                    VALUES (OLD."from_agent_id", OLD."id",
                        COALESCE(NULLIF(CURRENT_SETTING('pghistory.context_metadata', TRUE), ''), NULL)::JSONB,
                        NOW(), 'delete', OLD."id", OLD."to_agent_id");
                RETURN NULL;
            """,
                    hash="002db4c66a1761ea018c3c1cb6c4bfac6d894c08",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d9fe7",
                    table="corpus_agent_members",
                    when="AFTER",
                ),
                add_trigger(
                    "groupmember",
                    "what_has_a_history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'what_has_a_history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'what_has_a_history_is_never_emptied';
            """,
                    hash="cc3bcad29fb16a4833c35abe812a217dab2f9535",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_what_has_a_history_is_never_emptied_bcab1",
                    table="corpus_agent_members",
                    when="BEFORE",
                ),
                migrations.AddIndex(
                    model_name="groupmemberevent",
                    index=models.Index(
                        fields=["pgh_obj", "pgh_id"], name="corpus_grou_pgh_obj_835392_idx"
                    ),
                ),
                add_trigger(
                    "groupmemberevent",
                    "history_never_changes",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_never_changes',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_never_changes';
            """,
                    hash="2077b1021503c016a3c8a527f6750249f69597c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_history_never_changes_5e664",
                    table="corpus_groupmemberevent",
                    when="BEFORE",
                ),
                add_trigger(
                    "groupmemberevent",
                    "history_is_never_emptied",
                    func="""
                RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'history_is_never_emptied',
                    TABLE = TG_TABLE_NAME, MESSAGE = 'history_is_never_emptied';
            """,
                    hash="450cbce2d7bcae7a266d9947d8b809c7b7131a33",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_history_is_never_emptied_972f7",
                    table="corpus_groupmemberevent",
                    when="BEFORE",
                ),
            ]
        ),
    ]
