from django.urls import path

from articles.views import add, article, batch
from articles.views import list as listing

app_name = "articles"
urlpatterns = [
    path("", listing.article_list, name="list"),
    path("choose/", listing.choose, name="choose"),
    path("remove/", listing.remove, name="remove"),
    path("add/", add.add, name="add"),
    path("add/files/", add.send_form, name="send_form"),
    path("add/begin/", add.begin, name="begin"),
    path("batches/", batch.batches, name="batches"),
    path("batches/<int:pk>/", batch.batch, name="batch"),
    path("batches/<int:pk>/send/", add.send, name="send"),
    path("files/<int:pk>/again/", batch.again, name="again"),
    path("files/<int:pk>/paste/", batch.paste, name="paste"),
    path("files/<int:pk>/columns/", batch.columns, name="columns"),
    path("files/<int:pk>/original/", batch.original, name="file_original"),
    path("<int:pk>/details/", article.details, name="details"),
    path("<int:pk>/correct/", article.correct, name="correct"),
    path("<int:pk>/anew/", article.anew, name="anew"),
    path("<int:pk>/original/", article.original, name="original"),
    path("<int:pk>/state/", listing.state, name="state"),
    path("<int:pk>/retry/", listing.retry, name="retry"),
]
