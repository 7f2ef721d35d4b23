extension Coordinate {
    /// A position from its text, latitude first unless letters say otherwise.
    ///
    /// Read are signed degrees ("36.85,53.36", "-34.6, -58.4"), letters for the side ("34.6S,58.4W",
    /// "N 36.85 E 53.36"), and degrees, minutes and seconds ("36°51'N 53°22'E", "36 51 30 N, 53 22 E").
    /// The two figures are parted by a comma, a semicolon, a letter, or one blank.
    ///
    /// - Throws: `CoordinateParsingError`, which says what is wrong.
    public init(parsing text: String) throws(CoordinateParsingError) {
        var reader = CoordinateReader(text)
        let (first, second) = try reader.read()
        let swapped = first.isLongitude == true || second.isLongitude == false
        let latitude = swapped ? second : first
        let longitude = swapped ? first : second
        guard latitude.isLongitude != true, longitude.isLongitude != false else {
            throw .notAPosition(text)
        }
        let north = try latitude.degrees()
        let east = try longitude.degrees()
        guard abs(north) <= 90 else { throw .latitudeOutOfRange(north) }
        guard abs(east) <= 180 else { throw .longitudeOutOfRange(east) }
        self.init(latitude: north, longitude: east)
    }
}
