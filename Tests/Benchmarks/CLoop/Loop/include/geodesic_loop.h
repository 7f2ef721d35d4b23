#ifndef GEODESIC_LOOP_H
#define GEODESIC_LOOP_H

/// The sum in metres of the WGS 84 geodesics between `count` pairs of positions, each pair four
/// doubles: latitude, longitude, latitude, longitude in degrees.
double geodesic_loop(const double *pairs, long count);

#endif
