"""Who may open what: the whole address map is walked, so that no page and no fragment can be forgotten."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model

from config.access import Role
from contacts.models import Decision, Report
from tests import make
from tests.addresses import addresses

pytestmark = pytest.mark.django_db

# What each address needs. A new address must be added here, with the role that its readers have.
OPEN = {"login", "healthz"}
NEEDS = {
    "contacts:overview": Role.READER,
    "contacts:review": Role.READER,
    "contacts:queue": Role.READER,
    "contacts:next": Role.READER,
    "contacts:here": Role.ANALYST,
    "contacts:close": Role.ANALYST,
    "contacts:reopen": Role.ANALYST,
    "contacts:report": Role.READER,
    "contacts:accept": Role.ANALYST,
    "contacts:reject": Role.ANALYST,
    "contacts:keep": Role.ANALYST,
    "contacts:undo": Role.ANALYST,
    "contacts:correct": Role.ANALYST,
    "contacts:split": Role.ANALYST,
    "contacts:join": Role.ANALYST,
    "contacts:add": Role.ANALYST,
    "contacts:people": Role.ANALYST,
    "contacts:date": Role.ANALYST,
    "contacts:meant": Role.ANALYST,
    "contacts:undo_last": Role.ANALYST,
    "contacts:redo_last": Role.ANALYST,
    "contacts:accept_all": Role.ANALYST,
    "contacts:report_details": Role.READER,
    "contacts:second_ask": Role.ANALYST,
    "contacts:second": Role.ANALYST,
    "contacts:second_take": Role.ANALYST,
    "contacts:second_say": Role.ANALYST,
    "contacts:second_write": Role.ANALYST,
    "contacts:second_finish": Role.ANALYST,
    "contacts:second_compare": Role.READER,
    "contacts:second_settle": Role.ANALYST,
    "contacts:later": Role.ANALYST,
    "contacts:settle": Role.ANALYST,
    "contacts:history": Role.READER,
    "contacts:decisions": Role.READER,
    "contacts:decisions_of": Role.READER,
    "contacts:pairs": Role.READER,
    "contacts:pair": Role.READER,
    "contacts:party": Role.READER,
    "contacts:matrix": Role.READER,
    "contacts:compare": Role.READER,
    "contacts:contact": Role.READER,
    "contacts:person": Role.READER,
    "contacts:names": Role.READER,
    "contacts:join_person": Role.ANALYST,
    "contacts:person_answer": Role.ANALYST,
    "contacts:name_say": Role.ANALYST,
    "contacts:name_split": Role.ANALYST,
    "contacts:name_unsay": Role.ANALYST,
    "contacts:name_unsplit": Role.ANALYST,
    "contacts:joins": Role.READER,
    "contacts:say": Role.ANALYST,
    "contacts:unsay": Role.ANALYST,
    "contacts:take_out": Role.ANALYST,
    "contacts:pair_picture": Role.READER,
    "contacts:search": Role.READER,
    "contacts:place": Role.READER,
    "articles:list": Role.READER,
    "articles:state": Role.READER,
    "articles:add": Role.ANALYST,
    "articles:retry": Role.ANALYST,
    "articles:choose": Role.ANALYST,
    "articles:remove": Role.ANALYST,
    "articles:send_form": Role.ANALYST,
    "articles:begin": Role.ANALYST,
    "articles:send": Role.ANALYST,
    "articles:batches": Role.READER,
    "articles:batch": Role.READER,
    "articles:again": Role.ANALYST,
    "articles:paste": Role.ANALYST,
    "articles:columns": Role.ANALYST,
    "articles:file_original": Role.READER,
    "articles:details": Role.READER,
    "articles:correct": Role.ANALYST,
    "articles:anew": Role.ANALYST,
    "articles:original": Role.READER,
    "article": Role.READER,
    "logout": Role.READER,
    "password_change": Role.READER,
}


def ask_all_ways(client, address: str) -> set[int]:
    """The codes of a page and of its fragment, read and posted."""
    fragment = {"HX-Request": "true"}
    answers = [client.get(address), client.get(address, headers=fragment)]
    answers += [client.post(address), client.post(address, headers=fragment)]
    return {answer.status_code for answer in answers}


def test_every_address_is_in_the_table():
    assert set(addresses()) == OPEN | set(NEEDS)


def test_nobody_gets_in_without_logging_in(client):
    for name, address in addresses().items():
        for answer in (client.get(address), client.post(address)):
            if name not in OPEN:
                assert answer.status_code == 302 and answer.url.startswith("/login/"), name
    assert client.get("/admin/").status_code == 302
    assert not Decision.objects.exists()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_what_it_may_and_nothing_else(client, role):
    for name, address in addresses().items():
        if name in OPEN or name == "logout":
            continue
        client.force_login(make.user(role.group))
        codes = ask_all_ways(client, address)
        if role < NEEDS[name]:
            assert codes <= {403, 405}, name
            assert 403 in codes, name
        else:
            assert not codes & {403, 404, 500}, name
    if role == Role.READER:
        assert not Decision.objects.exists()
        assert Report.objects.earliest("pk").version == 1


def test_a_fragment_asked_for_after_the_session_ended_opens_the_login_page_as_a_page(client):
    for name, address in addresses().items():
        if name not in OPEN:
            page = {"HX-Request": "true", "HX-Current-URL": "http://testserver/review/1/?report=2"}
            answer = client.get(address, headers=page)
            assert answer.headers["HX-Redirect"] == "/login/?next=%2Freview%2F1%2F%3Freport%3D2", name
            assert not answer.content


@pytest.mark.parametrize("role", list(Role))
def test_users_are_managed_by_administrators_only(client, role):
    client.force_login(make.user(role.group))
    answer = client.post(
        "/admin/auth/user/add/",
        {"username": "newcomer", "password1": "a long password", "password2": "a long password"},
    )
    made = get_user_model().objects.filter(username="newcomer").exists()
    assert made == (role == Role.ADMINISTRATOR)
    assert answer.status_code == 302
    assert ("Users</a>" in client.get("/").content.decode()) == made


def test_nothing_of_the_archive_can_be_edited_in_the_administration():
    assert {model.__name__ for model in admin.site._registry} == {"User"}


def test_a_form_without_its_token_is_refused_in_plain_words():
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(make.user("analyst"))
    answer = client.post(f"/reports/{make.report().pk}/accept/", {"version": 1})
    assert answer.status_code == 403
    assert "no longer valid" in answer.content.decode()
    assert Report.objects.earliest("pk").version == 1


def test_every_answer_carries_the_strict_policy(client):
    client.force_login(make.user("reader"))
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy


def test_the_session_cookie_cannot_be_read_by_scripts_or_sent_from_other_sites(client):
    client.post("/login/", {"username": make.user("reader", "rosa").username, "password": "a long password"})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
