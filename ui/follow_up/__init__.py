"""The follow-up of points, promises and referrals until they are closed."""
