from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("", views.article_list, name="list"),
    path("add/", views.add, name="add"),
    path("<int:pk>/state/", views.state, name="state"),
    path("<int:pk>/retry/", views.retry, name="retry"),
]
