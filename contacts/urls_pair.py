from django.urls import path, register_converter

from contacts.views import contact, names, pair, person, world


class PartyCode:
    """A party in an address. Countries have three letters; some organisations have a hyphen of their own."""

    regex = "[A-Za-z0-9]{1,16}(?:-[A-Za-z0-9]{1,16}){0,2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PartyCode, "party")

urlpatterns = [
    path("pairs/", pair.pairs, name="pairs"),
    path("pairs/<party:a>-<party:b>/", pair.page, name="pair"),
    path("parties/<party:code>/", world.party, name="party"),
    path("people/", names.queue, name="names"),
    path("names/say/", names.say, name="name_say"),
    path("names/split/", names.split, name="name_split"),
    path("names/said/<int:pk>/undo/", names.undo, name="name_unsay"),
    path("names/splits/<int:pk>/undo/", names.undo_split, name="name_unsplit"),
    path("people/doubts/<int:pk>/answer/", names.answer, name="person_answer"),
    path("people/<slug:key>/", person.page, name="person"),
    path("people/<slug:key>/join/", names.join, name="join_person"),
    path("contacts/<slug:key>/", contact.page, name="contact"),
    path("joins/", contact.unsure, name="joins"),
    path("joins/say/", contact.say, name="say"),
    path("joins/<int:pk>/undo/", contact.undo, name="unsay"),
    path("reports/<int:pk>/take-out/", contact.take_out, name="take_out"),
    path("compare/", world.compare, name="compare"),
    path("matrix/", world.matrix, name="matrix"),
    path("pairs/<party:a>-<party:b>/picture.svg", pair.picture, name="pair_picture"),
]
