from django.contrib.admin.apps import AdminConfig


class UsersConfig(AdminConfig):
    default_site = "config.admin.Site"
