"""The admin of the corpus: people, collections, memberships and agents.

Documents and passages are registered by `annotate.admin`, because what a curator changes in
them has consequences for the tags.
"""

from django.contrib import admin
from django.contrib.auth import admin as _auth_admin  # noqa: F401  (registers what we take out)
from django.contrib.auth.models import Group

from corpus.admin import agents, collections, people

__all__ = ["agents", "collections", "people"]

admin.site.site_header = "Corroborate"
admin.site.site_title = "Corroborate"
admin.site.index_title = "Curation"
admin.site.disable_action("delete_selected")
admin.site.unregister(Group)
