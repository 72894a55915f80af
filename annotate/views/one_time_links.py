"""Signing in by the demo's one-time link."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

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
