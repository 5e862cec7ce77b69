"""What a partner's sheet leaves out of points that were passed to the judicial side."""

from dataclasses import replace

from outreach_app.summaries.hand_outs.plan import RemarkFacts

# The services whose name or answer would tell of a case.
JUDICIAL = {"rf.pj", "rf.prosecutor", "rf.gendarmerie"}


def without_inquiry(remark: RemarkFacts) -> RemarkFacts:
    """Return a point as a sheet that leaves the office tells it.

    The answer of the judicial side is part of an inquiry, and only who raised the point knows whom
    it was passed to.
    """
    referrals = tuple(
        replace(row, answer=None, to=row.to if remark.is_own else None)
        if row.to in JUDICIAL
        else row
        for row in remark.referrals
    )
    promises = tuple(
        replace(row, authority=None) if row.authority in JUDICIAL and not remark.is_own else row
        for row in remark.commitments
    )
    return replace(remark, referrals=referrals, commitments=promises)
