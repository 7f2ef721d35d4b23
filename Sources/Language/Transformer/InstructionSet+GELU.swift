internal import CKernels

extension InstructionSet {
    /// Replaces numbers, in a count that is a multiple of 16, by their GELU.
    package func applyGELU(to numbers: UnsafeMutablePointer<Float>, count: Int) {
        pk_gelu(rawValue, numbers, count)
    }

    /// Replaces numbers, in a count that is a multiple of 16, by their GELU.
    package func applyGELU(to numbers: inout [Float]) {
        numbers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            applyGELU(to: base, count: buffer.count)
        }
    }
}
