"""The pages of the whole dataset; none knows another."""
