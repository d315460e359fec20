"""The words of a chart: where each finds room, so that none ever covers another."""
