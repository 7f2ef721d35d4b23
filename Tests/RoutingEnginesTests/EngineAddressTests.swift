import RoutingEngines
import Testing

@Suite("Addresses of routing engines")
struct EngineAddressTests {
    @Test(
        "what is taken, and what results call it",
        arguments: [
            ("osrm:http://localhost:5000", "OSRM at localhost:5000"),
            ("valhalla:http://127.0.0.1:8002/", "Valhalla at 127.0.0.1:8002"),
            ("OSRM:HTTPS://roads.example.org/eu", "OSRM at roads.example.org"),
            ("valhalla:http://[::1]:8002", "Valhalla at [::1]:8002"),
            ("osrm:https://ann:secret@roads.example.org", "OSRM at roads.example.org"),
        ])
    func taken(text: String, name: String) throws {
        #expect(try EngineAddress(parsing: text).name == name)
    }

    @Test(
        "what is refused, in one line that says what is expected",
        arguments: [
            "", "osrm", "http://localhost:5000", "graphhopper:http://localhost:8989", "osrm:",
            "osrm:localhost:5000", "osrm:ftp://localhost", "osrm:http://", "osrm:http://:5000",
            "osrm:http://localhost:99999", "osrm:http://localhost:", "osrm:http://local host",
            "osrm:http://localhost\u{7}", "osrm:http://h/?key=1", "valhalla:http://h/#part",
            "osrm:file:///etc/passwd",
        ])
    func refused(text: String) {
        let error = #expect(throws: EngineAddressError.self) {
            try EngineAddress(parsing: text)
        }
        #expect(error?.description.hasPrefix("expected ") == true)
    }

    @Test(
        "a password is not shown",
        arguments: [
            "osrm:ftp://ann:secret@roads.example.org", "graphhopper:http://ann:secret@h:1",
            "osrm:http://ann:secret@h/?key=1", "osrm:http://ann:se@secret@h:99999",
        ])
    func password(text: String) {
        let error = #expect(throws: EngineAddressError.self) {
            try EngineAddress(parsing: text)
        }
        #expect(error?.description.contains("secret") == false)
        #expect(error?.description.contains("ann") == false)
    }
}
