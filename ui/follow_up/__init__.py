"""The follow-up of points, commitments and referrals until they are closed."""
