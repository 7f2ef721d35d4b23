extension [UInt8] {
    /// The bytes of integers, least significant first.
    init<Value: FixedWidthInteger>(littleEndian values: [Value]) {
        self = values.map(\.littleEndian).withUnsafeBytes { Array($0) }
    }

    /// Appends the bytes of an integer, least significant first.
    mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
