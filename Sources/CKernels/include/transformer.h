#ifndef PERIPLUS_CKERNELS_TRANSFORMER_H
#define PERIPLUS_CKERNELS_TRANSFORMER_H

#include <stddef.h>
#include <stdint.h>

// A transformer's arithmetic. Rows adjoin; `width`, `outputs` and `ff` are multiples of 16, the width
// of a head is 32. Buffers do not overlap, and where "whole blocks" is said they hold a multiple of
// PK_BLOCK rows, of which those beyond `rows` have no meaning.

#define PK_BLOCK 16

/// Sets of instructions, each with those before it; all give the same sums of 8-bit products.
enum { PK_PLAIN, PK_AVX2, PK_VNNI, PK_AMX };

/// The widest set that the processor has and the system lets this process use.
int pk_instructions(void);

/// out = the sum of a row of 4-bit blocks (18 bytes for 32 values), a row of positions and a row of
/// kinds for each of `rows` pieces, normalised.
void pk_embed(int instructions, const int32_t *ids, const uint8_t *kinds, size_t rows, size_t width,
              const uint8_t *words, const float *positions, const float *kind_rows, const float *gain,
              const float *offset, float *out);

/// Rows as bytes, 128 + round((x - centre) / scale), from 1 to 255: a row's centre is the middle of its
/// least and its largest number, and its scale their distance / 254. Fills whole blocks.
void pk_quantise(int instructions, const float *x, size_t rows, size_t width, uint8_t *out, float *scales,
                 float *centres);

/// The most that the positive weights of a lane make together, and the negative ones: 255 times it fits 16 bits.
#define PK_LANE 128

/// A layer with weights of 7 bits, -63 to 63, in panels of 16 outputs, four inputs by four inputs. Of each 16 inputs an
/// output has two lanes of eight weights, the first two of each four and the last two, which hold to PK_LANE.
typedef struct {
    const int8_t *weights;
    const int32_t *start; ///< for each output: -128 times the sum of its weights
    const float *scale;   ///< for each output: the worth of a unit of its weights
    const float *bias;
    size_t depth, outputs;
} pk_layer8;

/// Whether a layer's weights hold to PK_LANE; those that do not would give wrong sums with AVX2.
int pk_sums_fit(const int8_t *weights, size_t depth, size_t outputs);

/// out[r][c] = bias[c] + scale[c] * sum over k < depth of weights[c][k] * (centres[r] + scales[r] *
/// (x[r][k] - 128)), and if `gelu` is set, GELU of that. `x` is in whole blocks. The sums of bytes' products
/// are exact.
void pk_dense8(int instructions, const uint8_t *x, const float *scales, const float *centres, size_t rows,
               const pk_layer8 *layer, int gelu, float *out);

/// Attention of all rows to all rows: `qkv` has queries, keys and values of all heads in each row,
/// `width` each. `scratch` holds pk_attention_scratch(rows) floats. With PK_AMX the shares of rows are rounded
/// to 8 bits, which moves a result by some thousandths of what values differ by.
void pk_attention(int instructions, const float *qkv, size_t rows, size_t width, float *out, float *scratch);

size_t pk_attention_scratch(size_t rows);

/// x = layer normalisation of x + y, with an epsilon of 1e-12.
void pk_add_norm(int instructions, float *x, const float *y, size_t rows, size_t width, const float *gain,
                 const float *offset);

/// x = GELU(x) for `count` numbers, a multiple of 16: x / 2 * (1 + erf(x / sqrt 2)) to 5e-6.
void pk_gelu(int instructions, float *x, size_t count);

#endif
