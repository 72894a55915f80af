"""The coding rules, and nine sentences that are easily coded wrongly.

The traps are the nine of `seeds/reference.json`, in words for people.
"""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

type Words = "str | StrPromise"


class Rule(NamedTuple):
    """One rule: what to do, and why."""

    name: str
    title: Words
    words: Words


class Choice(NamedTuple):
    """One of the six things a card can say: the two answers that give it, and an example."""

    whose: Words
    agree: Words
    says: Words
    example: Words


class Trap(NamedTuple):
    """Words that are easily coded wrongly, beside how it is right."""

    name: str
    quote: Words
    source: Words
    wrong: Words
    right: Words
    why: Words


RULES = (
    Rule(
        "claim",
        _("The claim is the proposition itself."),
        _(
            "Write who does or holds what, not who says so: “Terrorism, separatism and extremism "
            "are to be treated as equivalent.” Who says it, and who is said to think it, stands "
            "in the tag. So one claim gathers everybody who speaks of it."
        ),
    ),
    Rule(
        "whose-words",
        _("Whose words are they?"),
        _(
            "The document’s author speaks, unless a passage says that somebody else does, as in a "
            "block quote. Officials speak for their body: the words are the United States’, the "
            "speaker is Mr. Blake."
        ),
    ),
    Rule(
        "whose-position",
        _("Whose position is it?"),
        _(
            "Their own, or somebody else’s whom they agree with, disagree with or only report. "
            "Whoever is described is not the one who speaks."
        ),
    ),
    Rule(
        "licence",
        _("The words inside the quote must show it."),
        _(
            "Whether somebody agrees, disagrees or reports must be said by words inside the quote. "
            "Extend the quote until “disagrees with”, “as … underscored” or “the position that” "
            "is in it. A quote without its cue is a selective quotation."
        ),
    ),
    Rule(
        "caveat",
        _("A caveat belongs to what it limits."),
        _(
            "Look just outside the quote for “however”, “although”, “unless”, “largely” or "
            "“reportedly”, also at the start of the next sentence. Where the quote says more "
            "than the text does, extend it: the text has “largely unquestioned by the "
            "international community”, so “unquestioned by the international community” alone "
            "is a selective quotation. Such words are pointed out before a tag is saved; whether "
            "they matter is yours to say."
        ),
    ),
    Rule(
        "open",
        _("If you can only guess from the tone, leave it open."),
        _("Choose somebody else’s position, and leave open whether they agree: it is reported."),
    ),
    Rule(
        "one-document",
        _("A tag speaks for its own document."),
        _(
            "What another document says belongs into a tag there; join the two with a link that "
            "says why."
        ),
    ),
    Rule(
        "doubt",
        _("In doubt, ask."),
        _("Put a question on the tag: it waits on the home page of whoever made it."),
    ),
)

CHOICES = (
    Choice(
        _("their own"),
        _("yes"),
        _("says so"),
        _("“The Charter of the United Nations forbids the use of force.”"),
    ),
    Choice(
        _("their own"), _("no"), _("says it is not so"), _("“There are no political prisoners.”")
    ),
    Choice(
        _("their own"),
        _("leave it open"),
        _("asks or doubts whether"),
        _("“Is the trial of these men a fair one?”"),
    ),
    Choice(
        _("somebody else’s"),
        _("yes"),
        _("agrees with"),
        _("“As the General Assembly has underscored, …”"),
    ),
    Choice(
        _("somebody else’s"),
        _("no"),
        _("disagrees with"),
        _("“disagrees with the SCO’s position that equates …”"),
    ),
    Choice(
        _("somebody else’s"),
        _("leave it open"),
        _("reports that they hold it"),
        _("“the principle within the Strategy of ensuring …”"),
    ),
)

_STATEMENT = _("Explanation of vote by the United States, 2023")
_REPORT = _("Human Rights in China on the Shanghai Cooperation Organization, 2011")

TRAPS = (
    Trap(
        "block-quote",
        "The United Nations and the Shanghai Cooperation Organization share the same principles …",
        _REPORT,
        _("Human Rights in China says so."),
        _("The UN Secretary-General says so, as quoted by Human Rights in China."),
        _(
            "It is a block quote without quotation marks; only the two lines after it show who "
            "speaks."
        ),
    ),
    Trap(
        "subject",
        "justifying Russia’s brutal war against Ukraine",
        _STATEMENT,
        _("The United States says that the war is justified."),
        _("The United States disagrees with the SCO that the war is justified."),
        _("Who justifies is the SCO: the verb is about it, not about the speaker."),
    ),
    Trap(
        "cue",
        "the SCO’s position that equates terrorism, separatism, and extremism",
        _STATEMENT,
        _("The United States says that terrorism, separatism and extremism are equivalent."),
        _(
            "The United States disagrees with the SCO that they are, and “the United States "
            "disagrees with” stands inside the quote."
        ),
        _("Selecting only “the SCO’s position that …” drops the disagreement."),
    ),
    Trap(
        "other-document",
        "gives equal weight to alleged separatist, extremist, and terrorist acts",
        _REPORT,
        _("The SCO and the United States both hold it."),
        _("Human Rights in China reports that the SCO holds it."),
        _("The United States speaks of it in the other document. A tag speaks for its own."),
    ),
    Trap(
        "same-voice",
        "[W]e think the SCO is a good platform",
        _REPORT,
        _("A second source beside the United States’ statement of 2023; Mr. Blake’s exact words."),
        _("The United States again, the same one; a quotation altered by who quotes it."),
        _("An official speaks for the same State. The bracket and the dots are not the speaker’s."),
    ),
    Trap(
        "navigation",
        "Skip to content Skip to navigation",
        _REPORT,
        _("Tagging it as text of the document."),
        _("It is kept, greyed, and takes no tags."),
        _("It is navigation of the web page."),
    ),
    Trap(
        "capture",
        "The website encountered an unexpected error. Please try again later.",
        _REPORT,
        _("Tagging it as text of the document."),
        _("It takes no tags, and the document is marked as partly captured."),
        _(
            "It is an error message at the end of the capture, and the line before it breaks off "
            "in mid-sentence: a curator should get the page again."
        ),
    ),
    Trap(
        "scare-quotes",
        "countering terrorism",
        _STATEMENT,
        _("A quotation of the SCO."),
        _("Words of the United States, which doubts them by quotation marks."),
        _("Quotation marks alone quote nobody: no source is named."),
    ),
    Trap(
        "shared-word",
        "Compromise of Human Rights Under Cover of Counter-Terrorism",
        _REPORT,
        _("The same claim as “cultural diversity is used as a cover”, because both say “cover”."),
        _("Another claim: here counter-terrorism is the cover, there cultural diversity is."),
        _("A shared word is not a shared proposition."),
    ),
)
