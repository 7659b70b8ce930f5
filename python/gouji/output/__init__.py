"""What the command line writes: one module per format, and where it goes."""
