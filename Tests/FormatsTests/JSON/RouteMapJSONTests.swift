import Documents
import Foundation
import Movements
import RouteMaps
import Testing

@testable import Formats

@Suite("A route map as JSON")
struct RouteMapJSONTests {
    @Test("Every span's offsets cut its words out of the text, counted in code points")
    func offsets() throws {
        for map in Maps.all {
            let scalars = Array(map.document.text.unicodeScalars)
            let object = try JSONText.parse(RouteMapJSON().bytes(of: map, id: "a"))
            var checked = 0
            try visitSpans(object) { span in
                let start = try #require(span["start"] as? Int)
                let end = try #require(span["end"] as? Int)
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[start..<end])
                #expect(String(words) == span["text"] as? String)
                checked += 1
            }
            #expect(checked >= map.toponyms.count)
        }
    }

    @Test("Keys are sorted at every level, as Foundation sorts them")
    func sortedKeys() throws {
        for map in Maps.all {
            let bytes = RouteMapJSON(includesText: true).bytes(of: map, id: "a")
            let keys = try keyOrder(String(decoding: bytes, as: UTF8.self))
            #expect(!keys.isEmpty)
            for level in keys { #expect(level == level.sorted()) }
        }
    }

    @Test("The port is the place of Amirabad, the village its alternative, with the reasons")
    func place() throws {
        let object = try JSONText.parse(RouteMapJSON().bytes(of: Maps.caspian, id: "a"))
        let toponym = try JSONText.objects(object["toponyms"])[2]
        let place = try #require(toponym["place"] as? [String: Any])
        #expect(place["id"] as? String == "gn:13157242")
        #expect(place["geonameid"] as? Int == 13_157_242)
        #expect(place["class"] as? String == "port")
        #expect(place["lat"] as? Double == 36.8519)
        #expect(place["lon"] as? Double == 53.3654)
        let alternative = try #require(try JSONText.objects(toponym["alternatives"]).first)
        #expect(alternative["class"] as? String == "city")
        #expect(toponym["because"] as? [String] == ["sea leg: Caspian Sea", "within: Iran"])
    }

    @Test("A schematic leg has no drawn length but an interval; a sea leg has three lengths")
    func lengths() throws {
        let object = try JSONText.parse(RouteMapJSON().bytes(of: Maps.caspian, id: "a"))
        let routes = try JSONText.objects(object["routes"])
        let sea = try #require(try JSONText.objects(routes[0]["legs"]).first)
        #expect(sea["geodesic_km"] as? Double == 844.8)
        #expect(sea["sailing_km"] as? Double == 881)
        let drawn = try #require(sea["drawn_km"] as? Double)
        #expect(drawn > 844.8)
        let use = try #require(try JSONText.objects(routes[1]["legs"]).first)
        #expect(use["drawn_km"] is NSNull)
        #expect(use["km_range"] as? [Double] == [800, 2_000])
        #expect(routes[1]["continues"] as? Int == 0)
        #expect(routes[1]["relation"] as? String == "use")
        #expect(routes[2]["status"] as? String == "planned")
    }

    @Test("Organisations have no place; a written position is one; an unknown end leaves no legs")
    func placeless() throws {
        let object = try JSONText.parse(RouteMapJSON().bytes(of: Maps.caspian, id: "a"))
        let toponyms = try JSONText.objects(object["toponyms"])
        #expect(toponyms.last?["use"] as? String == "organisation")
        #expect(toponyms.last?["place"] is NSNull)
        let other = try JSONText.parse(RouteMapJSON().bytes(of: Maps.positions, id: "b"))
        let hulk = try #require(try JSONText.objects(other["toponyms"]).first)
        let place = try #require(hulk["place"] as? [String: Any])
        #expect(place["lat"] as? Double == 36.5)
        #expect(place["source"] as? String == "text")
        let route = try #require(try JSONText.objects(other["routes"]).first)
        #expect((route["legs"] as? [Any])?.isEmpty == true)
    }

    @Test("A bearing interval around north runs clockwise from its first end")
    func northernBearing() throws {
        var map = Maps.caspian
        map.claims[0].claim.bearing = .init(degrees: 0, tolerance: 30)
        let object = try JSONText.parse(RouteMapJSON().bytes(of: map, id: "a"))
        let claim = try #require(try JSONText.objects(object["claims"]).first)
        let stated = try #require(claim["stated"] as? [String: Any])
        #expect(stated["bearing"] as? [Double] == [330, 30])
    }

    @Test("The text is carried only when asked for; its digest always")
    func text() throws {
        let plain = try JSONText.parse(RouteMapJSON().bytes(of: Maps.hostile, id: nil))
        #expect(plain["text"] == nil)
        #expect(plain["id"] is NSNull)
        let full = try JSONText.parse(
            RouteMapJSON(includesText: true).bytes(of: Maps.hostile, id: nil))
        #expect(full["text"] as? String == Maps.hostile.document.text)
        #expect(full["media_type"] as? String == "text/plain")
        #expect(full["sha256"] as? String == plain["sha256"] as? String)
    }

    @Test("A line is one line, and a failure says why")
    func lines() throws {
        let writer = BatchLineWriter()
        for map in Maps.all {
            let line = writer.line(for: map, id: "x\ny")
            #expect(line.filter { $0 == 0x0A }.count == 1)
            #expect(line.last == 0x0A)
        }
        let line = writer.line(errorCode: "malformed-json", message: "line 3 is \"not\" JSON")
        #expect(
            String(decoding: line, as: UTF8.self)
                == #"{"error":{"code":"malformed-json","message":"line 3 is \"not\" JSON"},"id":null}"#
                + "\n")
    }

    private func visitSpans(_ value: Any, _ body: ([String: Any]) throws -> Void) throws {
        if let object = value as? [String: Any] {
            if object["start"] != nil { try body(object) }
            for child in object.values { try visitSpans(child, body) }
        } else if let array = value as? [Any] {
            for child in array { try visitSpans(child, body) }
        }
    }

    /// The keys of every object in the order they are written.
    private func keyOrder(_ text: String) throws -> [[String]] {
        var open: [[String]] = []
        var done: [[String]] = []
        var string = ""
        var isString = false
        var isEscape = false
        for character in text.unicodeScalars {
            if isString {
                if isEscape {
                    isEscape = false
                } else if character == "\\" {
                    isEscape = true
                } else if character == "\"" {
                    isString = false
                } else {
                    string.unicodeScalars.append(character)
                }
                continue
            }
            switch character {
            case "\"":
                isString = true
                string = ""
            case ":": open[open.count - 1].append(string)
            case "{": open.append([])
            case "}": done.append(open.removeLast())
            default: break
            }
        }
        return done
    }
}
