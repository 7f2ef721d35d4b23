#ifndef PERIPLUS_GEODESIC_LOOP_H
#define PERIPLUS_GEODESIC_LOOP_H

/// Sums the geodesics on WGS 84 between all positions and all positions, in metres; positions are
/// latitude and longitude in turn, in degrees. What a C program would do, as a yardstick.
double geodesic_loop(const double *positions, long count);

#endif
