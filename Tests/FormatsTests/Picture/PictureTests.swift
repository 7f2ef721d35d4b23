import Foundation
import FoundationXML
import Geodesy
import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("The finished map")
struct PictureTests {
    static func svg(_ atlas: Atlas) throws -> String {
        try Picture(atlas, basemap: Basemaps.rough).svg
    }

    @Test("It is well-formed, and every leg is drawn")
    func legs() throws {
        for map in Maps.all + [Maps.crowded(60)] {
            let svg = try Self.svg(Atlas(map))
            #expect(XMLParser(data: Data(svg.utf8)).parse())
            let drawn = map.routes.flatMap(\.legs).count { !$0.lines.isEmpty }
            #expect(svg.components(separatedBy: "class=\"leg\"").count - 1 == drawn)
        }
    }

    @Test("It lists the routes, says the projection, and carries the sources' notices")
    func words() throws {
        let svg = try Self.svg(Atlas(Maps.caspian, sources: [TerminalSummaryTests.source]))
        for words in [
            "Amirabad Port (IR) → Makhachkala (RU), via Caspian Sea · sea · the crated engines · stated · 858 km",
            ">Makhachkala</text>", ">Caspian Sea</text>", "Lambert azimuthal equal-area projection",
            "Place data: GeoNames", "<desc>1. Amirabad", " km</text>", ">planned</text>",
            ">schematic, no real course</text>",
        ] {
            #expect(svg.contains(words), "\(words)")
        }
    }

    @Test("Words of a document never become markup, and it asks for nothing from anywhere")
    func hostile() throws {
        let svg = try Self.svg(Atlas(Maps.hostile))
        #expect(!svg.contains("<script"))
        #expect(!svg.contains("href"))
        #expect(!svg.unicodeScalars.contains("\u{1B}"))
    }

    @Test("A planned leg is dashed, a schematic one dotted, a stated one whole")
    func dashes() throws {
        let legs = try Self.svg(Atlas(Maps.caspian)).split(separator: "\n").filter {
            $0.contains("class=\"leg\"")
        }
        #expect(legs.count == 3)
        #expect(!legs[0].contains("dasharray"))
        #expect(legs[1].contains("stroke-dasharray=\"0.1 6.0\""))
        #expect(legs[2].contains("stroke-dasharray=\"15.0 6.0\""))
    }

    @Test("The key wraps: no words of it leave the sheet, however many marks there are")
    func key() throws {
        var foot = PictureFoot(width: 600, top: 0)
        foot.addKey(of: Atlas(Maps.all + [FlowTests.report("wheat"), FlowTests.report("maize")]))
        let words = foot.svg.matches(of: /<text x="(\d+)" y="(\d+)"[^>]*>([^<]*)</)
        #expect(words.count > 6)
        #expect(Set(words.map(\.output.2)).count > 1)
        for word in words {
            let start = try #require(Double(word.output.1))
            let width = SVGText.width(String(word.output.3), size: 14)
            #expect(start + width <= 600, "\(word.output.3)")
        }
    }

    @Test("A line of the list has the number that the route has in every other file")
    func numbers() throws {
        let atlas = Atlas([FlowTests.report("wheat"), FlowTests.report("maize"), Maps.pacific])
        var foot = PictureFoot(width: 1_100, top: 0)
        foot.addRoutes(of: atlas)
        let listed = foot.svg.matches(of: /font-weight="700">(\d+)</).map { String($0.output.1) }
        var expected: [String] = []
        var titles: Set<String> = []
        atlas.forEachRoute { record in
            let key = record.label.title + record.movement.status.rawValue
            if titles.insert(key).inserted { expected.append("\(record.number)") }
        }
        #expect(listed == expected)
    }

    @Test("What spans the Earth is drawn in Equal Earth; a voyage over 180 degrees in one piece")
    func projections() throws {
        #expect(try Self.svg(Atlas(Maps.all)).contains("Equal Earth projection"))
        let svg = try Self.svg(Atlas(Maps.pacific))
        let start = try #require(svg.range(of: "class=\"leg\" d=\""))
        let leg = svg[start.upperBound...].prefix { $0 != "\"" }
        // Two parts that meet: the first ends where the second begins.
        let parts = leg.matches(of: /M([^MZ"]*)/).map { $0.output.1.split(separator: "L") }
        #expect(parts.count == 2)
        #expect(parts.first?.last == parts.last?.first)
    }

    @Test("The same atlas gives the same bytes")
    func deterministic() throws {
        #expect(try Self.svg(Atlas(Maps.all)) == Self.svg(Atlas(Maps.all)))
    }

    @Test("The picture as PNG has twice its size", .enabled(if: Tool.rasteriser.isInstalled))
    func png() throws {
        let folder = try ScratchFolder()
        let file = folder.file("map.png")
        try PNGWriter(basemap: Basemaps.rough).write(Maps.caspian, to: file)
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == 2_400)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }
}
