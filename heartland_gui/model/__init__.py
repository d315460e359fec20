"""What a region's economy is: periods, entities, figures and the questions about them. Standard library only."""
