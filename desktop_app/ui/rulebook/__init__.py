"""The rulebook page: every figure and rule of an area with its ground, two areas compared, and the source articles."""
