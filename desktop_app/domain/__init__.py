"""The field's words as types: standard library only, no rules, no files, no clock."""
