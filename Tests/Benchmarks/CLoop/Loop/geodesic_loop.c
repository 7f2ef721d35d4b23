#include "geodesic_loop.h"

#include <geodesic.h>

double geodesic_loop(const double *pairs, long count) {
    struct geod_geodesic wgs84;
    geod_init(&wgs84, 6378137, 1 / 298.257223563);
    double sum = 0;
    for (long i = 0; i < count; i++, pairs += 4) {
        double metres;
        geod_inverse(&wgs84, pairs[0], pairs[1], pairs[2], pairs[3], &metres, 0, 0);
        sum += metres;
    }
    return sum;
}
