"""The register of people's requests about their own data (law 09-08)."""
