"""A point as a person types it."""

from outreach_app.services.points import PointDraft
from ui.drafts.session_sheet import PointLine

LIT = PointLine(PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar"))
