"""Mutations of whole reports: a part, a number or an order is taken away, and the core must say so, once."""
