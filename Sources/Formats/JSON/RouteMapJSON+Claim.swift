internal import Geodesy
internal import Movements
internal import RouteMaps

extension RouteMapJSON {
    func append(_ checked: CheckedClaim, _ spans: SpanText, to json: inout JSONBytes) {
        let claim = checked.claim
        json.object { json in
            json.key("computed")
            json.object { json in
                json.key("bearing")
                json.optionalNumber(checked.bearing?.degrees, decimals: 1)
                json.key("km")
                json.optionalNumber(checked.distance?.kilometres, decimals: 1)
            }
            json.spanEnd(claim.utf8Range, in: spans)
            json.key("reference")
            json.integer(claim.reference)
            json.spanStart(claim.utf8Range, in: spans)
            json.key("stated")
            json.object { json in
                json.key("bearing")
                json.interval(claim.bearing?.limits, decimals: 1)
                json.key("km")
                let kilometres = claim.kilometres.map { ($0.lowerBound, $0.upperBound) }
                json.interval(kilometres, decimals: 1)
            }
            json.key("subject")
            json.optionalInteger(claim.subject)
            json.spanText(claim.utf8Range, in: spans)
            json.key("verdict")
            json.string(checked.verdict.rawValue)
        }
    }
}

extension StatedClaim.StatedBearing {
    /// The bearings that count, clockwise from the first to the second, in degrees in [0, 360);
    /// the first is the greater when north lies between them.
    var limits: (Double, Double) {
        (
            Bearing(degrees: degrees - tolerance).degrees,
            Bearing(degrees: degrees + tolerance).degrees
        )
    }
}

extension JSONBytes {
    mutating func optionalNumber(_ value: Double?, decimals: Int) {
        if let value { number(value, decimals: decimals) } else { null() }
    }

    /// An interval as an array of two figures, or null.
    mutating func interval(_ limits: (Double, Double)?, decimals: Int) {
        guard let limits else {
            null()
            return
        }
        array { json in
            json.number(limits.0, decimals: decimals)
            json.number(limits.1, decimals: decimals)
        }
    }
}
