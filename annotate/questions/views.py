"""Questions about what is missing: the questions, their answers, and those a person saved."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from annotate.exports.staging import TooManyExports
from annotate.exports.views import CSV, RETRY_AFTER
from annotate.models import Question
from annotate.queries.saved_questions import get_saved_question, saved_by
from annotate.queries.selections import ANALYSIS
from annotate.questions import answers_to
from annotate.questions.about import ABOUT
from annotate.questions.actions import remove_question as remove
from annotate.questions.files import export_answers
from annotate.questions.forms import AskForm, SaveForm
from annotate.web.going_back import SeeOther
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of

LIST, PAGE = "annotate/questions/list.html", "annotate/questions/question.html"


@require_safe
def list_questions(request: HttpRequest) -> HttpResponse:
    """List the questions, and those the person saved."""
    questions = [(question, ABOUT[question]) for question in Question]
    context = {"questions": questions, "saved": saved_by(person_of(request))}
    return draw(request, LIST, context)


@require_safe
def show_question(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a question for what this reader may see."""
    ask = _ask_form(request, slug)
    return _draw(request, ask, SaveForm(), status=200 if ask.is_valid() else 422)


@require_safe
@never_cache
def export_question(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the whole answer as CSV."""
    ask = _ask_form(request, slug, is_export=True)
    if not ask.is_valid():
        return _draw(request, ask, SaveForm(), status=422)
    try:
        made = export_answers(ask.question, ask.asked(), ask.flavour())
    except TooManyExports:
        ask.add_error(None, _("Two exports are already being made. Try again in a moment."))
        response = _draw(request, ask, SaveForm(), status=503)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    name = f"{ask.question}.csv"
    return FileResponse(made.file, as_attachment=True, filename=name, content_type=CSV)


@require_POST
def save_question(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the question with its filters under a name."""
    ask, form = _ask_form(request, slug), SaveForm(request.POST)
    if not (ask.is_valid() and form.is_valid()):
        return _draw(request, ask, form, status=422)
    try:
        saved = form.act(ask, by=person_of(request))
    except ValidationError as error:
        form.add_error("name", error.messages)
        return _draw(request, ask, form, status=422)
    if wants_part(request):
        return _draw(request, ask, SaveForm(), saved=saved.name)
    messages.success(request, _("Saved as “%(name)s”.") % {"name": saved.name})
    return SeeOther(reverse("show_question", args=[slug], query=ask.filters()))


@require_POST
def remove_question(request: HttpRequest, saved_id: int) -> HttpResponse:
    """Let a saved question go."""
    person = person_of(request)
    saved = get_saved_question(person, saved_id)
    remove(saved)
    if wants_part(request):
        return draw(request, LIST, {"saved": saved_by(person), "removed": saved}, part="saved")
    messages.success(request, _("“%(name)s” is removed.") % {"name": saved.name})
    return SeeOther(reverse("list_questions"))


def _ask_form(request: HttpRequest, slug: str, *, is_export: bool = False) -> AskForm:
    """Return the filters that were sent; raise Http404 for a question there is not."""
    if slug not in Question.values:
        raise Http404
    sent = request.POST if request.method == "POST" else request.GET
    reader = person_of(request)
    return AskForm(sent.dict(), question=slug, reader=reader, is_export=is_export)


def _file(ask: AskForm, query: dict[str, str]) -> str:
    return reverse("export_question", args=[ask.question], query=query)


def _draw(
    request: HttpRequest, ask: AskForm, form: SaveForm, *, saved: str = "", status: int = 200
) -> HttpResponse:
    filters = ask.filters() if ask.is_valid() else {}
    context = {
        "question": Question(ask.question),
        "about": ABOUT[Question(ask.question)],
        "ask": ask,
        "form": form,
        "saved": saved,
        "filters": filters,
        "csv": _file(ask, filters),
        "csv_for_analysis": _file(ask, filters | {"for": ANALYSIS}),
    }
    part = "save" if request.method == "POST" else ""
    if ask.is_valid() and not (part and wants_part(request)):
        asked = ask.asked()
        context |= {
            "asked": asked,
            "collections": asked.collections(),
            "answers": answers_to(ask.question, asked, after=request.GET.get("after")),
        }
    return draw(request, PAGE, context, part=part, status=status)
