import Testing

@testable import Formats

@Suite("Ranges by what they overlap")
struct RangeIndexTests {
    @Test("The index finds what a look at every range finds")
    func all() {
        let ranges = (0..<200).map { index in
            let start = index * 37 % 500
            return start..<start + index % 11 + (index == 77 ? 300 : 1)
        }
        let index = RangeIndex(ranges, range: { $0 })
        for start in stride(from: 0, to: 520, by: 13) {
            let stretch = start..<start + 9
            let found = Set(index.overlapping(stretch))
            #expect(found == Set(ranges.filter { $0.overlaps(stretch) }))
        }
    }
}
