"""Where a request comes from, when proxies stand before us."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address of the client, as the outermost of our own proxies saw it.

    Each of the PROXY_COUNT proxies appends one address to X-Forwarded-For; what is left of
    theirs was written by the client and is not believed.
    """
    hops = settings.PROXY_COUNT
    addresses = request.headers.get("X-Forwarded-For", "").split(",")
    if hops and len(addresses) >= hops and addresses[-hops].strip():
        return addresses[-hops].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
