"""Whatever bytes come: every reader answers, and nothing else happens."""
