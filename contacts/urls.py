from django.urls import path

from contacts.urls_pair import urlpatterns as pair_urls
from contacts.views import correct, overview, queue, review

app_name = "contacts"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("review/", queue.page, name="queue"),
    path("review/next/", queue.next_article, name="next"),
    path("review/<int:pk>/", review.page, name="review"),
    path("review/<int:pk>/here/", queue.here, name="here"),
    path("review/<int:pk>/close/", queue.close, name="close"),
    path("review/<int:pk>/reopen/", queue.reopen, name="reopen"),
    path("reports/<int:pk>/", review.report, name="report"),
    path("reports/<int:pk>/accept/", review.accept, name="accept"),
    path("reports/<int:pk>/reject/", review.reject, name="reject"),
    path("reports/<int:pk>/keep/", review.keep, name="keep"),
    path("reports/<int:pk>/undo/", review.undo, name="undo"),
    # R3: the form of a contact
    path("reports/<int:pk>/correct/", correct.correct, name="correct"),
    path("reports/<int:pk>/split/", correct.split, name="split"),
    path("reports/<int:pk>/join/", correct.join, name="join"),
    path("review/<int:pk>/add/", correct.add, name="add"),
    path("review/<int:pk>/people/", correct.people, name="people"),
    path("review/<int:pk>/date/", correct.date, name="date"),
    *pair_urls,
]
