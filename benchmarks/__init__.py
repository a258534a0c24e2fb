"""Trainers and measurements: `python -m benchmarks NAME [--data DIR]`."""
