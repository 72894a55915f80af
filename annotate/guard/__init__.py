"""The guard: words near a selection that say the position is somebody else's.

Plain Python, no Django. Storing "the United States says terrorism equals separatism" by
default is the worst error this program can make; a cue makes the form ask first. Everything
here is a proposal that a person confirms. Offsets are code points of the passage's text.
"""

from .caveats import Caveat, find_caveat
from .finding import find_cue
from .mentions import find_mentions
from .reading import Cue
from .view import shows_nothing

__all__ = ["Caveat", "Cue", "find_caveat", "find_cue", "find_mentions", "shows_nothing"]
