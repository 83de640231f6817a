"""Real builds without the half second that every Python process needs to read MkDocs in."""
