"""Django's user administration, opened to our administrators. Nothing of the archive can be edited there."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from config.access import Role, role_of


class Site(admin.AdminSite):
    site_header = site_title = "Who met whom: users"
    index_title = "Who may do what"

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and role_of(request.user) >= Role.ADMINISTRATOR
