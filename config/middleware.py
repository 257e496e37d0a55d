"""Middleware of our own."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect


class FragmentLogin:
    """A fragment asked for after the session has ended opens the login page as a page, and not inside the old one.

    htmx follows a plain redirect by itself and would put the login form where a proposal stood.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        login = resolve_url(settings.LOGIN_URL)
        if not (request.htmx and answer.status_code == 302 and urlsplit(answer.url).path == login):
            return answer
        page = request.htmx.current_url_abs_path or "/"
        return HttpResponseClientRedirect(f"{login}?{urlencode({'next': page})}")
