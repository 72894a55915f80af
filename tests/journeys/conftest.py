"""A real browser on a real server, for the stories of `tests/journeys`."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT as AXE
from django.conf import settings
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests import make

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
# Chromium heeds the last list of features only, so ours repeats Playwright's own. The last three
# make processes for a window's frame and for pages to come: half a second of each new window.
NO_FEATURES = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "SpareRendererForSitePerProcess",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    f"--disable-features={','.join(NO_FEATURES)}",
]
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium; skip where it is missing, except in CI, where that is a failure."""
    if not CHROMIUM:
        sentence = "Chromium is missing, so no journey was made: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live):
    """Return a function that gives a page signed in as somebody; no page may log an error."""
    contexts, errors = [], []

    def sign_in(somebody, *, size=WIDE, **options) -> Page:
        context = chromium.new_context(viewport=size, base_url=live, **options)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        if somebody is not None:
            session = make.browser(somebody).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live}]
            )
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda said: "Content Security Policy" in said.text and errors.append(said.text),
        )
        return page

    yield sign_in
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(open_page, reviewer) -> Page:
    """Return a wide page of the reviewer's."""
    return open_page(reviewer)


@pytest.fixture
def statement(seeds) -> str:
    """Return the path of the seed statement."""
    return f"/documents/{seeds.statement.pk}/"


@pytest.fixture
def report(seeds) -> str:
    """Return the path of the seed report."""
    return f"/documents/{seeds.report.pk}/"


def violations(page: Page) -> list[str]:
    """Return what axe finds that is serious or worse, as sentences."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then((one) => one.violations)")
    return [
        f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:120]})"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def wrongs(page: Page, address: str) -> list[str]:
    """Return what is wrong with a page, wide or narrow: its answer, what axe finds, its width."""
    page.set_viewport_size(WIDE)
    answer = page.goto(address)
    assert answer
    found = [] if answer.status == 200 else [f"answers {answer.status}"]
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        wide, window = inner(page)
        found += [f"at {size['width']} px: {wrong}" for wrong in violations(page)]
        found += [f"{wide} px wide in {window}"] if wide > window else []
    return found


PLACE = (Path(__file__).parent / "place.js").read_text("utf-8")


def words_box(page: Page, words: str) -> dict[str, float]:
    """Return where `words` begin and end in the window (px), after bringing them into view."""
    box: dict[str, float] = page.evaluate(PLACE, words)
    return box


def drag_over(page: Page, words: str) -> None:
    """Select `words` as a hand does: press before the first, drag, let go after the last."""
    box = words_box(page, words)
    page.mouse.move(box["left"], box["top"])
    page.mouse.down()
    page.mouse.move((box["left"] + box["right"]) / 2, box["bottom"], steps=5)
    page.mouse.move(box["right"], box["bottom"], steps=5)
    page.mouse.up()


def selected_words(page: Page) -> str:
    """Return the words the picker was opened for."""
    return page.locator("#picker .selected-words").inner_text()


def picked(page: Page, public_id: str) -> None:
    """Wait until the list offers the claim first."""
    expect(page.locator("#found [role=option]").first).to_have_attribute("data-claim", public_id)


def saved(page: Page) -> None:
    """Wait for the word that the tag is stored."""
    expect(page.locator("#toast")).to_contain_text("Saved")


def inner(page: Page) -> tuple[float, float]:
    """Return how wide the page is, and how wide the window (px)."""
    widths: list[float] = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return widths[0], widths[1]
