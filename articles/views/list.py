"""The list of articles, and what is done with those that were chosen in it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles import chosen, hooks, queries, removal
from articles.forms import known_outlets
from articles.forms_list import ListFilter
from articles.models import Article, ArticleState
from config.access import Role, needs

UNDO = "removed_just_now"


@require_GET
@needs(Role.READER)
def article_list(request: HttpRequest) -> HttpResponse:
    """The list; the address holds what it is narrowed to."""
    form = ListFilter(request.GET)
    wanted = form.wanted()
    context = {
        "form": form,
        "list": queries.article_list(wanted, request.GET.get("page"), request.user),
        "wanted": wanted,
        "outlets": known_outlets(),
        "query": form.address(),
        "stateless": form.address(state=""),
        "removed_just_now": request.session.pop(UNDO, []),
    }
    return render(request, "articles/list.html", context)


@require_GET
@needs(Role.READER)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The state cell of a row that is being watched. 204 (nothing is redrawn) while it stays as the page has it."""
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    if ArticleState(article.state).moves and article.state == request.GET.get("seen"):
        return HttpResponse(status=204)
    return _state(request, article)


def _state(request: HttpRequest, article: Article) -> HttpResponse:
    article.untold = article.pk in hooks.untold_to(request.user)
    return render(request, "articles/list.html#state", {"article": article})


@require_POST
@needs(Role.ANALYST)
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have one article read again."""
    article = get_object_or_404(Article.objects.defer("text"), pk=pk)
    chosen.read_again([article.pk])
    article.refresh_from_db(fields=["state", "state_note"])
    if request.htmx:
        return _state(request, article)
    return redirect("article", article.pk)


def _back(request: HttpRequest) -> str:
    """The list as it was narrowed when somebody chose in it."""
    query = ListFilter(QueryDict(request.POST.get("query", "")[:2000])).address()
    return reverse("articles:list") + (f"?{query}" if query else "")


def _chosen_ids(request: HttpRequest) -> list[int]:
    narrowed = ListFilter(QueryDict(request.POST.get("query", "")[:2000])).wanted()
    return chosen.ids(request.POST.getlist("article"), narrowed if request.POST.get("all") else None)


@require_POST
@needs(Role.ANALYST)
def choose(request: HttpRequest) -> HttpResponse:
    """Do something with the chosen articles: read them again, ask about removing them, or bring them back."""
    ids = _chosen_ids(request)
    if not ids:
        messages.warning(request, "Choose at least one article first.")
    elif request.POST.get("do") == "again":
        messages.success(request, chosen.read_again(ids).words)
    elif request.POST.get("do") == "back":
        back = removal.bring_back(ids, request.user)
        messages.success(request, f"Brought back: {chosen.articles(len(back))}.")
    elif request.POST.get("do") == "remove":
        return _ask(request, ids)
    return redirect(_back(request))


def _ask(request: HttpRequest, ids: list[int]) -> HttpResponse:
    context = {
        "ids": ids,
        "first": Article.objects.filter(pk__in=ids).values_list("title", flat=True)[:5],
        "hangs": removal.what_hangs_on(set(ids) - hooks.untold_to(request.user)),
        "query": request.POST.get("query", ""),
        "back": _back(request),
    }
    return render(request, "articles/remove.html", context)


@require_POST
@needs(Role.ANALYST)
def remove(request: HttpRequest) -> HttpResponse:
    """Remove the articles that somebody was asked about."""
    removed = removal.remove(_chosen_ids(request), request.user)
    if removed:
        request.session[UNDO] = removed
    else:
        messages.warning(request, "Nothing was removed: these articles were removed before, or none was chosen.")
    return redirect(_back(request))
