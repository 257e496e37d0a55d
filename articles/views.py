"""Pages of the articles: the list, taking one in, and the state of one as it changes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles import hooks, intake, queries
from articles.forms import ArticleForm
from articles.models import Article, ArticleState
from config.access import Role, needs


@require_GET
@needs(Role.READER)
def article_list(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("state")
    context = {
        "page": queries.article_page(request.GET.get("page"), state),
        "counts": queries.state_counts(),
        "chosen": state if state in ArticleState.values else "",
    }
    return render(request, "articles/list.html", context)


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def add(request: HttpRequest) -> HttpResponse:
    form = ArticleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        fields = ("text", "title", "outlet", "published", "file_name")
        given = {name: form.cleaned_data[name] for name in fields if form.cleaned_data.get(name)}
        stored = intake.store(user=request.user, **given)
        if stored.already_here:
            messages.info(request, f"Already here since {stored.article.added_at:%-d %B %Y}: “{stored.article.title}”.")
        else:
            messages.success(request, f"Taken: “{stored.article.title}”. It is being read; this page follows it.")
        return redirect("article", stored.article.pk)
    context = {"form": form, "outlets": form.known_outlets()}
    return render(request, "articles/add.html", context, status=422 if form.is_bound else 200)


@require_GET
@needs(Role.READER)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The state cell of a row that is being watched. 204 (nothing is redrawn) while it stays as the page has it."""
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    if article.state == request.GET.get("seen"):
        return HttpResponse(status=204)
    return render(request, "articles/list.html#state", {"article": article})


@require_POST
@needs(Role.ANALYST)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    if article.state == ArticleState.FAILED:
        hooks.start_reading(article.pk)
    article.refresh_from_db(fields=["state", "state_note"])
    if request.htmx:
        return render(request, "articles/list.html#state", {"article": article})
    return redirect("article", article.pk)
