import Foundation
import Periplus

/// The pipeline over the built gazetteer, which `Scripts/test` makes before the tests run.
enum SharedMapper {
    private static let result = Result { () throws -> RouteMapper in
        try RouteMapper(data: .located())
    }

    static func mapper() throws -> RouteMapper {
        try result.get()
    }
}
