"""Files become one immutable dataset and every problem found."""
