import Testing

@testable import Formats

@Suite("Figures as text")
struct DecimalTextTests {
    @Test(
        "A figure has at most its decimals, at least one, and no exponent",
        arguments: [
            (32.0, 6, "32.0"), (844.7964, 1, "844.8"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"),
            (-34.6, 6, "-34.6"), (0.000_000_4, 6, "0.0"), (1e-7, 7, "0.0000001"),
            (12_742_000.0, 1, "12742000.0"), (179.999_999_96, 7, "180.0"), (5.5, 0, "6"),
            (53.3654, 6, "53.3654"), (0.1 + 0.2, 3, "0.3"),
        ])
    func decimals(value: Double, decimals: Int, expected: String) {
        #expect(DecimalText.string(value, decimals: decimals) == expected)
    }

    @Test("What is no figure is null", arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func notFinite(value: Double) {
        #expect(DecimalText.string(value, decimals: 3) == "null")
    }
}
