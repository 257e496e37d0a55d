"""What the page of a pair shows. ``page.pair_page`` is for views; nothing here knows of HTTP or HTML.

selection.py which contacts are asked for, in SQL · facets.py how many each choice would hold · totals.py the pair as a
whole, its silences · entries.py the contacts of the list · zoom.py closer and farther · axis.py, signs.py, density.py,
drawing.py the geometry of the picture (no Django) · page.py all of it together.
"""
