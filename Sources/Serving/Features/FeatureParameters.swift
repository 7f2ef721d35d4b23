internal import Foundation
internal import Hummingbird
internal import Projects

/// Boxes as OGC API writes them.
enum BoxText {
    /// The boxes of "west,south,east,north" in degrees, or with heights between; two over the antimeridian.
    ///
    /// - Throws: `ServiceError`, when it is no box.
    static func boxes(_ text: String) throws(ServiceError) -> [ProjectFeature.Box] {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { Double($0.trimmingCharacters(in: .whitespaces)) }
        let edges = numbers.compactMap { $0 }.filter(\.isFinite)
        guard edges.count == numbers.count, edges.count == 4 || edges.count == 6 else {
            throw .badRequest("\"bbox\" is west,south,east,north in degrees")
        }
        let (west, south) = (edges[0], edges[1])
        let (east, north) = edges.count == 4 ? (edges[2], edges[3]) : (edges[3], edges[4])
        guard south <= north, (-90...90).contains(south), (-90...90).contains(north),
            (-180...180).contains(west), (-180...180).contains(east)
        else {
            throw .badRequest("\"bbox\" is out of range, or its south is north of its north")
        }
        guard west > east else {
            return [.init(west: west, south: south, east: east, north: north)]
        }
        return [
            .init(west: west, south: south, east: 180, north: north),
            .init(west: -180, south: south, east: east, north: north),
        ]
    }
}

/// Times as OGC API writes them, of which only the days count.
enum DayText {
    /// The first and last day of an instant or an interval, open where it says "..".
    ///
    /// - Throws: `ServiceError`, when it is neither.
    static func days(_ text: String) throws(ServiceError) -> (first: String?, last: String?) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1:
            let day = try day(parts[0])
            return (day, day)
        case 2:
            let first = try ["", ".."].contains(parts[0]) ? nil : day(parts[0])
            let last = try ["", ".."].contains(parts[1]) ? nil : day(parts[1])
            guard first != nil || last != nil, first ?? "" <= last ?? "9999-99-99" else {
                throw fault
            }
            return (first, last)
        default: throw fault
        }
    }

    private static let fault = ServiceError.badRequest(
        "\"datetime\" is a day or time as 2023-06-09 or 2023-06-09T12:00:00Z, or two with / between"
    )

    private static func day(_ text: String) throws(ServiceError) -> String {
        let pattern = #/[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/#
        let clock = #/[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})/#
        guard let day = text.prefixMatch(of: pattern) else { throw fault }
        let rest = text[day.range.upperBound...]
        guard rest.isEmpty || (try? clock.wholeMatch(in: rest)) != nil else { throw fault }
        return String(day.output.0)
    }
}

extension FeatureQuery {
    /// What the parameters of an address ask for of a collection.
    ///
    /// - Throws: `ServiceError`, when one makes no sense.
    init(
        _ collection: ProjectFeature.Collection, _ parameters: RequestQuery
    ) throws(ServiceError) {
        self.init(collection)
        // More than there may be is no fault: as many as there may be are given.
        limit = min(try parameters.number("limit", in: 1...Int.max, else: 100), 10_000)
        after = Int64(try parameters.number("after", in: 0...(1 << 53) - 1, else: 0))
        document = try parameters.value("document")
        for name in ["bbox-crs", "filter-crs"] {
            if let crs = try parameters.value(name), crs != FeatureLink.crs84 {
                throw .badRequest("\"\(name)\" is \(FeatureLink.crs84), and no other")
            }
        }
        boxes = try parameters.value("bbox").map { text throws(ServiceError) in
            try BoxText.boxes(text)
        }
        if let text = try parameters.value("datetime") {
            (firstDay, lastDay) = try DayText.days(text)
        }
        let language = try parameters.value("filter-lang") ?? FeatureFilter.Form.text.rawValue
        guard let form = FeatureFilter.Form(rawValue: language) else {
            throw .badRequest("\"filter-lang\" is cql2-text or cql2-json, not \"\(language)\"")
        }
        if let text = try parameters.value("filter") {
            do throws(FilterError) {
                filter = try FeatureFilter(text, form: form, for: collection)
            } catch {
                throw ServiceError(.badRequest, "bad-filter", error.description)
            }
        }
    }

    /// The query as it stands in an address, for the page behind a number.
    func text(after number: Int64) -> String {
        var parts = ["limit=\(limit)"]
        if let boxes, let first = boxes.first, let last = boxes.last {
            parts.append("bbox=\(first.west),\(first.south),\(last.east),\(first.north)")
        }
        if asksForDays {
            parts.append(
                firstDay == lastDay
                    ? "datetime=\(firstDay ?? "")"
                    : "datetime=\(firstDay ?? "..")/\(lastDay ?? "..")")
        }
        if let filter {
            parts.append("filter-lang=\(filter.form.rawValue)")
            parts.append("filter=\(Self.encoded(filter.source))")
        }
        if let document { parts.append("document=\(Self.encoded(document))") }
        if number > 0 { parts.append("after=\(number)") }
        return "?" + parts.joined(separator: "&")
    }

    private static func encoded(_ words: String) -> String {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: " "..."~"))
            .union(CharacterSet(charactersIn: "-._~"))
        return words.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}

extension ServiceSettings {
    /// The address of the service as the client of a request knows it.
    func base(of request: Request) -> String {
        address ?? "http://\(request.head.authority ?? "\(host):\(port)")"
    }
}
