import Foundation
import Testing

/// Who may ask for what.
@Suite("periplus serve: guards", .serialized)
struct GuardTests {
    private let text = Data("The ferry sails from Aktau to Baku.".utf8)

    @Test(
        "no page of another site changes anything, nor one whose name only leads here reads anything"
    )
    func sites() async throws {
        let served = try ServedProgram()
        let plain = ["Content-Type": "text/plain"]
        for headers in [
            ["Origin": "https://evil.example"], ["Origin": "null"],
            ["Sec-Fetch-Site": "cross-site"],
            ["Sec-Fetch-Site": "same-site"], ["Origin": "http://127.0.0.1:1"],
        ] {
            let answer = try await served.ask(
                "/documents", "POST", body: text, headers: headers.merging(plain) { $1 })
            #expect(answer.status == 403, "\(headers)")
        }
        let own = try await served.ask(
            "/documents", "POST", body: text,
            headers: ["Origin": served.address, "Sec-Fetch-Site": "same-origin"].merging(plain) {
                $1
            })
        #expect(own.status == 201)
        for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example"] {
            let answer = try served.raw(
                "GET /documents HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 421"), "\(host): \(answer)")
        }
        let named = try ServedProgram(["--name", "maps.example"])
        let answer = try named.raw(
            "GET /health HTTP/1.1\r\nHost: maps.example\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200"))
    }

    @Test("with a token nothing is changed without it; reading needs none")
    func token() async throws {
        let served = try ServedProgram(environment: ["PERIPLUS_TOKEN": "s3cret"])
        for headers in [
            [:], ["Authorization": "Bearer s3cre"], ["Authorization": "Bearer s3cretX"],
            ["Authorization": "s3cret"],
        ] {
            let answer = try await served.ask("/documents", "POST", body: text, headers: headers)
            #expect(answer.status == 401, "\(headers)")
            #expect(answer.headers["www-authenticate"] == "Bearer")
        }
        let path = try await served.add(
            "The ferry sails from Aktau to Baku.", headers: ["Authorization": "Bearer s3cret"])
        #expect(try await served.ask(path).status == 200)
        #expect(try await served.ask(path, "DELETE").status == 401)
    }

    @Test("names and texts of documents are words on the page, whatever they look like")
    func escaped() async throws {
        let served = try ServedProgram()
        let name = "</script><script>alert(1)</script>"
        let added = try await served.ask(
            "/documents", "POST",
            body: try JSONSerialization.data(withJSONObject: [
                "text": "\(name) The ferry sails from Aktau to Baku. <img src=x onerror=alert(1)>",
                "name": name,
                "source": "javascript:alert(1)",
            ]), headers: ["Content-Type": "application/json"])
        let path = try #require(added.headers["location"])
        _ = try await served.ask(
            path + "/decisions", "PUT",
            body: Data(
                "{\"name\":\"</script><script>alert(2)</script>\",\"do\":\"no-place\"}\n".utf8))
        let page = try await served.ask(path + "/map.html").text
        #expect(!page.contains("<script>alert") && !page.contains("<img src=x"))
        #expect(!page.contains("href=\"javascript"))
        let list = try await served.ask("/documents")
        #expect(list.headers["content-type"] == "application/json")
        #expect(list.headers["x-content-type-options"] == "nosniff")
    }

    @Test("nonsense on the wire ends its own connection only")
    func wire() async throws {
        let served = try ServedProgram()
        let head = "Host: 127.0.0.1\r\nConnection: close\r\n"
        for bytes in [
            "\r\n\r\n\r\n", "GET\r\n\r\n", "\u{1}\u{2}\u{3}\r\n\r\n",
            "GET / HTTP/9.9\r\n\(head)\r\n",
            "GET / HTTP/1.1\r\n\(head)X: \(String(repeating: "a", count: 100_000))\r\n\r\n",
            "POST /documents HTTP/1.1\r\n\(head)Content-Length: -1\r\n\r\n",
            "POST /documents HTTP/1.1\r\n\(head)Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /documents HTTP/1.1\r\n\(head)Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET /\(String(repeating: "a/", count: 20_000)) HTTP/1.1\r\n\(head)\r\n",
            "BREW /documents HTTP/1.1\r\n\(head)\r\n",
        ] {
            let answer = try served.raw(bytes)
            #expect(
                !answer.hasPrefix("HTTP/1.1 2") && !answer.hasPrefix("HTTP/1.1 500"),
                "\(bytes.prefix(60)): \(answer.prefix(200))")
        }
        #expect(try await served.ask("/health").status == 200)
        let wrong = try await served.ask("/health", "DELETE")
        #expect(wrong.status == 405)
        #expect(wrong.headers["allow"] == "GET, HEAD")
    }

    @Test("metrics count what was asked, and no label is a client's")
    func metrics() async throws {
        let served = try ServedProgram()
        _ = try await served.ask("/health")
        _ = try await served.ask("/documents/nobody-of-this-name")
        _ = try served.raw("BREW /pot HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        let text = try await served.ask("/metrics").text
        #expect(
            text.contains(
                "periplus_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 1"))
        #expect(text.contains("# TYPE periplus_request_seconds histogram"))
        #expect(text.contains("status=\"404\""))
        #expect(!text.contains("BREW") && !text.contains("nobody-of-this-name"))
    }
}
