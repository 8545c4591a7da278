"""
Stores: where entries live. Each keeps the promises of `claimtrack.ports.EntryStore`.

A store knows how to keep bytes and rows, and nothing of what they mean: no codec, no fold, no
policy. It is the only place that knows its driver, so the only place that names the driver's
errors.
"""
