"""The pages of batches: all of them, one as it is being read, and what is done about a single line."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles import originals, queries_batch, uploads
from articles.forms import ArticleForm, ColumnsForm, known_outlets
from articles.models import Upload, UploadedFile
from articles.views.article import as_download
from config.access import Role, needs


@require_GET
@needs(Role.READER)
def batches(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/batches.html", {"page": queries_batch.batches(request.GET.get("page"))})


@require_GET
@needs(Role.READER)
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """A batch with its lines. The page asks again while something moves: 204 until something has changed."""
    upload = get_object_or_404(Upload.objects.select_related("by"), pk=pk)
    if request.htmx and request.GET.get("seen") == queries_batch.progress(upload).stamp:
        return HttpResponse(status=204)
    return _shown(request, upload, request.GET)


def _shown(request: HttpRequest, upload: Upload, asked: QueryDict, tried: int | None = None) -> HttpResponse:
    """The page, or for htmx what changes of it; ``tried`` is the line that the focus stays on."""
    shown = queries_batch.batch_page(upload, asked.get("show", ""), asked.get("page"))
    template = "articles/batch.html" + ("#live" if request.htmx else "")
    return render(request, template, {"shown": shown, "tried": tried})


def _file(pk: int) -> UploadedFile:
    return get_object_or_404(UploadedFile.objects.select_related("upload__by", "parent", "article", "like"), pk=pk)


def _back(file: UploadedFile) -> HttpResponse:
    return redirect(f"{reverse('articles:batch', args=[file.upload_id])}#f{file.pk}")


@require_POST
@needs(Role.ANALYST)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a file once more; with ``any`` whatever its language is."""
    file = _file(pk)
    started = uploads.try_again(file, any_language=bool(request.POST.get("any")))
    if request.htmx:
        return _shown(request, file.upload, request.POST, tried=file.pk)
    if not started:
        messages.info(request, "This file is being read, or has been; there is nothing to try again.")
    return _back(file)


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of a file that could not be read, pasted by hand."""
    file = _file(pk)
    initial = {"outlet": file.upload.outlet, "published": file.upload.published}
    form = ArticleForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        stored = uploads.paste(file, request.user, **form.cleaned_data)
        said = "Already here" if stored.already_here else "Taken"
        messages.success(request, f"{said}: “{stored.article.title}”.")
        return _back(file)
    context = {"form": form, "file": file, "outlets": known_outlets()}
    return render(request, "articles/paste.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column of a table is which: asked before anything of it is stored."""
    file = _file(pk)
    if not file.table:
        messages.info(request, "This file is no table that asks for its columns.")
        return _back(file)
    form = ColumnsForm(file.table, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not uploads.map_columns(file, form.mapping()):
            messages.info(request, "Its columns were mapped before.")
        return _back(file)
    return render(request, "articles/columns.html", {"form": form, "file": file}, status=422 if form.is_bound else 200)


@require_GET
@needs(Role.READER)
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The kept file as it was given."""
    file = _file(pk)
    if not file.original or not originals.exists(file.original):
        messages.warning(request, "This line has no file of its own that could be downloaded.")
        return _back(file)
    return as_download(file.original, file.name)
