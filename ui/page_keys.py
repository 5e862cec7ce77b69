"""The pages of the window by name."""

from enum import StrEnum


class PageKey(StrEnum):
    """The pages of a precinct and of headquarters; a key names the page’s help topic too."""

    TODAY = "today"
    AGENDA = "agenda"
    MEETINGS = "meetings"
    PARTNERS = "partners"
    FOLLOW_UP = "follow_up"
    COMMUNICATION = "communication"
    SUMMARIES = "summaries"
    DASHBOARD = "dashboard"
    EXCHANGE = "exchange"
    TRASH = "trash"
    PREFERENCES = "preferences"
    OFFICES = "offices"
    COVERAGE = "coverage"
    CATALOGUE = "catalogue"
