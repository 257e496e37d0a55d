from django.urls import path, re_path

from contacts.views import pair

urlpatterns = [
    path("pairs/", pair.pairs, name="pairs"),
    re_path(r"^pairs/(?P<a>[A-Za-z0-9]{2,16})-(?P<b>[A-Za-z0-9]{2,16})/$", pair.page, name="pair"),
]
