"""What is known about one article beside its text: shown, corrected, and its original given back."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles import details as known
from articles import originals, queries, uploads
from articles.forms import DetailsForm, known_outlets
from articles.languages import language_name
from articles.models import Article
from config.access import Role, needs

DOWNLOAD_POLICY = "default-src 'none'; sandbox"


@require_GET
@needs(Role.READER)
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, outlet, date, address and author, with where the date was found."""
    return _page(request, pk, None)


@require_POST
@needs(Role.ANALYST)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what a person corrected."""
    form = DetailsForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form)
    article = get_object_or_404(Article, pk=pk)
    _tell(request, known.correct(article, **form.cleaned_data))
    return redirect("article", pk)


def _page(request: HttpRequest, pk: int, form: DetailsForm | None) -> HttpResponse:
    try:
        article = queries.details(pk)
    except Article.DoesNotExist as error:
        raise Http404 from error
    context = {
        "article": article,
        "form": form or DetailsForm.of(article),
        "outlets": known_outlets(),
        "language": language_name(article.language),
        "newer_reader": uploads.may_be_read_anew(article),
    }
    return render(request, "articles/details.html", context, status=422 if form else 200)


def _tell(request: HttpRequest, changed: list[str]) -> None:
    if "published" in changed:
        messages.success(
            request,
            "Saved. The article is read again under the new date. Your decisions stay; "
            "reports that now look wrong are marked.",
        )
    elif changed:
        messages.success(request, "Saved.")
    else:
        messages.info(request, "Nothing was changed.")


@require_POST
@needs(Role.ANALYST)
def anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the article's file read by the present reader; the batch page tells what came of it."""
    upload = uploads.read_anew(get_object_or_404(Article.objects.defer("text"), pk=pk), request.user)
    if upload is None:
        messages.info(request, "There is no newer reader than the one that made this text.")
        return redirect("articles:details", pk)
    return redirect("articles:batch", upload.pk)


@require_GET
@needs(Role.READER)
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that the article came in."""
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    if not article.original or not originals.exists(article.original):
        messages.info(request, "No file is kept with this article: its words were pasted.")
        return redirect("articles:details", pk)
    return as_download(article.original, article.file_name)


def as_download(kept: str, name: str) -> FileResponse:
    """A stranger's file: never shown in the page's place, never guessed at, under a policy that allows nothing."""
    plain = name.rsplit("/", 1)[-1] or "original"
    answer = FileResponse(
        originals.open_kept(kept), as_attachment=True, filename=plain, content_type="application/octet-stream"
    )
    answer["Content-Security-Policy"] = DOWNLOAD_POLICY
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
