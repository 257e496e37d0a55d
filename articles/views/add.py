"""Giving articles: pasted words, and files. The web process streams a file to the storage; workers read it."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles import intake, originals, uploads
from articles.forms import ArticleForm, BatchForm, known_outlets
from articles.models import Basis, Upload
from articles.queries_batch import last_batches
from config.access import Role, needs

NO_FILES = "Choose at least one file."


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def add(request: HttpRequest) -> HttpResponse:
    """The page where articles are given; posted, it takes the pasted one."""
    form = ArticleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        basis = Basis.TYPED if given["published"] else ""
        stored = intake.store(user=request.user, origin=intake.Origin(published_basis=basis), **given)
        _tell(request, stored)
        return redirect("articles:list" if stored.article.removed else "article", *_place(stored))
    return _page(request, form, BatchForm(prefix="batch"))


def _place(stored: intake.Stored) -> list[int]:
    return [] if stored.article.removed else [stored.article.pk]


def _tell(request: HttpRequest, stored: intake.Stored) -> None:
    title = stored.article.title
    if stored.article.removed:
        messages.warning(request, f"“{title}” was removed earlier. Bring it back under “removed” in this list.")
    elif stored.already_here:
        messages.info(request, f"Already here since {stored.article.added_at:%-d %B %Y}: “{title}”.")
    else:
        messages.success(request, f"Taken: “{title}”. It is being read; this page follows it.")


def _page(request: HttpRequest, form: ArticleForm, batch: BatchForm, problem: str = "") -> HttpResponse:
    context = {
        "form": form,
        "batch": batch,
        "problem": problem,
        "outlets": known_outlets(),
        "running": last_batches(request.user),
        "largest": originals.LARGEST,
    }
    wrong = form.is_bound or batch.is_bound or problem
    return render(request, "articles/add.html", context, status=422 if wrong else 200)


@require_POST
@needs(Role.ANALYST)
def send_form(request: HttpRequest) -> HttpResponse:
    """All files in one form: for browsers without our script."""
    batch, files = BatchForm(request.POST, prefix="batch"), request.FILES.getlist("files")
    if not batch.is_valid() or not files:
        return _page(request, ArticleForm(), batch, "" if files else NO_FILES)
    upload = uploads.take_form(request.user, files, uploads.Defaults(**batch.cleaned_data))
    return redirect("articles:batch", upload.pk)


@require_POST
@needs(Role.ANALYST)
def begin(request: HttpRequest) -> JsonResponse:
    """Announce files: answers with the batch, where each is to be sent, and which of them have not arrived yet."""
    try:
        asked = json.loads(request.body)
        announced = [uploads.Announced.of(str(name), int(size), int(when)) for name, size, when in asked["files"]]
        into, name, typed = int(asked.get("into") or 0), str(asked.get("name") or ""), dict(asked.get("batch") or {})
    except (ValueError, TypeError, KeyError, OverflowError):
        return JsonResponse({"problem": "The announcement of files could not be read. Reload the page."}, status=400)
    batch = BatchForm(typed)
    if not batch.is_valid():
        return JsonResponse({"problem": " ".join(e for errors in batch.errors.values() for e in errors)}, status=422)
    if not announced or len(announced) > uploads.MOST_ANNOUNCED:
        return JsonResponse({"problem": NO_FILES}, status=422)
    begun = uploads.begin(
        request.user, announced, name=name, into=into, defaults=uploads.Defaults(**batch.cleaned_data)
    )
    return JsonResponse(
        {
            "batch": begun.upload.pk,
            "page": reverse("articles:batch", args=[begun.upload.pk]),
            "send": reverse("articles:send", args=[begun.upload.pk]),
            "missing": begun.missing,
        }
    )


@require_POST
@needs(Role.ANALYST)
def send(request: HttpRequest, pk: int) -> JsonResponse:
    """One file as the body of the request, described in the address. Streamed to the storage, never held whole."""
    upload = get_object_or_404(Upload, pk=pk)
    try:
        announced = uploads.Announced.of(
            request.GET["name"], int(request.GET["size"]), int(request.GET.get("modified") or 0)
        )
        if max(announced.size, int(request.META.get("CONTENT_LENGTH") or 0)) > originals.LARGEST:
            raise originals.TooLarge
        file = uploads.take(upload, announced, originals.chunks_of(request))
    except (KeyError, ValueError, OSError) as error:
        return _not_taken(error)
    return JsonResponse({"file": file.pk}, status=201)


def _not_taken(error: Exception) -> JsonResponse:
    if isinstance(error, originals.TooLarge):
        return JsonResponse({"problem": str(error)}, status=413)
    if isinstance(error, uploads.CutShort):
        return JsonResponse({"problem": f"The connection broke: {error}", "again": True}, status=400)
    return JsonResponse({"problem": "The file could not be taken.", "again": isinstance(error, OSError)}, status=400)
