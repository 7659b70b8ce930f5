"""Hand-written lists of the relations in a report, an arithmetic of their own, and how far the core agrees with them."""
