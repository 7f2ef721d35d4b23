// PROJ's two public headers: projections, and the geodesic routines of Karney (2013).
#include <geodesic.h>
#include <proj.h>
