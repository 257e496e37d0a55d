"""What the pages of batches show: how far one is, its lines, and the list of all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import uploads
from articles.models import FileState, Upload, UploadedFile

PAGE_SIZE = 100
BATCHES = 30
OUTERMOST = Coalesce("parent__parent_id", "parent_id", "pk")
MOVING = [state.value for state in FileState if state.moves]
# Of the files that have not arrived, none is awaited any more when nothing came for this long.
STILL_COMING = timedelta(seconds=30)
# What a filter of the lines is called, and the states that it shows.
GROUPS = {
    "moving": ("being read", tuple(MOVING)),
    "stored": ("stored", (FileState.STORED, FileState.LIKE)),
    "like": ("look like another", (FileState.LIKE,)),
    "here": ("already here", (FileState.HERE,)),
    "asks": ("wait for an answer", (FileState.ASKS, FileState.OFFERED)),
    "language": ("not English", (FileState.LANGUAGE,)),
    "none": ("not an article", (FileState.NO_ARTICLE,)),
    "failed": ("could not be read", (FileState.FAILED,)),
}


@dataclass(frozen=True)
class Group:
    key: str
    label: str
    count: int


@dataclass(frozen=True)
class Progress:
    """How far a batch is. ``missing`` files were announced and have not come; ``seconds`` is the time left, or None."""

    total: int
    done: int
    missing: int
    coming: bool
    moving: int
    seconds: float | None
    groups: list[Group]
    stamp: str

    @property
    def live(self) -> bool:
        """Whether the page should look again."""
        return bool(self.moving or self.coming)

    @property
    def time_left(self) -> str:
        if self.seconds is None:
            return ""
        if self.seconds < 60:
            return "less than a minute left"
        minutes = round(self.seconds / 60)
        if minutes < 90:
            return f"about {minutes} minute{'' if minutes == 1 else 's'} left"
        return f"about {round(minutes / 60)} hours left"


@dataclass(frozen=True)
class BatchPage:
    upload: Upload
    progress: Progress
    page: Page
    group: str


def progress(upload: Upload, now=None) -> Progress:
    """How far a batch is; its stamp changes with whatever the page would show otherwise."""
    now = now or timezone.now()
    rows = (
        upload.files.order_by()
        .values_list("state")
        .annotate(
            n=Count("pk"), top=Count("pk", filter=Q(parent=None)), changed=Max("changed_at"), came=Max("arrived_at")
        )
    )
    found = list(rows)
    counts = {state: n for state, n, *_ in found}
    arrived = sum(top for _, _, top, *_ in found)
    missing = max(0, upload.expected - arrived)
    last_came = max((came for *_, came in found), default=upload.at)
    total = sum(counts.values()) + missing
    moving = sum(counts.get(state, 0) for state in MOVING)
    done = total - missing - moving
    coming = bool(missing) and now - last_came < STILL_COMING
    changed = max((changed for *_, changed, _ in found), default=upload.at)
    return Progress(
        total=total,
        done=done,
        missing=missing,
        coming=coming,
        moving=moving,
        seconds=uploads.seconds_left(upload, moving + missing if coming else moving, now),
        groups=[
            Group(key, label, count)
            for key, (label, states) in GROUPS.items()
            if (count := sum(counts.get(state, 0) for state in states))
        ],
        stamp=f"{changed.timestamp():.6f}-{total}-{done}-{int(coming)}",
    )


def batch_page(upload: Upload, group: str, number: str | None) -> BatchPage:
    """A page of the lines of a batch, in the order in which they arrived, parts under what they came in."""
    so_far = progress(upload)
    rows = upload.files.select_related("article", "like", "parent").defer(
        "article__text", "like__text", "table", "parent__table"
    )
    if group in GROUPS:
        rows = rows.filter(state__in=GROUPS[group][1])
    else:
        group = ""
    return BatchPage(upload, so_far, Paginator(rows.order_by(OUTERMOST, "pk"), PAGE_SIZE).get_page(number), group)


def batches(number: str | None) -> Page:
    """The batches, newest first; each gets the counts of its lines as ``lines``, ``moving``, ``failed``, ``stored``."""
    page = Paginator(Upload.objects.select_related("by"), BATCHES).get_page(number)
    rows = UploadedFile.objects.filter(upload__in=list(page)).order_by().values_list("upload", "state")
    counts = {(upload, state): n for upload, state, n in rows.annotate(n=Count("pk"))}
    groups = {"lines": FileState.values, "moving": MOVING, "failed": [FileState.FAILED], "stored": GROUPS["stored"][1]}
    for upload in page:
        for name, states in groups.items():
            setattr(upload, name, sum(counts.get((upload.pk, state), 0) for state in states))
    return page


def last_batches(user) -> list[Upload]:
    """The batches of this user that are not finished, for the page where files are given."""
    moving = UploadedFile.objects.filter(upload=OuterRef("pk"), state__in=MOVING)
    return list(Upload.objects.filter(by=user).filter(Exists(moving)).order_by("-pk")[:3])
