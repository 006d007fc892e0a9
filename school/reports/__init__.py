"""Papers to take home, as PDF. Everything is made in memory; nothing is fetched, stored or logged here."""
