"""The phrasings, one file for each part of a report; importing them fills template.PHRASINGS.

Sections: B basics, R receipts and expenditure, J projects, T travel, reception and cars, E results, Q problems.
"""

from tests.properties.documents.phrasings import budget, noise, people, projects, receipts, results, tables, travel

__all__ = ["budget", "noise", "people", "projects", "receipts", "results", "tables", "travel"]
