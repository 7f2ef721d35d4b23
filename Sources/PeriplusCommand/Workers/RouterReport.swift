internal import RoutingEngines

/// What a router has been asked, and how often in vain; may be added up over processes.
struct RouterReport: Codable, Equatable {
    var ways = 0
    var unanswered = 0
    var firstFailure: String?
    var refused = 0
    var firstRefusal: String?

    init() {}

    init(_ tally: RoutingTally) {
        ways = tally.ways
        unanswered = tally.unanswered
        firstFailure = tally.firstFailure
        refused = tally.refused
        firstRefusal = tally.firstRefusal
    }

    static func + (left: RouterReport, right: RouterReport) -> RouterReport {
        var sum = left
        sum.ways += right.ways
        sum.unanswered += right.unanswered
        sum.firstFailure = left.firstFailure ?? right.firstFailure
        sum.refused += right.refused
        sum.firstRefusal = left.firstRefusal ?? right.firstRefusal
        return sum
    }
}
