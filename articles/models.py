"""Articles, who published them, and the files that they came in. Nothing here knows what is read out of an article."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Outlet(models.Model):
    """Who published an article."""

    name = models.CharField(max_length=200, unique=True)
    homepage = models.URLField(blank=True)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3")
    state_media = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ArticleState(models.TextChoices):
    """How far the reading of an article has come: what people see of the work behind it."""

    WAITING = "waiting", "waiting"
    READING = "reading", "reading"
    READY = "ready", "ready for review"
    NOTHING = "nothing", "no contact found"
    REVIEWED = "reviewed", "reviewed"
    FAILED = "failed", "failed"

    @property
    def moves(self) -> bool:
        """Whether this state changes by itself, so that a page should look again."""
        return self in (ArticleState.WAITING, ArticleState.READING)


class Basis(models.TextChoices):
    """Where a publication date was found."""

    METADATA = "metadata", "the file’s metadata"
    JSON_LD = "json-ld", "the page’s own data (JSON-LD)"
    DATELINE = "dateline", "the dateline"
    FILE = "file", "the file"
    TEXT = "text", "the text"
    TYPED = "typed", "typed by a person"
    UNKNOWN = "", "not recorded"


class ImmutableText(Exception):
    """Raised when the text of a stored article would change: every offset points into it."""


class VisibleArticles(models.Manager):
    """The articles that were not removed: what every page and every reader sees."""

    def get_queryset(self):
        return super().get_queryset().filter(removed=False)


class Article(models.Model):
    """A news text. ``text`` never changes once stored; offsets into it are Python code points, end exclusive."""

    title = models.CharField(max_length=500)
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles")
    published = models.DateField(null=True, blank=True)
    text = models.TextField()
    text_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the normalised text")
    file_name = models.CharField(max_length=255, blank=True, help_text="of the uploaded file; empty for pasted text")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=ArticleState, default=ArticleState.WAITING)
    state_note = models.CharField(max_length=500, blank=True, help_text="why it failed, in plain words")
    published_basis = models.CharField(max_length=10, choices=Basis, blank=True, default=Basis.UNKNOWN)
    url = models.CharField(max_length=2000, blank=True, default="")
    author = models.CharField(max_length=300, blank=True, default="")
    language = models.CharField(max_length=8, blank=True, default="", help_text="ISO 639-1, as a detector sees it")
    original = models.CharField(max_length=100, blank=True, default="", help_text="the kept file’s name in the storage")
    reader_version = models.CharField(max_length=32, blank=True, default="", help_text="which reader made the text")
    like = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="likes",
        help_text="an older article that says nearly the same",
    )  # fmt: skip
    removed = models.BooleanField(default=False, help_text="hidden everywhere; see Removal")

    objects = VisibleArticles()
    everything = models.Manager()  # noqa: DJ012

    class Meta:
        ordering = ["-added_at", "-pk"]
        indexes = [
            # Holds all that the first page counts and chooses by: a table with the texts is slow to go through.
            models.Index(fields=["state", "added_at", "removed"], name="article_state_in_order"),
            models.Index(fields=["removed", "-added_at", "-id"]),
            models.Index(fields=["removed", "published"]),
            models.Index(fields=["original"]),
        ]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="article_has_text")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        """Raises ImmutableText when the stored text would be changed."""
        stored = getattr(self, "_stored_text", None)
        if stored is not None and self.__dict__.get("text", stored) != stored:
            raise ImmutableText(f"article {self.pk}")
        super().save(*args, **kwargs)
        self._stored_text = self.__dict__.get("text")

    @classmethod
    def from_db(cls, db, field_names, values):
        article = super().from_db(db, field_names, values)
        article._stored_text = article.__dict__.get("text")
        return article


class Removal(models.Model):
    """That somebody removed an article, when, and what hung on it; taking it back is recorded in the same row."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="removals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    hung_on_it = models.CharField(max_length=300, blank=True, help_text="in words, as the person was told")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article"], condition=Q(undone_at=None), name="one_standing_removal")
        ]

    def __str__(self) -> str:
        return f"article {self.article_id} removed"


class Fingerprint(models.Model):
    """The MinHash signature of an article's text."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="fingerprint")
    signature = models.BinaryField()
    version = models.PositiveSmallIntegerField(help_text="of the way in which signatures are made")

    def __str__(self) -> str:
        return f"fingerprint of article {self.article_id}"


class Band(models.Model):
    """A part of a signature. Articles that share one are looked at; the index makes that as quick for a million."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bands")
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "article"], name="one_band_an_article")]

    def __str__(self) -> str:
        return f"band of article {self.article_id}"


class Upload(models.Model):
    """A batch: the files that somebody gave together. Batches stay listed."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=200, blank=True, help_text="the folder, where there is one")
    expected = models.PositiveIntegerField(default=0, help_text="how many files were announced")
    outlet = models.CharField(max_length=200, blank=True, help_text="for files that name none")
    published = models.DateField(null=True, blank=True, help_text="for files that carry no date")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name or f"batch {self.pk}"


class FileState(models.TextChoices):
    """What became of a file, in the words of the batch page."""

    WAITING = "waiting", "waiting"
    READING = "reading", "being read"
    STORED = "stored", "stored"
    HERE = "here", "already here"
    LIKE = "like", "looks like another article"
    OPENED = "opened", "opened"
    OFFERED = "offered", "attachment, not read"
    ASKS = "asks", "asks which column is which"
    NO_ARTICLE = "none", "not an article"
    LANGUAGE = "language", "not English"
    FAILED = "failed", "could not be read"

    @property
    def moves(self) -> bool:
        return self in (FileState.WAITING, FileState.READING)

    @property
    def again(self) -> bool:
        """Whether a file in this state can be tried again, or its text be pasted by hand."""
        return self in (FileState.FAILED, FileState.NO_ARTICLE, FileState.LANGUAGE, FileState.OFFERED)


class UploadedFile(models.Model):
    """A file of a batch, a file inside such a file (``parent``), or a row of a table (``parent`` and no ``original``).

    The row is the memory of its reading as a job. ``name`` is only ever shown; the kept file has a name of its own.
    """

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="files")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")
    ordinal = models.PositiveIntegerField(default=0, help_text="its place among its parent's parts")
    name = models.CharField(max_length=400)
    size = models.BigIntegerField(default=0)
    modified = models.BigIntegerField(default=0, help_text="milliseconds, as the sender says; tells files apart")
    original = models.CharField(max_length=100, blank=True, help_text="the kept file’s name in the storage")
    state = models.CharField(max_length=10, choices=FileState, default=FileState.WAITING)
    note = models.CharField(max_length=500, blank=True, help_text="why, and what to do, in plain words")
    format = models.CharField(max_length=16, blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="files")
    like = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    table = models.JSONField(null=True, blank=True, help_text="of a table: its columns, first rows and mapping")
    any_language = models.BooleanField(default=False, help_text="somebody wants it whatever its language is")
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=50, blank=True, help_text="the id of the message for which it is read")
    arrived_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["upload", "state"]), models.Index(fields=["state", "sent_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["upload", "name", "size", "modified"], condition=Q(parent=None), name="one_file_a_batch"
            ),
            models.UniqueConstraint(fields=["parent", "ordinal"], name="one_part_a_place"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_row(self) -> bool:
        return self.parent_id is not None and not self.original
