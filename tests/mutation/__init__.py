"""Mutations of whole reports: a part, a number, an order is taken away or a figure altered, and the core must say so."""
