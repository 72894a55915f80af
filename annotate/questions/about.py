"""What each question means, why one asks it, and how exactly it is answered."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from annotate.models import Question


class About(NamedTuple):
    """A question: what it means, why one asks it, and how exactly it is answered."""

    meaning: str | Promise
    because: str | Promise
    exactly: str | Promise


ABOUT = {
    Question.ONE_SOURCE: About(
        _("Exactly one independent source holds the claim, however often it is tagged."),
        _("If that one source is wrong or misled, the whole claim falls."),
        _(
            "A source says so itself or is said by others to hold it; sources "
            "that belong to one body, or copy the same work, count as one. "
            "A claim that has “at most two” now may turn out to have one once "
            "somebody has reviewed where its documents come from; it is not listed yet."
        ),
    ),
    Question.ONLY_COPIED: About(
        _("Every quote in which somebody holds the claim is copied from another work."),
        _("Words change when they are passed on: get the original before you cite them."),
        _(
            "This looks at all quotes of those who say so themselves, agree, or are said to hold "
            "it. Each has a work it is copied from: named for the quote, its passage or its "
            "document. Quotes on the other side, and quotes that only ask, make no difference. A "
            "source that copies its own earlier work is listed too."
        ),
    ),
    Question.CONTESTED: About(
        _("Somebody holds the claim, and somebody says that it is not so."),
        _("Anyone who cites one side must know the other."),
        _(
            "One side says so, agrees, or is said by others to hold it; the other denies it or "
            "disagrees with those who hold it. A source that only asks or doubts takes no side."
        ),
    ),
    Question.NO_DENIAL: About(
        _("Somebody holds the claim, and nobody is recorded as saying that it is not so."),
        _("Silence is not agreement: perhaps nobody looked for the other side."),
        _(
            "A denial by an agent that no curator has confirmed yet counts here. A source that "
            "only asks or doubts denies nothing."
        ),
    ),
    Question.NO_REPLY: About(
        _("Others speak about the claim, and the State it concerns has said nothing."),
        _("A finding against a State is fair only once its answer has been sought."),
        _(
            "The State concerned is the one you choose; otherwise it is every State, body of a "
            "State and organization of States that is said by others to hold the claim, or that "
            "the claim names. It has replied where its own words on the claim are tagged, also as "
            "quoted by others, or where its words are linked as a reply to a quote on the claim. "
            "Its bodies, and those who speak for it, can answer for it. If a claim concerns a "
            "State it does not name, choose that State."
        ),
    ),
    Question.NOTHING_SINCE: About(
        _("The newest dated words on the claim are older than the year you give."),
        _("What was true then may not be true now: look for newer sources."),
        _(
            "A quote has the date of its passage, or else of its document; "
            "somebody else’s words within a document do not take the document’s "
            "date. Claims without any date are listed separately at the end."
        ),
    ),
    Question.SECOND_LOOKS: About(
        _("Something these rest on was changed, or people read them differently."),
        _("None of them counts until somebody says whether it still holds."),
        _(
            "Quotes put in doubt by a new text, a new wording of the claim or a change of "
            "speaker; quotes that somebody objects to or that two people read differently; links "
            "put in doubt though both their quotes count; claims that are being split."
        ),
    ),
    Question.BROKEN_LINKS: About(
        _("One end of the link was withdrawn, rejected, or needs a second look itself."),
        _("An argument whose first or last step is gone no longer holds."),
        _("Links that somebody withdrew or rejected are not listed."),
    ),
    Question.CIRCLES: About(
        _(
            "A document is copied from another that is itself copied, directly or not, from "
            "the first."
        ),
        _("Circular reporting looks like many sources and is one, or none."),
        _(
            "This follows all that is recorded as copied: by documents, "
            "by passages of their current text and by quotes that count. "
            "Where documents all lead back to each other, one shortest ring is shown."
        ),
    ),
}
