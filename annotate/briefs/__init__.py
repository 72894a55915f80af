"""Briefs and their editions: lists, reads, acts, forms, views and files."""
