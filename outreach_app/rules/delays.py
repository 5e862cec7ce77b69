"""Delays that the rights of persons set, in days. Source: law 09-08.

The law fixes the delay of rectification alone: an office keeps its own where it is told others.
"""

from datetime import date, timedelta

DAYS_TO_INFORM = 30  # in which somebody who is recorded is to be told so
DAYS_TO_ANSWER = 10  # clear days of a claim: neither the day it came nor the last one counts
WARNED_BEFORE = timedelta(days=7)  # from when the day to inform is told as near
GRACE = timedelta(days=7)  # after that day a name still stays where it is
IN_TRASH = timedelta(days=30)  # in which a name that nobody informed of can be put back
MOST_DAYS = 365


def day_to_forget(inform_by: date) -> date:
    """Return the day on which the name of somebody who was not informed goes to the trash."""
    return inform_by + GRACE + timedelta(days=1)


def day_to_erase(trashed_on: date) -> date:
    """Return the day on which a name that lies in the trash for want of information is erased."""
    return trashed_on + IN_TRASH
