internal import CKernels

/// The scratch memory of one thread's work with a `TextEncoder`.
///
/// `@unchecked Sendable`: a workspace is used by the one thread that took it from its pool.
package final class TextEncoderWorkspace: @unchecked Sendable {
    /// A row a piece: what is known of it so far.
    let hidden: UnsafeMutablePointer<Float>
    /// A row a piece of what the widest layer gives.
    let wide: UnsafeMutablePointer<Float>
    /// A row a piece of what goes between layers.
    let narrow: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutablePointer<Float>
    let kinds: UnsafeMutablePointer<UInt8>
    let bytes: ByteRows
    private let buffers: [FloatBuffer]

    init(longestWindow: Int, width: Int, inner: Int) {
        // Whole blocks of rows.
        let block = Int(PK_BLOCK)
        let rows = (longestWindow + block - 1) / block * block
        let widest = max(3 * width, inner)
        let buffers = [
            rows * width, rows * widest, rows * width, pk_attention_scratch(longestWindow),
        ].map { FloatBuffer(capacity: $0) }
        (hidden, wide, narrow) = (buffers[0].base, buffers[1].base, buffers[2].base)
        scratch = buffers[3].base
        kinds = .allocate(capacity: rows)
        bytes = ByteRows(rows: rows, width: max(width, inner))
        self.buffers = buffers
    }

    deinit { kinds.deallocate() }

    /// Puts some rows of `hidden`, in order, in front of all.
    func gather(_ rows: [Int], width: Int) {
        for (place, row) in rows.enumerated() where place != row {
            (hidden + place * width).update(from: hidden + row * width, count: width)
        }
    }

    /// Puts the first rows of `hidden` back where `gather` took them from; the others become zero.
    func scatter(_ rows: [Int], of count: Int, width: Int) {
        var place = rows.count - 1
        // From the last: what is still to be moved lies before the row that is written.
        for row in (0..<count).reversed() {
            if place >= 0, rows[place] == row {
                if place != row {
                    (hidden + row * width).update(from: hidden + place * width, count: width)
                }
                place -= 1
            } else {
                (hidden + row * width).update(repeating: 0, count: width)
            }
        }
    }
}
