"""What was promised and what became of it: each state, from hand-judged cases and from all that can be made up."""
