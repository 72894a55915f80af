"""The invariants, tried in raw SQL on one text."""

TEXT = """Statement

The State disagrees with the Council, and 😀 agrees with the Court.

Second paragraph: حقوق الإنسان and 𠀋𡈽 in café words.

All rights reserved.
"""
