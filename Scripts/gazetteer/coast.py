"""Distance to the sea, basin and landmass of places, from the Natural Earth 10m coast."""


def annotate(rows):
    """To be filled from the coast."""
