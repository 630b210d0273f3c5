"""The reasoning: pure functions over domain types and a RuleBook. No SQL, no Qt, no clock, no files."""
