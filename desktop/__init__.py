"""The window of Hedgerow. No SQL and no rule of the domain: it shows what `labeling` holds and calls its operations."""
