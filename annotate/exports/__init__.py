"""What leaves the site: CSV, Excel and ZIP files of tags, links, claims and documents.

`annotate.queries.selections` says what is asked for and by whom, `staging` opens one snapshot and
picks its rows, `tags` and `codebook` name the columns, `csv_files` has PostgreSQL write them.
"""
