"""Charts become files: pictures, tables, folders of both."""
