"""The stations that exchange files: cards, enrolment, renewal, recovery."""
