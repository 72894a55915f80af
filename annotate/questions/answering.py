"""Answer a question a page at a time, or whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotate.models import Question
from annotate.questions.asking import Answer, Asked, Stage
from annotate.questions.circles import Circles
from annotate.questions.copied import OnlyCopied
from annotate.questions.dates import NothingSince, Undated
from annotate.questions.links import BrokenLinks, LinksToLookAt
from annotate.questions.replies import NoReply
from annotate.questions.second_looks import ClaimsBeingSplit, TagsToLookAt
from annotate.questions.source_counts import Contested, NoDenial, OneSource
from annotate.web.paging import PAGE_SIZE, cursor_behind, page

STAGES: dict[str, tuple[type[Stage[Any]], ...]] = {
    Question.ONE_SOURCE: (OneSource,),
    Question.ONLY_COPIED: (OnlyCopied,),
    Question.CONTESTED: (Contested,),
    Question.NO_DENIAL: (NoDenial,),
    Question.NO_REPLY: (NoReply,),
    Question.NOTHING_SINCE: (NothingSince, Undated),
    Question.SECOND_LOOKS: (TagsToLookAt, LinksToLookAt, ClaimsBeingSplit),
    Question.BROKEN_LINKS: (BrokenLinks,),
    Question.CIRCLES: (Circles,),
}
ORDER = ("id",)
# What a page looks through: where few rows answer, 1,500 of them, then it offers to go on.
SIZES = (100, 200, 400, 800)
_AT_ONCE = 500


@dataclass(frozen=True)
class Answers:
    """A page of answers, and the cursor of what follows: empty at the end.

    `looked_through` is the number of rows looked at where the page stopped before it was full
    and before the end; else 0.
    """

    rows: list[Answer]
    next_cursor: str = ""
    looked_through: int = 0


def answers_to(
    question: str,
    asked: Asked,
    *,
    after: str | None = None,
    sizes: Sequence[int] = SIZES,
    length: int = PAGE_SIZE,
) -> Answers:
    """Return a page of the answers to a question, in a bounded number of queries.

    Each of `sizes` is a batch of rows looked through at once; `length` is that of a page. A
    cursor that is broken, or of another question, answers the first page.
    """
    stages = STAGES[question]
    found, place = list[Answer](), ""
    for step in _steps(stages, asked, *_read(after, len(stages)), sizes):
        if step.answer is None:
            return Answers(found, step.place, step.looked_through)
        if len(found) == length:
            return Answers(found, place)
        found.append(step.answer)
        place = step.place
    return Answers(found)


def every_answer(question: str, asked: Asked) -> Iterator[Answer]:
    """Yield the answers to a question in the order of its pages."""
    for make in STAGES[question]:
        stage = make(asked)
        rows, cursor, more = stage.rows(), "", True
        while more:
            batch = page(rows, ORDER, cursor, _AT_ONCE)
            answers = stage.answers(batch.rows)
            yield from (answers[row.pk] for row in batch.rows if row.pk in answers)
            cursor = batch.next_cursor
            more = bool(cursor)


class _Step(NamedTuple):
    """An answer and the cursor of what follows it; or where the walk stopped, without one."""

    place: str
    answer: Answer | None
    looked_through: int = 0


def _steps(
    stages: Sequence[type[Stage[Any]]],
    asked: Asked,
    number: int,
    cursor: str,
    sizes: Sequence[int],
) -> Iterator[_Step]:
    """Yield the answers of some lists one after the other; each is walked as far as `sizes`."""
    for at, make in list(enumerate(stages))[number:]:
        stage = make(asked)
        rows = stage.rows()
        for size in sizes:
            batch = page(rows, ORDER, cursor, size)
            answers = stage.answers(batch.rows)
            for row in batch.rows:
                if row.pk in answers:
                    yield _Step(f"{at}.{cursor_behind(rows, ORDER, row)}", answers[row.pk])
            cursor = batch.next_cursor
            if not cursor:
                break
        else:
            yield _Step(f"{at}.{cursor}", None, sum(sizes))
            return


def _read(after: str | None, most: int) -> tuple[int, str]:
    """Return the number of the list that a cursor is of, and the rest of it."""
    number, _dot, rest = (after or "").partition(".")
    known = number in {str(one) for one in range(most)}
    return (int(number), rest) if known and rest else (0, "")
