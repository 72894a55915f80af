"""What `demo` says, and the browser it opens, once the site answers."""

import os
import sys
import threading
import time
import urllib.request
import webbrowser

from django.urls import reverse

from annotate.server.sign_in_links import make_link

READY_WITHIN = 60


def welcome_when_ready(url: str, passwords: dict[str, str], *, browser: bool) -> None:
    """Print how to sign in, and open the browser as the reviewer, when `url` answers.

    Returns at once: a thread waits.
    """
    threading.Thread(target=_welcome, args=(url, passwords, browser), daemon=True).start()


def _welcome(url: str, passwords: dict[str, str], browser: bool) -> None:
    if not _answers(url + reverse("show_health")):
        return
    print(f"\nCorroborate is at {url} – Ctrl-C stops it.\n")
    for role, password in passwords.items():
        print(f"  {role:9} password {password}  or once: {_link(url, role)}")
    print(flush=True)
    if browser and _has_browser():
        webbrowser.open(_link(url, "reviewer"))


def _link(url: str, username: str) -> str:
    return url + reverse("sign_in_once", args=[make_link(username)])


def _answers(url: str) -> bool:
    """Wait for the server; say whether it answered."""
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        time.sleep(0.05)  # the server's workers tell this thread nothing
        try:
            with urllib.request.urlopen(url, timeout=5):
                return True
        except OSError:
            continue
    return False


def _has_browser() -> bool:
    """Say whether a page can be shown: not on a server, where only text browsers would open."""
    return sys.platform == "darwin" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
