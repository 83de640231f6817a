"""Learning the weights of the signals from labelled articles; not part of the package."""
