"""What each mechanism of the engine is worth: scores without it, one at a time. ``python -m benchmarks.ablation``."""
