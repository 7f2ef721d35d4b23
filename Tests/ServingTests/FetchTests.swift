import Foundation
import StubServer
import Testing

@testable import Serving

/// What is got from the network when somebody names an address.
@Suite("periplus serve: documents by their address", .serialized)
struct FetchTests {
    private let page = """
        <html><head><title>Ferry</title></head><body><article><p>The ferry sails from Aktau to Baku.</p></article></body></html>
        """

    private func add(_ address: String, to served: ServedProgram) async throws
        -> ServedProgram.Answer
    {
        try await served.ask(
            "/documents", "POST",
            body: try JSONSerialization.data(withJSONObject: ["address": address]),
            headers: ["Content-Type": "application/json"])
    }

    @Test(
        "a page of an allowed host becomes a document; nothing of this machine or its networks is asked"
    )
    func fetches() async throws {
        let page = page
        let stub = try StubServer { request in
            switch request.path {
            case "/page": .body(page)
            case "/large": .spaces(3 << 20)
            case "/away": .redirect(to: "http://localhost/secret")
            case "/round": .redirect(to: "/round")
            default: .body("none", status: 404)
            }
        }
        let port = stub.host.split(separator: ":").last ?? ""
        let served = try ServedProgram([
            "--fetch", "--fetch-from", "127.0.0.1:\(port)", "--largest", "1",
        ])
        let added = try await add("http://127.0.0.1:\(port)/page", to: served)
        #expect(added.status == 201, "\(added.text)")
        #expect(
            (added.json["document"] as? [String: Any])?["source"] as? String
                == "http://127.0.0.1:\(port)/page")
        let before = stub.requests.count
        for (address, status) in [
            ("http://localhost:\(port)/page", 403), ("http://[::1]/", 403),
            ("http://127.0.0.1/", 403),
            ("http://0/", 403), ("http://2130706433/", 403), ("http://0x7f.1/", 403),
            ("http://[::ffff:127.0.0.1]/", 403),
            ("http://169.254.169.254/latest/meta-data", 403), ("http://10.0.0.1/", 403),
            ("http://[fe80::1]/", 403),
            ("file:///etc/passwd", 400), ("gopher://127.0.0.1/", 400),
            ("http://user:word@example.org/", 400),
            ("http://", 400), ("nonsense", 400), ("http://198.51.100.1:22/", 403),
        ] {
            let answer = try await add(address, to: served)
            #expect(answer.status == status, "\(address): \(answer.text)")
        }
        #expect(stub.requests.count == before)
        for (path, status) in [("away", 403), ("round", 502), ("none", 502), ("large", 422)] {
            let answer = try await add("http://127.0.0.1:\(port)/\(path)", to: served)
            #expect(answer.status == status, "\(path): \(answer.text)")
        }
    }

    @Test(
        "which addresses are of the internet at large",
        arguments: [
            ([8, 8, 8, 8], true), ([127, 0, 0, 1], false), ([100, 63, 255, 255], true),
            ([100, 64, 0, 0], false),
            ([172, 15, 0, 1], true), ([172, 31, 255, 255], false), ([172, 32, 0, 0], true),
            ([255, 255, 255, 255], false),
            ([0x2A, 0x00] + [UInt8](repeating: 1, count: 14), true),
            ([0xFD] + [UInt8](repeating: 0, count: 15), false),
            ([UInt8](repeating: 0, count: 15) + [1], false),
            ([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF, 8, 8, 8, 8], false),
            ([0x20, 0x02, 10, 0, 0, 1] + [UInt8](repeating: 0, count: 10), false),
            ([0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12), false),
            ([0x20, 0x01, 0x48, 0x60] + [UInt8](repeating: 0, count: 12), true),
        ] as [([UInt8], Bool)])
    func publicAddresses(bytes: [UInt8], isPublic: Bool) {
        #expect(NetworkAddress(bytes: bytes).isPublic == isPublic)
    }
}
