"""What leaves the site: CSV, Excel and ZIP files of tags, links, claims and documents.

`selection` says what is asked for and by whom, `staging` opens one snapshot and picks its rows,
`tags`, `links`, `claims` and `documents` name the columns, `copying` has PostgreSQL write them.
"""
