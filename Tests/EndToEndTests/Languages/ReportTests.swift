import Documents
import Geoparsing
import Movements
import Periplus
import RouteMaps
import Testing

/// Reports in nine languages, and in several at once, from the text to the routes and their details.
@Suite struct ReportTests {
    @Test(arguments: try ReportCase.all())
    func isRead(_ sample: ReportCase) throws {
        let mapper = try SharedMapper.mapper()
        let map = try mapper.map(
            mapper.document(
                text: sample.text, date: CalendarDate("2023-06-09"), language: sample.language))
        let names = map.toponyms.map(\.mention.text)
        func text(_ range: Range<Int>?) -> String {
            range.map { String(decoding: Array(sample.text.utf8)[$0], as: UTF8.self) } ?? "-"
        }
        func name(_ index: Int?) -> String { index.map { names[$0] } ?? "?" }
        let routes = map.routes.map(\.movement)
        let told = routes.map { "\(name($0.origin)) -> \(name($0.destination))" }
        for (key, value) in sample.wanted {
            switch key {
            case "dateline":
                #expect(
                    map.toponyms.contains {
                        $0.mention.text == value && $0.mention.use == .dateline
                    }, "\(value) of \(map.toponyms.map { "\($0.mention.text) \($0.mention.use)" })")
            case "route": #expect(told.contains(value), "\(value) of \(told)")
            case "no-route": #expect(!told.contains { $0.contains(value) }, "\(value) of \(told)")
            case "when":
                let dates = routes.compactMap(\.date).map { "\($0.from ?? "?")..\($0.to ?? "?")" }
                #expect(dates.contains(value), "\(value) of \(dates)")
            case "much":
                #expect(routes.contains { text($0.quantity) == value }, "\(value) of \(told)")
            case "by":
                #expect(routes.contains { text($0.vehicle) == value }, "\(value) of \(told)")
            default: #expect(routes.contains { text($0.cue) == value }, "\(value) of \(told)")
            }
        }
    }
}
