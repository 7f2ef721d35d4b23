import Geodesy
import Testing

@Suite("Reading a position from text")
struct CoordinateParsingTests {
    /// Accepted text, latitude, longitude; extend freely.
    static let accepted: [(String, Double, Double)] = [
        ("36.85,53.36", 36.85, 53.36),
        (" 36.85 , 53.36 ", 36.85, 53.36),
        ("36.85 53.36", 36.85, 53.36),
        ("-34.6,-58.4", -34.6, -58.4),
        ("-34.6 -58.4", -34.6, -58.4),
        ("\u{2212}34.6, \u{2212}58.4", -34.6, -58.4),
        ("+34.6;+58.4", 34.6, 58.4),
        ("34.6S,58.4W", -34.6, -58.4),
        ("34.6 S 58.4 W", -34.6, -58.4),
        ("58.4W 34.6S", -34.6, -58.4),
        ("N 36.85 E 53.36", 36.85, 53.36),
        ("N36.85,E53.36", 36.85, 53.36),
        ("n36.85, e53.36", 36.85, 53.36),
        ("36°51'N 53°22'E", 36.85, 53 + 22.0 / 60),
        ("36°51′00″N, 53°22′12″E", 36.85, 53.37),
        ("36 51 00 N, 53 22 12 E", 36.85, 53.37),
        ("36 51 53 22", 36.85, 53 + 22.0 / 60),
        ("36.85° 53.36°", 36.85, 53.36),
        ("-36°51' 53°22'", -36.85, 53 + 22.0 / 60),
        ("0,0", 0, 0),
        ("90,180", 90, 180),
        ("-90,-180", -90, -180),
    ]

    @Test(arguments: accepted)
    func reads(text: String, latitude: Double, longitude: Double) throws {
        let position = try Coordinate(parsing: text)
        #expect(abs(position.latitude - latitude) < 1e-9)
        #expect(abs(position.longitude - longitude) < 1e-9)
    }

    /// Refused text and a part of the sentence that says why.
    static let refused: [(String, String)] = [
        ("91,181", "latitude 91 is not between -90 and 90"),
        ("-90.5,0", "latitude -90.5"),
        ("45,181", "longitude 181 is not between -180 and 180"),
        ("36°61'N 53°22'E", "61 minutes"),
        ("36 51 60 N 53 22 E", "60 minutes or seconds"),
        ("", "is not a position"), ("Amirabad", "is not a position"),
        ("36.85", "is not a position"),
        ("36.85,", "is not a position"), (",", "is not a position"), ("N,E", "is not a position"),
        ("1,2,3", "is not a position"), ("36N,53N", "is not a position"),
        ("36E 53E", "is not a position"),
        ("-36S,53E", "is not a position"), ("nan,inf", "is not a position"),
        ("1e400,0", "is not a position"),
        ("36..5,53", "is not a position"), ("--36,53", "is not a position"),
        ("٣٦,٥٣", "is not a position"),
        ("1 2 3 4 5 6 7 8", "is not a position"), ("36.85,53.36🚢", "is not a position"),
    ]

    @Test(arguments: refused)
    func refuses(text: String, because reason: String) {
        #expect {
            try Coordinate(parsing: text)
        } throws: { error in
            (error as? CoordinateParsingError)?.description.contains(reason) == true
        }
    }
}
