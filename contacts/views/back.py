"""The answer to a word of a person: back to the page that it was said on, with a line on what was done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def back(
    request: HttpRequest, words: str, otherwise: str, *, takes_back: str = "", failed: bool = False
) -> HttpResponse:
    """To ``back`` of the form where that is an address of ours, else to the page named ``otherwise``. ``takes_back`` is
    the address that undoes it at once."""
    (messages.error if failed else messages.success)(request, words, extra_tags=takes_back)
    asked = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure()) and asked.startswith("/")
    return redirect(asked if ours else reverse(otherwise))
