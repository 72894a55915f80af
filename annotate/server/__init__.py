"""What runs the site: the embedded PostgreSQL, the production server and the demo."""
