from django.contrib.admin.apps import AdminConfig


class UsersConfig(AdminConfig):
    default_site = "config.admin.Site"

    def ready(self) -> None:
        super().ready()
        from django.contrib.admin import site
        from django.contrib.auth.models import Group, User

        from config.people_admin import PeopleAdmin

        site.unregister([User, Group])
        site.register(User, PeopleAdmin)
