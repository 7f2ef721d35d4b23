import Foundation
import Testing

/// Places, distances and routes by address.
@Suite("periplus serve: places, distances, routes", .serialized)
struct GeographyTests {
    @Test("a name in any script finds its places; a distance by sea goes around the land")
    func answers() async throws {
        let served = try ServedProgram()
        let places = try await served.ask(
            "/places?name=%D0%9C%D0%B0%D1%85%D0%B0%D1%87%D0%BA%D0%B0%D0%BB%D0%B0")
        let first = (places.json["places"] as? [[String: Any]])?.first
        #expect(first?["name"] as? String == "Makhachkala")
        let way = try await served.ask("/distance?from=Makhachkala&to=Amirabad,+Iran&mode=sea")
        let kilometres = try #require(way.json["km"] as? Double)
        #expect((840...900).contains(kilometres))
        let chain = try await served.ask("/distance?from=52.5,13.4&via=48.9,2.3&to=51.5,-0.1")
        #expect((chain.json["legs"] as? [Any])?.count == 2)
        let route = try await served.ask("/route?from=Yanbu&to=Trieste&via=Suez%20Canal&mode=sea")
        #expect(route.headers["content-type"] == "application/geo+json")
        #expect(route.text.contains("Suez Canal"))
        let json = try await served.ask(
            "/route?from=Yanbu&to=Trieste&mode=sea", headers: ["Accept": "application/json"])
        #expect((json.json["routes"] as? [Any])?.count == 1)
    }

    @Test(
        "what makes no sense is refused with a reason",
        arguments: [
            ("/places", 400), ("/places?name=", 400), ("/places?name=%FF", 400),
            ("/places?name=Baku&limit=0", 400), ("/places?name=Baku&size=9", 400),
            ("/places?name=Baku&name=Aktau", 400), ("/places?name=Xyzzyqq", 200),
            ("/distance?from=Baku", 400), ("/distance?from=Baku&to=Xyzzyqq", 404),
            ("/distance?from=95,200&to=Baku", 404),
            ("/distance?from=Baku&to=Aktau&mode=rocket", 400),
            ("/route?from=Baku&to=Aktau", 400),
            ("/route?from=Baku&to=Aktau&mode=sea&avoid=Xyzzyqq", 404),
            ("/route?from=Baku&to=Hamburg&mode=sea&date=soon", 400), ("/nowhere", 404),
            ("/../../etc/passwd", 404), ("/%2e%2e/%2e%2e/etc/passwd", 404),
            ("/documents/..%2f..%2fetc%2fpasswd", 404), ("/documents/x/map.html", 404),
        ])
    func refusals(path: String, status: Int) async throws {
        let answer = try await Self.shared.get().ask(path)
        #expect(answer.status == status, "\(answer.text)")
        if status != 200 { #expect(answer.code != nil) }
    }

    /// One for all of them.
    private static let shared = Result { try ServedProgram() }
}
