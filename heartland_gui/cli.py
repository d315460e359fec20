"""The command line: arguments become frozen options. Nothing here loads Qt."""
