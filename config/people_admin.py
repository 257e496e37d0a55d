"""Users with what matters here: name, password, role."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from config.access import role_of


class PeopleAdmin(UserAdmin):
    """A role is a group; the groups themselves cannot be edited, so that nobody takes a role away from everybody."""

    list_display = ("username", "first_name", "last_name", "role", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("groups", "is_active"), "description": "Without a group: a reader."}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("username", "password1", "password2", "groups")}),)
    filter_horizontal = ()

    @admin.display(description="role")
    def role(self, user) -> str:
        return role_of(user).group

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Users are made inactive, never deleted: their decisions stay theirs."""
        return False
