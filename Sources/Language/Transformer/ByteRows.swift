/// Rows of bytes with a scale and a centre each: what a layer with weights of 7 bits reads.
final class ByteRows {
    let base: UnsafeMutablePointer<UInt8>
    let scales: UnsafeMutablePointer<Float>
    let centres: UnsafeMutablePointer<Float>

    init(rows: Int, width: Int) {
        base = UnsafeMutableRawPointer.allocate(byteCount: rows * width, alignment: 64)
            .bindMemory(to: UInt8.self, capacity: rows * width)
        scales = .allocate(capacity: rows)
        centres = .allocate(capacity: rows)
    }

    deinit {
        UnsafeMutableRawPointer(base).deallocate()
        scales.deallocate()
        centres.deallocate()
    }
}
