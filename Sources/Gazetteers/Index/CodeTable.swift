/// The numbering of codes that many places share (divisions, feature codes); number 0 is none.
struct CodeTable {
    private var numbers: [String: Int] = [:]
    private var ends: [UInt32] = [0]
    private(set) var blob: [UInt8] = []

    mutating func number(of code: String?) -> UInt32 {
        guard let code, !code.isEmpty else { return 0 }
        if let number = numbers[code] { return UInt32(number) }
        let number = ends.count
        numbers[code] = number
        blob += Array(code.utf8)
        ends.append(UInt32(blob.count))
        return UInt32(number)
    }

    /// The offsets: code n stands in `offsets[n] ..< offsets[n + 1]`.
    var offsets: [UInt8] { [UInt8](littleEndian: [0] + ends) }
}
