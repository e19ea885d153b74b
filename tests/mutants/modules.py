"""What must not be wrong unnoticed, and the tests that must notice."""

VERIFIER = ["publishing/test_proofs.py", "publishing/test_verdicts.py", "publishing/test_verify.py"]
EVERY_RULE = ["test_everything_wrong.py", "rules/test_catalogue.py", "test_docs.py"]
"""Every sentence in both languages, and what is written of every rule."""
MODULES = {
    # votes
    "records.count": ["records/test_count.py", "law/test_voting.py", "rules/test_votes.py"],
    "law.voting": ["law/test_voting.py", "rules/test_votes.py"],
    "rules.votes": ["rules/test_votes.py", *EVERY_RULE],
    # money
    "records.statement": ["records/test_ledger.py", "rules/test_statements.py"],
    "records.capital": ["records/test_capital.py"],
    "law.apportioning": ["law/test_apportioning.py"],
    "law.net_income": ["law/test_net_income.py", "rules/test_common_income.py"],
    "rules.accounts": ["rules/test_accounts.py", *EVERY_RULE],
    "rules.statements": ["rules/test_statements.py", *EVERY_RULE],
    # the log, and who may change what
    "history.canonical": ["history"],
    "history.changes": ["history", "test_docs.py"],
    "history.difference": ["history", "site/test_past.py"],
    "history.log": ["history", *VERIFIER],
    "history.merkle": ["history/test_merkle.py"],
    "history.state": ["history"],
    "publishing.verify": VERIFIER,
    "publishing.releases": ["publishing/test_releases.py"],
    "ownership.judge": ["ownership", "test_docs.py"],
    "ownership.owners": ["ownership", "test_docs.py"],
}
