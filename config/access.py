"""Who may do what: three roles, each with the rights of the ones before it.

A *reader* sees everything, an *analyst* also adds and reviews articles, an *administrator* also manages users.
Somebody who is in no group is a reader. A view names the role that it needs; nothing else decides.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


class Role(IntEnum):
    READER = 1
    ANALYST = 2
    ADMINISTRATOR = 3

    @property
    def group(self) -> str:
        """The name of the group whose members hold this role."""
        return self.name.lower()


def role_of(user) -> Role:
    """The highest role of a logged-in user; one query a user object."""
    if not hasattr(user, "_role"):
        groups = set() if user.is_superuser else set(user.groups.values_list("name", flat=True))
        held = [role for role in Role if role.group in groups]
        user._role = Role.ADMINISTRATOR if user.is_superuser else max(held, default=Role.READER)
    return user._role


def needs(role: Role) -> Callable:
    """Decorator of a view: 403 below ``role``. Login itself is demanded of every view by the middleware."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if role_of(request.user) < role:
                raise PermissionDenied(f"This needs the role {role.group}.")
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def roles(request: HttpRequest) -> dict:
    """Template context: what the person in front of the page may do (only to hide what would be refused)."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"may_review": False, "may_administer": False}
    return {"may_review": role_of(user) >= Role.ANALYST, "may_administer": role_of(user) >= Role.ADMINISTRATOR}


def make_groups(**_signal) -> None:
    """Create the groups of the roles, and let administrators manage users (after every migrate)."""
    from django.contrib.auth.models import Group, Permission

    groups = {role: Group.objects.get_or_create(name=role.group)[0] for role in Role}
    managing = Permission.objects.filter(content_type__app_label="auth", content_type__model="user")
    groups[Role.ADMINISTRATOR].permissions.add(*managing)
