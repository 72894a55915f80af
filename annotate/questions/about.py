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
        _("One source that errs, or is made to, takes the whole claim with it."),
        _(
            "A source says so itself or is said by others to hold it; those who belong to one "
            "body, and those who copy the same work, are one. A claim that has “at most two” "
            "now may come to have one once somebody has reviewed where its documents come "
            "from; it is not listed yet."
        ),
    ),
    Question.ONLY_COPIED: About(
        _("Every quote by which somebody holds the claim is taken from another work."),
        _("Words change when they are passed on: get the original before you cite them."),
        _(
            "Looked at are all quotes of those who say so themselves, agree, or are said to hold "
            "it. Each has a work it is copied from: named for the quote, its passage or its "
            "document. Quotes on the other side, and quotes that only ask, make no difference. "
            "Who copies an earlier work of their own is listed too."
        ),
    ),
    Question.CONTESTED: About(
        _("Somebody holds the claim, and somebody says that it is not so."),
        _("Whoever cites one side has to know the other."),
        _(
            "One side says so, agrees, or is said by others to hold it; the other denies it or "
            "disagrees with those who hold it. Whoever only asks or doubts takes no side."
        ),
    ),
    Question.NO_DENIAL: About(
        _("Somebody holds the claim, and nobody is recorded as saying that it is not so."),
        _("Silence is not agreement: perhaps the other side was not looked for."),
        _(
            "A denial by a name that no curator has confirmed yet is a denial here. Whoever only "
            "asks or doubts denies nothing."
        ),
    ),
    Question.NO_REPLY: About(
        _("Others speak of it, and the State the claim concerns says nothing on it."),
        _("A finding against a State is fair only once its answer was sought."),
        _(
            "Concerned is the one you choose; else every State, body of a State and organization "
            "of States that others say to hold the claim, or that the claim names. It has "
            "replied where its own words on the claim are tagged, also as quoted by others, or "
            "where its words are linked as a reply to a quote on the claim. Its bodies and those "
            "who speak for it answer for it. That a claim concerns a State it does not name "
            "cannot be known: choose the State then."
        ),
    ),
    Question.NOTHING_SINCE: About(
        _("The newest dated words on the claim are older than the year you give."),
        _("What was so then need not be so now: look for newer sources."),
        _(
            "A quote is of the day its passage was said, else its document; words of somebody "
            "else within a document do not take the document’s date. Claims without any date "
            "are listed apart at the end."
        ),
    ),
    Question.SECOND_LOOKS: About(
        _("Something under these was changed, or people read them differently."),
        _("None of them counts until somebody says whether it still holds."),
        _(
            "Quotes that were put in doubt by a new text, a new wording of the claim or a change "
            "of who speaks; quotes that somebody objects to or that two people read differently; "
            "links put in doubt though both their quotes stand; claims that are being split."
        ),
    ),
    Question.BROKEN_LINKS: About(
        _("One end of the link was withdrawn, rejected, or needs a second look itself."),
        _("An argument whose first or last step is gone no longer holds."),
        _("Links that somebody withdrew or rejected are not listed."),
    ),
    Question.CIRCLES: About(
        _("A document is taken from another that is, at some remove, taken from the first."),
        _("Circular reporting looks like many sources and is one, or none."),
        _(
            "Followed is all that is recorded as copied: by documents, by passages of their "
            "present text and by quotes that stand. Of documents that all lead back to each "
            "other a shortest ring is shown, once."
        ),
    ),
}
