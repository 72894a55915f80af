"""Every setting of the site, read from the environment where a deployment may differ."""

import os
import secrets
from datetime import timedelta
from pathlib import Path

import pghistory
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from annotate.server import database

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, *, default: bool) -> bool:
    """Return the yes-or-no value of an environment variable."""
    value = os.environ.get(name, "").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name} must be 1 or 0.")
    return default


def number(name: str, *, default: int) -> int:
    """Return the whole number in an environment variable."""
    value = os.environ.get(name) or str(default)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number.")
    return int(value)


def words(name: str) -> list[str]:
    """Return the comma-separated values of an environment variable."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def secret_key() -> str:
    """Return the environment's SECRET_KEY, else the one `demo` keeps, else one for this process."""
    kept = DATA_DIR / "secret-key"
    try:
        return os.environ.get("SECRET_KEY") or kept.read_text() or secrets.token_urlsafe(50)
    except OSError:
        return secrets.token_urlsafe(50)


DATA_DIR = Path(os.environ.get("CORROBORATE_DATA") or BASE_DIR / "var").absolute()
SEEDS_DIR = BASE_DIR / "seeds"

# Set by manage.py for the command `demo`, and by tests/conftest.py.
DEMO = flag("CORROBORATE_DEMO", default=False)
TESTING = flag("CORROBORATE_TESTING", default=False)

DEBUG = flag("DEBUG", default=False)
SECRET_KEY = secret_key()
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = words("ALLOWED_HOSTS") or (LOCAL_HOSTS if DEMO or DEBUG else [])
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "corpus",
    "annotate",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "annotate.middleware.RefuseNul",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "annotate.middleware.TellWhatIsHidden",
]

ROOT_URLCONF = "annotate.urls"
WSGI_APPLICATION = "annotate.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "annotate.context_processors.tray",
            ],
        },
    },
]

# The server `manage.py serve` starts.
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = number("PORT", default=8000)
WORKERS = number("WORKERS", default=1)
THREADS = number("THREADS", default=16)

# Everything runs as the web role; `migrate` and the tests run as the owner.
DATABASE_WEB, DATABASE_OWNER = database.from_environment(os.environ)
IS_OWNER = os.environ.get("CORROBORATE_ROLE") == "owner"
DATABASES = {"default": dict(DATABASE_OWNER if IS_OWNER else DATABASE_WEB)}
# Each of the server's workers has one; a command connects by itself.
DATABASE_POOL = {"min_size": 1, "max_size": THREADS, "timeout": 10}

AUTH_USER_MODEL = "corpus.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
# Originals are kept under the name of their hash and are never served.
MEDIA_ROOT = DATA_DIR / "originals"
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Ten wrong passwords for one name from one address: that pair waits a quarter of an hour.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_COOLOFF_MESSAGE = _("Too many wrong passwords. Wait a quarter of an hour, then try again.")
AXES_CLIENT_IP_CALLABLE = "annotate.server.proxies.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

# How many proxies stand before us, each adding an address to X-Forwarded-For.
PROXY_COUNT = number("PROXY_COUNT", default=0)

# The demo is http on this machine; everything else is https unless HTTPS=0 says otherwise.
HTTPS = flag("HTTPS", default=not (DEMO or DEBUG or TESTING))
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", default=0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = flag("HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = flag("HSTS_PRELOAD", default=False)
if header := os.environ.get("PROXY_SSL_HEADER"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_" + header.upper().replace("-", "_"), "https")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}

# Bytes: of a form, and of a file, of which the upload handler keeps nothing if it is larger.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# The admin's form of a long document has a few fields for each passage.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
CORROBORATE_MAX_UPLOAD = number("CORROBORATE_MAX_UPLOAD", default=20 * 1024 * 1024)
FILE_UPLOAD_HANDLERS = [
    "annotate.server.uploads.RefuseLargeUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Hashed names need collectstatic, which neither tests nor development have run.
FROM_SOURCE = DEBUG or TESTING
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if FROM_SOURCE
        else "annotate.server.static_files.HashedFiles",
    },
}
WHITENOISE_AUTOREFRESH = FROM_SOURCE
WHITENOISE_USE_FINDERS = FROM_SOURCE

PGHISTORY_APPEND_ONLY = True
# History is read by row and by time: an index on every foreign key of it would only slow writes.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "filters": {"unexpected": {"()": "annotate.server.log_filters.Unexpected"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("LOG_LEVEL", "WARNING").upper()},
    "loggers": {
        # Django's own handler mails administrators; here errors reach the log like all others.
        "django": {"handlers": [], "propagate": True},
        # What a page refuses with a sentence is no event of the site.
        "django.request": {"filters": ["unexpected"]},
        # Scanners ask for other hosts all day long; they get their 400.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        # Who took what out of the site is written down whatever LOG_LEVEL says.
        "corroborate.export": {"level": "INFO"},
    },
}
