internal import Documents
internal import Formats
internal import Gazetteers
internal import Periplus
internal import Resolving

/// The exit codes of the rooms' errors.
extension CommandError {
    init(_ error: PeriplusError) {
        self.init(.unavailable, error.description)
    }

    init(_ error: DocumentError) {
        switch error {
        case .noSuchFile, .isDirectory, .unreadable, .empty:
            self.init(.noInput, error.description)
        case .tooLarge, .tooComplex, .containsNUL, .undecodable, .unknownCharset, .foreignFormat,
            .encrypted, .damaged, .unpacksTooFar, .noTextLayer, .noText:
            self.init(.badData, error.description)
        case .malformedLexicon, .missingTool:
            self.init(.unavailable, error.description)
        }
    }

    init(_ error: FormatError) {
        switch error {
        case .unknownFormat:
            self.init(.usage, error.description)
        case .cannotCreate, .needsRegularFile:
            self.init(.cannotCreate, error.description)
        case .cannotWrite:
            self.init(.inputOutput, error.description)
        case .missingTool, .missingData:
            self.init(.unavailable, error.description)
        }
    }

    init(_ error: PlaceFinderError) {
        switch error {
        case .empty, .badCoordinates:
            self.init(.usage, error.description)
        case .unknown:
            self.init(.badData, error.description)
        }
    }

    init(_ error: AnalystPlacesError) {
        switch error {
        case .missing, .unreadable: self.init(.noInput, error.description)
        case .malformed: self.init(.badData, error.description)
        }
    }

    init(_ error: CorrectionsError) {
        switch error {
        case .missing, .unreadable: self.init(.noInput, error.description)
        case .malformed: self.init(.badData, error.description)
        }
    }

    init(_ error: GazetteerError) {
        switch error {
        case .missing:
            self.init(
                .unavailable,
                "\(error); make one with `periplus gazetteer build`, or name one with --gazetteer")
        case .foreign, .damaged, .newerLayout, .olderLayout:
            self.init(.unavailable, error.description)
        case .unreadable:
            self.init(.inputOutput, error.description)
        case .badRow:
            self.init(.badData, error.description)
        case .unwritable:
            self.init(.cannotCreate, error.description)
        }
    }

    /// A failure of an import, where a missing file may be one of those to import.
    init(_ error: GazetteerError, importing files: [String]) {
        switch error {
        case .missing(let path) where files.contains(path):
            self.init(.noInput, "no such file: \(path)")
        case .unreadable(let path, _) where files.contains(path):
            self.init(.noInput, error.description)
        default:
            self.init(error)
        }
    }
}
