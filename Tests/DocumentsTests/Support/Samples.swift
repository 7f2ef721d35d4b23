/// One small file of each format that is read, all about the same voyage.
enum Samples {
    static let first = "The bulk carrier left Constanta for Alexandria on Monday with grain."
    static let second = "A second ship is to follow it from Odesa, the port authority said."

    static let word: [UInt8] = {
        var zip = StoredZip()
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add(
            "word/document.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Grain on the move</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">The bulk carrier </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>
            <w:r><w:t>left Constanta for Alexandria on Monday with grain.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Vessel</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>From</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>To</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>Ana</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Burgas</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>Piraeus</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:br w:type="page"/><w:t>\(second)</w:t></w:r></w:p>
            </w:body></w:document>
            """)
        zip.add(
            "docProps/core.xml",
            """
            <cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="t"><dc:title>Grain report</dc:title>
            <dcterms:created>2023-05-04T09:00:00Z</dcterms:created></cp:coreProperties>
            """)
        return zip.bytes
    }()

    static let openDocument: [UInt8] = {
        var zip = StoredZip()
        zip.add("mimetype", "application/vnd.oasis.opendocument.text")
        zip.add(
            "content.xml",
            """
            <office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
            <text:tracked-changes><text:p>Removed words about Lagos.</text:p></text:tracked-changes>
            <text:h>Grain on the move</text:h><text:p>The bulk<text:s/>carrier left Constanta for Alexandria<text:line-break/>on Monday with grain.</text:p>
            <text:list><text:list-item><text:p>Burgas</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>From</text:p></table:table-cell><table:table-cell><text:p>To</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>Varna</text:p></table:table-cell><table:table-cell><text:p>Haifa</text:p></table:table-cell></table:table-row></table:table>
            <text:p>\(second)</text:p></office:text></office:body></office:document-content>
            """)
        zip.add(
            "meta.xml",
            "<m xmlns:dc=\"d\" xmlns:meta=\"m\"><dc:title>Grain report</dc:title><meta:creation-date>2023-05-04T10:00:00</meta:creation-date></m>"
        )
        return zip.bytes
    }()

    static let book: [UInt8] = {
        var zip = StoredZip()
        zip.add("mimetype", "application/epub+zip")
        zip.add(
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>")
        zip.add(
            "OPS/book.opf",
            """
            <package xmlns:dc="d"><metadata><dc:title>Grain report</dc:title><dc:date>2023-05-04</dc:date></metadata>
            <manifest><item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest>
            <spine><itemref idref="a"/><itemref idref="b"/></spine></package>
            """)
        zip.add("OPS/two.xhtml", "<html><body><p>\(second)</p></body></html>")
        zip.add(
            "OPS/one.xhtml", "<html><body><h1>Grain on the move</h1><p>\(first)</p></body></html>")
        return zip.bytes
    }()

    static let workbook: [UInt8] = {
        var zip = StoredZip()
        zip.add("xl/workbook.xml", "<workbook/>")
        zip.add(
            "xl/sharedStrings.xml",
            "<sst><si><t>Port of loading</t></si><si><t>Port of discharge</t></si><si><r><t>Con</t></r><r><t>stanta</t></r></si></sst>"
        )
        zip.add(
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
        zip.add(
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Date</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="inlineStr"><is><t>Alexandria</t></is></c><c r="D3" s="1"><v>45047</v></c></row></sheetData></worksheet>
            """)
        return zip.bytes
    }()

    static let mail = Array(
        """
        Return-Path: <desk@example.org>
        From: Desk <desk@example.org>
        To: all@example.org
        Subject: =?utf-8?Q?Grain_on_the_move_=E2=80=93_May?=
        Date: Thu, 4 May 2023 23:30:00 +0300
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        The bulk carrier left Constan=
        ta for Alexandria on Monday with grain. Caf=E9.
        --=20
        Desk, Rotterdam
        --inner
        Content-Type: text/html; charset=utf-8

        <html><body><p>The bulk carrier left Constanta for Alexandria on Monday with grain. Caf&eacute;.</p></body></html>
        --inner--
        --outer
        Content-Type: text/plain; name="note.txt"
        Content-Disposition: attachment; filename="note.txt"
        Content-Transfer-Encoding: base64

        QSBzZWNvbmQgc2hpcCBpcyB0byBmb2xsb3cgaXQgZnJvbSBPZGVzYSwgdGhlIHBvcnQgYXV0aG9yaXR5IHNhaWQu
        --outer--
        """.utf8)

    static let savedPage = Array(
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://news.example.org/grain
        Subject: Grain on the move
        Date: Fri, 6 Jun 2025 10:00:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="----B"

        ------B
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://news.example.org/grain

        <html><head><title>Grain on the move</title><meta property=3D"article:published_time" content=3D"2023-05-04"></head>
        <body><nav><p>Sport in Lagos, weather in Madrid, more from all the pages of this site</p></nav>
        <article><h1>Grain on the move</h1><p>The bulk carrier left Constanta for Alexandria on Monday wit=
        h grain.</p><p>A second ship is to follow it from Odesa, the port authority said. The ships are to call at Istanbul, where they are looked over.</p></article></body></html>
        ------B--
        """.utf8)

    static let webArchive: [UInt8] = {
        let body =
            "<html><body><article><h1>Grain on the move</h1><p>\(first)</p><p>\(second) The ships call at Istanbul, where inspectors look them over before they go on.</p></article></body></html>"
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + String(body.utf8.count, radix: 16) + "\r\n\(body)\r\n0\r\n\r\n"
        let missing =
            "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>Nothing</html>"
        func record(_ type: String, _ content: String) -> String {
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://news.example.org/\(type)\r\n"
                + "WARC-Date: 2025-06-06T10:00:00Z\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
        }
        return Array(
            (record("warcinfo", "software: none") + record("response", missing)
                + record("response", answer)).utf8)
    }()

    static let table = Array(
        #"""
        Shipments of May
        Vessel;Port of loading;Port of discharge;Via;Cargo;ETD
        Ana;Constanta;Alexandria;Istanbul / Piraeus;grain;2023-05-04
        Berta;"Odesa";"Haifa ""B""";;"steel
        coils";5 May 2023
        """#.utf8)

    static let jsonLines = Array(
        """
        {"id": "a", "text": "\(first)", "date": "2023-05-04", "url": "https://example.org/a"}
        {"id": 7, "text": "\(second)"}
        {"id": "c"}
        """.utf8)

    static let pdf = PlainPDF.bytes(
        pages: [
            [
                "Harbour Desk, weekly report", "", first, "",
                "The ships are to call at Istanbul, where they are looked over before they go on to the Medi-",
                "terranean Sea.", "", "1",
            ],
            ["Harbour Desk, weekly report", "", second, "", "2"],
            ["Harbour Desk, weekly report", "", "Nothing else moved that week.", "", "3"],
        ], title: "Grain report", created: "20230504120000Z")

    static let archive: [UInt8] = {
        var zip = StoredZip()
        zip.add("one.txt", first)
        zip.add("deep/two.eml", mail)
        zip.add("__MACOSX/._one.txt", "x")
        zip.add("picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])
        zip.add("../../up.txt", second)
        return zip.bytes
    }()

    /// All of them by name.
    static let all: [(name: String, bytes: [UInt8])] = [
        ("word", word), ("openDocument", openDocument), ("book", book), ("workbook", workbook),
        ("mail", mail), ("savedPage", savedPage), ("webArchive", webArchive), ("table", table),
        ("jsonLines", jsonLines), ("pdf", pdf), ("archive", archive),
    ]
}
