#include "geodesic_loop.h"

#include <geodesic.h>

double geodesic_loop(const double *positions, long count) {
    struct geod_geodesic solver;
    geod_init(&solver, 6378137, 1 / 298.257223563);
    double sum = 0;
    for (long from = 0; from < count; from++) {
        for (long to = 0; to < count; to++) {
            double metres;
            geod_inverse(&solver, positions[2 * from], positions[2 * from + 1], positions[2 * to],
                         positions[2 * to + 1], &metres, 0, 0);
            sum += metres;
        }
    }
    return sum;
}
