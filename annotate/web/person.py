"""Who asks: every page is behind the sign-in, so the user is a Person."""

from django.http import Http404, HttpRequest

from corpus.models import Person


def person_of(request: HttpRequest) -> Person:
    """Return the signed-in person; raise Http404 for anybody else."""
    if not isinstance(request.user, Person):
        raise Http404
    return request.user
