"""What can be done, declared above the methods that do it."""
