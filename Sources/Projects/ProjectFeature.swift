public import Foundation

/// A feature of a document, as GeoJSON with what it can be found by.
public struct ProjectFeature: Sendable, Hashable {
    /// What sorts of feature there are.
    public enum Collection: Int, Sendable, CaseIterable, Codable {
        case places = 1
        case legs = 2
        case routes = 3
    }

    /// A box in degrees; west is at most east.
    public struct Box: Sendable, Hashable {
        /// The western edge.
        public var west: Double
        /// The southern edge.
        public var south: Double
        /// The eastern edge.
        public var east: Double
        /// The northern edge.
        public var north: Double

        /// A box of its edges.
        public init(west: Double, south: Double, east: Double, north: Double) {
            self.west = west
            self.south = south
            self.east = east
            self.north = north
        }
    }

    /// What sort it is of.
    public var collection: Collection
    /// How it is called in addresses.
    public var id: String
    /// A GeoJSON Feature in UTF-8.
    public var json: Data
    /// The box around it; nil for one without a geometry.
    public var box: Box?
    /// The first and last day it belongs to, as 2023-06-09; nil for one without.
    public var days: ClosedRange<String>?

    /// A feature.
    public init(
        collection: Collection, id: String, json: Data, box: Box?, days: ClosedRange<String>?
    ) {
        self.collection = collection
        self.id = id
        self.json = json
        self.box = box
        self.days = days
    }
}

/// What is asked for of a collection.
public struct FeatureQuery: Sendable, Hashable {
    /// The collection.
    public var collection: ProjectFeature.Collection
    /// Only what meets one of these; nil for all.
    public var boxes: [ProjectFeature.Box]?
    /// Only what belongs to a day from this on.
    public var firstDay: String?
    /// Only what belongs to a day up to this.
    public var lastDay: String?
    /// Only features of this document.
    public var document: String?
    /// Only features that are like this.
    public var filter: FeatureFilter?
    /// Only features behind this number.
    public var after: Int64 = 0
    /// No more than so many.
    public var limit = 100

    /// Everything in a collection.
    public init(_ collection: ProjectFeature.Collection) {
        self.collection = collection
    }

    /// Whether only what has days is wanted.
    public var asksForDays: Bool { firstDay != nil || lastDay != nil }
}

/// A page of a collection.
public struct FeaturePage: Sendable {
    /// The features: GeoJSON in UTF-8.
    public var features: [Data]
    /// The number to go on behind; nil at the end.
    public var next: Int64?
    /// How many there are on all pages; nil where they are more than are worth counting.
    public var matched: Int?
}
