"""The address map. Which page shows an article is decided here, so that articles need not know."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.urls import include, path
from django.views.generic import RedirectView

from config import views

urlpatterns = [
    path("", include("contacts.urls")),
    path("articles/", include("articles.urls")),
    path("articles/<int:pk>/", RedirectView.as_view(pattern_name="contacts:review", query_string=True), name="article"),
    path("login/", auth_views.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("password/", views.ChangePassword.as_view(), name="password_change"),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
]
