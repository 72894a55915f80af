"""The invariants, tried in raw SQL on one text."""

TEXT = """Title of it

The naïve 😀 State says:

• first item
• second item

A last paragraph.
"""
