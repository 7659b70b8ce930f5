"""Consistent reports from grammars of phrasing, the relations they state, and slips planted into them."""
