"""Views that belong to no app."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordChangeView
from django.contrib.messages.views import SuccessMessageMixin
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when this process can reach its database: what a supervisor asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was opened before its owner logged in or out, or came from another site."""
    why = "This form is no longer valid. Go back, reload the page and send it again. Nothing was changed."
    return render(request, "403.html", {"why": why}, status=403)


class ChangePassword(SuccessMessageMixin, PasswordChangeView):
    success_url = "/"
    success_message = "Your password is changed."
