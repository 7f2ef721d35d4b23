/// A PDF of text lines in Helvetica, a page each list.
enum PlainPDF {
    static func bytes(pages: [[String]], title: String? = nil, created: String? = nil) -> [UInt8] {
        var objects: [String] = []
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Catalog /Pages 2 0 R >>")
        objects.append("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for (number, lines) in pages.enumerated() {
            var stream = "BT /F1 10 Tf 12 TL 60 780 Td\n"
            for line in lines {
                let escaped = line.replacing("(", with: "\\(").replacing(")", with: "\\)")
                stream += line.isEmpty ? "T*\n" : "(\(escaped)) Tj T*\n"
            }
            stream += "ET"
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + number * 2) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> >>")
            objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
        }
        var info = ""
        if let title { info += "/Title (\(title)) " }
        if let created { info += "/CreationDate (D:\(created)) " }
        objects.append("<< \(info)>>")
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\n"
        file += "startxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}
