from django.urls import path

from contacts.urls_pair import urlpatterns as pair_urls
from contacts.views import conflict, correct, decide, history, overview, queue, review, search, second

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
    path("reports/<int:pk>/accept/", decide.accept, name="accept"),
    path("reports/<int:pk>/reject/", decide.reject, name="reject"),
    path("reports/<int:pk>/keep/", decide.keep, name="keep"),
    path("reports/<int:pk>/undo/", decide.undo, name="undo"),
    # R2: deciding, and what the page asks for when a proposal is chosen
    path("review/undo/", decide.undo_last, name="undo_last"),
    path("review/redo/", decide.redo_last, name="redo_last"),
    path("review/<int:pk>/accept/", decide.accept_all, name="accept_all"),
    path("reports/<int:pk>/details/", review.details, name="report_details"),
    # R3: the form of a contact
    path("reports/<int:pk>/correct/", correct.correct, name="correct"),
    path("reports/<int:pk>/split/", correct.split, name="split"),
    path("reports/<int:pk>/join/", correct.join, name="join"),
    path("review/<int:pk>/add/", correct.add, name="add"),
    path("review/<int:pk>/people/", correct.people, name="people"),
    path("review/<int:pk>/date/", correct.date, name="date"),
    path("review/<int:pk>/meant/", correct.meant, name="meant"),
    # R4: what was decided, and two versions side by side
    path("reports/<int:pk>/later/", conflict.later, name="later"),
    path("reports/<int:pk>/settle/", conflict.settle, name="settle"),
    path("reports/<int:pk>/history/", history.report, name="history"),
    path("decisions/", history.mine, name="decisions"),
    path("decisions/<int:pk>/", history.person, name="decisions_of"),
    path("review/<int:pk>/second/", second.ask, name="second_ask"),
    path("second/<int:pk>/", second.page, name="second"),
    path("second/<int:pk>/take/", second.take, name="second_take"),
    path("second/<int:pk>/say/", second.say, name="second_say"),
    path("second/<int:pk>/write/", second.write, name="second_write"),
    path("second/<int:pk>/finish/", second.finish, name="second_finish"),
    path("second/<int:pk>/compare/", second.compare, name="second_compare"),
    path("second/<int:pk>/settle/", second.settle, name="second_settle"),
    path("search/", search.search, name="search"),
    path("places/", search.place, name="place"),
    *pair_urls,
]
