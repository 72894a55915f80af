"""The evidence graph around one claim, voice, document or tag: reads, picture, page, files."""
