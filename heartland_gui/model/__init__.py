"""What a region's economy is: periods, entities, facts and the questions about them. Standard library only."""
