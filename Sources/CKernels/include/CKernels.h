#ifndef PERIPLUS_CKERNELS_H
#define PERIPLUS_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "transformer.h"

// Dense arithmetic for Language. Weights come in panels of 16 outputs, input by input
// (Scripts/language/model_file.py writes them); counts of outputs are multiples of 16.
// Buffers do not overlap.

/// Sets of instructions, each with those before it; their sums differ by rounding alone.
enum { PK_FLOAT_PLAIN, PK_FLOAT_AVX2, PK_FLOAT_AVX512 };

/// The widest set that the processor has.
int pk_float_instructions(void);

/// out[r][c] = bias[c] + sum over k < depth of x[r * stride + k] * weights[c][k], for r < rows and
/// c < outputs; rows of out are outputs long.
void pk_project(int instructions, const float *x, size_t stride, size_t rows, size_t depth, const float *weights,
                const float *bias, size_t outputs, float *out);

/// A layer of maxout and layer normalisation: the largest of `pieces` projections of each row, `width`
/// wide, normalised, scaled by gain, moved by offset, and added to residual where that is not NULL.
/// `scratch` holds 48 * width * pieces floats.
void pk_maxout_layer(int instructions, const float *x, size_t stride, size_t rows, size_t depth, const float *weights,
                     const float *bias, size_t width, size_t pieces, const float *gain,
                     const float *offset, const float *residual, float *out, float *scratch);

/// Scores of the moves of a transition system in one state: the sum of `count` feature vectors and
/// bias, the larger of its two halves (`width` each), projected. `hidden` holds 2 * width floats.
void pk_state_scores(int instructions, const float *const *features, size_t count, const float *bias, size_t width,
                     const float *weights, const float *upper_bias, size_t outputs, float *hidden,
                     float *scores);

/// out = the sum of four rows of a table, `width` floats each.
void pk_sum_rows(int instructions, const float *table, const uint32_t rows[4], size_t width, float *out);

#endif
