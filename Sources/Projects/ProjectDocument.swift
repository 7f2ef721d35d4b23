public import Foundation

/// A document of a project, without its text and results.
public struct ProjectDocument: Sendable, Hashable, Codable {
    /// How it is called in addresses.
    public var id: String
    /// What people call it.
    public var name: String
    /// When it was added, as ISO 8601 in UTC.
    public var added: String
    /// The day it was written, as 2023-06-09, if known.
    public var date: String?
    /// Where it comes from.
    public var source: String?
    /// The SHA-256 of its text.
    public var sha256: String
    /// How many places its result has.
    public var places: Int
    /// How many routes its result has.
    public var routes: Int
    /// How often it has been decided on.
    public var revision: Int

    /// A document.
    public init(
        id: String, name: String, added: String, date: String?, source: String?, sha256: String,
        places: Int, routes: Int, revision: Int = 0
    ) {
        self.id = id
        self.name = name
        self.added = added
        self.date = date
        self.source = source
        self.sha256 = sha256
        self.places = places
        self.routes = routes
        self.revision = revision
    }
}

/// What the program has read from a document: the result, and the features it gives.
public struct ProjectReading: Sendable {
    /// A line of results of `batch`.
    public var result: Data
    /// Its places, legs and routes.
    public var features: [ProjectFeature]

    /// A reading.
    public init(result: Data, features: [ProjectFeature]) {
        self.result = result
        self.features = features
    }
}

/// Something that was done to a document.
public struct ProjectEvent: Sendable, Hashable, Codable {
    /// When, as ISO 8601 in UTC.
    public var at: String
    /// What: "added" or "decided".
    public var what: String
    /// The decisions that held from then on: JSON, one a line.
    public var decisions: String
}
