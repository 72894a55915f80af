"""Signing in by the demo's one-time link, and the answer to “are you well?”."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from annotate.server.sign_in_links import use_link
from corpus.models import Person


@never_cache
@login_not_required
@require_GET
def sign_in_once(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in whom the link was made for, once; afterwards ask for the password."""
    person = Person.objects.filter(username=use_link(token), is_active=True).first()
    if person is None:
        messages.error(request, _("This link was already used or replaced. Please sign in."))
        return redirect(settings.LOGIN_URL)
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)


@never_cache
@login_not_required
@require_safe
def show_health(request: HttpRequest) -> HttpResponse:
    """Say whether this worker reaches its database: 200 or 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", "text/plain", status=503)
    return HttpResponse("well\n", "text/plain")
