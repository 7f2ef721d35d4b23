#include "transformer.h"

#include <math.h>
#include <string.h>

// Vectors pass between functions of this file only, each for one set of instructions.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float pk_v16 __attribute__((vector_size(64)));
typedef float pk_v8 __attribute__((vector_size(32)));
typedef float pk_v4 __attribute__((vector_size(16)));
typedef float pk_v2 __attribute__((vector_size(8)));
typedef int32_t pk_i16 __attribute__((vector_size(64)));
typedef int16_t pk_h32 __attribute__((vector_size(64)));
typedef uint8_t pk_b16 __attribute__((vector_size(16)));

// Rows that one step of a dense layer takes, and one of attention.
#define PK_TALL 32
#define PK_CHUNK 48

// sums[r][c] = the sum over k of (x[r][k] - 128) * weights[c][k] for `rows` rows, whole blocks, at most
// PK_TALL, and one or two panels; rows of sums are 32 long.
typedef void (*pk_sums)(const uint8_t *x, size_t depth, size_t rows, const int8_t *weights,
                        const int32_t *start, size_t panels, int32_t *sums);

static inline float half_to_float(uint16_t half) {
    uint32_t sign = (uint32_t)(half & 0x8000) << 16, rest = half & 0x7FFF;
    if (rest < 0x400) { // subnormal: a multiple of 2^-24
        float value = (float)rest * 0x1p-24f;
        return sign ? -value : value;
    }
    uint32_t bits = sign | (rest >= 0x7C00 ? 0x7F800000 | (rest & 0x3FF) << 13 : (rest << 13) + (112u << 23));
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void sums_plain(const uint8_t *x, size_t depth, size_t rows, const int8_t *weights,
                       const int32_t *start, size_t panels, int32_t *sums) {
    (void)start;
    for (size_t p = 0; p < panels; p++) {
        const int8_t *panel = weights + p * 16 * depth;
        for (size_t r = 0; r < rows; r++) {
            int32_t acc[64] = {0};
            for (size_t k = 0; k < depth; k += 4) {
                int16_t in[8];
                for (int i = 0; i < 8; i++) in[i] = (int16_t)(x[r * depth + k + i % 4] - 128);
                for (int g = 0; g < 8; g++)
                    for (int i = 0; i < 8; i++) {
                        int16_t product = (int16_t)(in[i] * panel[k * 16 + g * 8 + i]);
                        acc[g * 8 + i] += product;
                    }
            }
            for (int c = 0; c < 16; c++)
                sums[r * 32 + p * 16 + c] = acc[c * 4] + acc[c * 4 + 1] + acc[c * 4 + 2] + acc[c * 4 + 3];
        }
    }
}

#define PK_TARGET
#define PK_NAME(name) name##_plain
#define PK_ROWS 2
#include "transformer.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#if defined(__x86_64__)

#include "dense8_x86.inc"

#define PK_TARGET __attribute__((target("avx2,fma")))
#define PK_NAME(name) name##_avx2
#define PK_ROWS 6
#include "transformer.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#define PK_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma")))
#define PK_NAME(name) name##_avx512
#define PK_ROWS 12
#include "transformer.inc"
#undef PK_TARGET
#undef PK_NAME
#undef PK_ROWS

#include "attention_amx.inc"

#define PK_CHOOSE(name, ...)                                                                           \
    if (instructions >= PK_VNNI) name##_avx512(__VA_ARGS__);                                           \
    else if (instructions == PK_AVX2) name##_avx2(__VA_ARGS__);                                        \
    else name##_plain(__VA_ARGS__)

static pk_sums sums_for(int instructions, size_t depth) {
    if (instructions >= PK_AMX && depth % 64 == 0) return sums_amx;
    return instructions >= PK_VNNI ? sums_vnni : instructions == PK_AVX2 ? sums_avx2 : sums_plain;
}

int pk_instructions(void) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vnni"))
        return has_amx() ? PK_AMX : PK_VNNI;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? PK_AVX2 : PK_PLAIN;
}

#else

#define PK_CHOOSE(name, ...) (void)instructions, name##_plain(__VA_ARGS__)

static pk_sums sums_for(int instructions, size_t depth) {
    (void)instructions, (void)depth;
    return sums_plain;
}

int pk_instructions(void) { return PK_PLAIN; }

#endif

void pk_embed(int instructions, const int32_t *ids, const uint8_t *kinds, size_t rows, size_t width,
              const uint8_t *words, const float *positions, const float *kind_rows, const float *gain,
              const float *offset, float *out) {
    PK_CHOOSE(embed, ids, kinds, rows, width, words, positions, kind_rows, gain, offset, out);
}

void pk_quantise(int instructions, const float *x, size_t rows, size_t width, uint8_t *out, float *scales,
                 float *centres) {
    PK_CHOOSE(quantise, x, rows, width, out, scales, centres);
}

void pk_dense8(int instructions, const uint8_t *x, const float *scales, const float *centres, size_t rows,
               const pk_layer8 *layer, int gelu, float *out) {
    pk_sums sums = sums_for(instructions, layer->depth);
    PK_CHOOSE(dense8, sums, x, scales, centres, rows, layer, gelu, out);
}

void pk_attention(int instructions, const float *qkv, size_t rows, size_t width, float *out, float *scratch) {
#if defined(__x86_64__)
    // Fewer rows than two tiles' would mostly be work on rows that there are not.
    if (instructions >= PK_AMX && rows > 16 && has_bf16()) {
        attention_amx(qkv, rows, width, out, scratch);
        return;
    }
#endif
    PK_CHOOSE(attention, qkv, rows, width, out, scratch);
}

size_t pk_attention_scratch(size_t rows) {
    size_t padded = (rows + 15) / 16 * 16, floats = padded * (32 + 32 + 1 + PK_CHUNK);
    size_t with_tiles = (rows + 31) / 32 * 32 * (32 + 32 + 32) + 16; // and what aligns it
    return floats > with_tiles ? floats : with_tiles;
}

void pk_add_norm(int instructions, float *x, const float *y, size_t rows, size_t width, const float *gain,
                 const float *offset) {
    PK_CHOOSE(add_norm, x, y, rows, width, gain, offset);
}

void pk_gelu(int instructions, float *x, size_t count) { PK_CHOOSE(gelu, x, count); }

int pk_sums_fit(const int8_t *weights, size_t depth, size_t outputs) {
    pk_h32 worst = {0};
    for (size_t start = 0; start < depth * outputs; start += 256) { // 16 inputs of a panel
        pk_h32 positive = {0}, negative = {0};
        for (size_t group = start; group < start + 256; group += 64) {
            pk_h32 both;
            memcpy(&both, weights + group, sizeof both);
            pk_h32 first = both << 8 >> 8, second = both >> 8;
            positive += __builtin_elementwise_max(first, (pk_h32){0}) + __builtin_elementwise_max(second, (pk_h32){0});
            negative += __builtin_elementwise_min(first, (pk_h32){0}) + __builtin_elementwise_min(second, (pk_h32){0});
        }
        worst = __builtin_elementwise_max(worst, __builtin_elementwise_max(positive, -negative));
    }
    for (int lane = 0; lane < 32; lane++)
        if (worst[lane] > PK_LANE) return 0;
    return 1;
}
