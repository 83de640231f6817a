"""The providers that Byline knows itself, one file each."""
