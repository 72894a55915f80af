"""The languages that the guard reads: one file each, and one line here."""

from .ar import ARABIC
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .ru import RUSSIAN
from .zh import CHINESE

LANGUAGES = (ENGLISH, RUSSIAN, CHINESE, ARABIC, SPANISH, FRENCH)
