"""The report of a period: figures, concerns, commitments, referrals, programme, annex."""
