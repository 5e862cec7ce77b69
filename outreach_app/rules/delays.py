"""Legal time limits, in days. Source: law 09-08.

The law only fixes the one for rectification: an office that is instructed otherwise sets its own.
"""

from datetime import date, timedelta

DAYS_TO_INFORM = 30  # for informing somebody who is recorded
DAYS_TO_ANSWER = 10  # clear days: neither the day of receipt nor the last one counts
WARNED_BEFORE = timedelta(days=7)  # before the deadline for informing is shown as near
GRACE = timedelta(days=7)  # after that deadline a name still stays in place
IN_TRASH = timedelta(days=30)  # in which an uninformed person's name can be restored
MAX_DAYS = 365


def day_to_forget(inform_by: date, recorded_on: date) -> date:
    """Return the day on which the name of an uninformed person goes to the trash.

    A deadline that was past when the person was recorded counts from that day: Today warns of it
    for a week, too.
    """
    return max(inform_by, recorded_on) + GRACE + timedelta(days=1)


def day_to_erase(trashed_on: date) -> date:
    """Return the day on which an uninformed person's name in the trash is erased."""
    return trashed_on + IN_TRASH
