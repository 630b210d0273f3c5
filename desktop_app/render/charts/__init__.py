"""Charts as SVG, one template each, the same on screen and on paper.

They keep to SVG Tiny 1.2: no clipping, no patterns, no style sheets.
"""
