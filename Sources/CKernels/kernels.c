#include "CKernels.h"

#include <math.h>
#include <string.h>

typedef float pk_v16 __attribute__((vector_size(64)));

// Rows whose intermediate results stay in the first-level cache.
#define PK_CHUNK 48

#define PK_TARGET
#define PK_NAME(name) name##_plain
#define PK_ROWS 2
#include "kernels.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#if defined(__x86_64__)

#define PK_TARGET __attribute__((target("avx2,fma")))
#define PK_NAME(name) name##_avx2
#define PK_ROWS 6
#include "kernels.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#define PK_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,fma")))
#define PK_NAME(name) name##_avx512
#define PK_ROWS 12
#include "kernels.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#define PK_DISPATCH(set, name, ...)                                   \
    if (set >= PK_FLOAT_AVX512) return name##_avx512(__VA_ARGS__);    \
    if (set == PK_FLOAT_AVX2) return name##_avx2(__VA_ARGS__);        \
    return name##_plain(__VA_ARGS__)

int pk_float_instructions(void) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        return PK_FLOAT_AVX512;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? PK_FLOAT_AVX2 : PK_FLOAT_PLAIN;
}

#else

#define PK_DISPATCH(set, name, ...) \
    (void)set;                      \
    return name##_plain(__VA_ARGS__)

int pk_float_instructions(void) { return PK_FLOAT_PLAIN; }

#endif

void pk_project(int instructions, const float *x, size_t stride, size_t rows, size_t depth, const float *weights,
                const float *bias, size_t outputs, float *out) {
    PK_DISPATCH(instructions, project, x, stride, rows, depth, weights, bias, outputs, out);
}

void pk_maxout_layer(int instructions, const float *x, size_t stride, size_t rows, size_t depth, const float *weights,
                     const float *bias, size_t width, size_t pieces, const float *gain,
                     const float *offset, const float *residual, float *out, float *scratch) {
    PK_DISPATCH(instructions, maxout_layer, x, stride, rows, depth, weights, bias, width, pieces, gain, offset, residual,
                out, scratch);
}

void pk_state_scores(int instructions, const float *const *features, size_t count, const float *bias, size_t width,
                     const float *weights, const float *upper_bias, size_t outputs, float *hidden,
                     float *scores) {
    PK_DISPATCH(instructions, state_scores, features, count, bias, width, weights, upper_bias, outputs, hidden, scores);
}

void pk_sum_rows(int instructions, const float *table, const uint32_t rows[4], size_t width, float *out) {
    PK_DISPATCH(instructions, sum_rows, table, rows, width, out);
}
