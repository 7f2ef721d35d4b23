/// A row of a table of shipments: what stands in its columns, as UTF-8 ranges of the document's text.
public struct Shipment: Hashable, Sendable {
    /// The whole row.
    public var row: Range<Int>
    /// Where it starts.
    public var origin: Range<Int>?
    /// Where it calls or passes on the way, in order.
    public var via: [Range<Int>] = []
    /// Where it ends.
    public var destination: Range<Int>?
    /// The mode that its cell for it tells: "sea", "rail".
    public var statedMode: String?
    /// The mode that the names of the columns tell where no cell does: "sea" of a port of loading.
    public var columnMode: String?
    /// What is carried.
    public var cargo: Range<Int>?
    /// How much of it.
    public var quantity: Range<Int>?
    /// What carries it.
    public var vehicle: Range<Int>?
    /// Who sends it.
    public var actor: Range<Int>?
    /// When it leaves, or else arrives: the cell, and the day where that can be read.
    public var date: Range<Int>?
    /// The day of `date`.
    public var day: CalendarDate?

    /// A row of which nothing is known.
    public init(row: Range<Int>) {
        self.row = row
    }
}
