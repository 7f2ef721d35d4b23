/// Reads a workbook of Microsoft Excel (ECMA-376, SpreadsheetML): its sheets' rows, as they are stored.
///
/// Numbers are as stored, and days too, which are numbers with a format; those are told by the styles.
struct Workbook {
    /// The parts of the package that are read.
    static func isWanted(_ part: String) -> Bool {
        part.hasPrefix("xl/worksheets/sheet") || part == "xl/sharedStrings.xml"
            || part == "xl/styles.xml" || part == "docProps/core.xml"
    }

    /// A row and its number.
    struct Row {
        var number: Int
        var cells: [String]
    }

    /// The most cells of one row.
    private static let mostColumns = 1_000

    private(set) var sheets: [[Row]] = []
    let properties: OfficeProperties
    private var strings: [String] = []
    private var dayStyles: Set<Int> = []

    init(_ parts: PackedParts, name: String) throws(DocumentError) {
        properties = OfficeProperties(parts["docProps/core.xml"])
        let names = parts.parts.keys.filter { $0.hasPrefix("xl/worksheets/") }
        do throws(XMLPull.Failure) {
            if let shared = parts["xl/sharedStrings.xml"] {
                strings = try Self.sharedStrings(shared)
            }
            if let styles = parts["xl/styles.xml"] { dayStyles = try Self.dayStyles(styles) }
            for sheet in names.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
                guard let xml = parts[sheet] else { continue }
                sheets.append(try rows(of: xml))
            }
        } catch {
            throw .damaged(name, format: "Excel", reason: error.reason)
        }
    }

    private static func sharedStrings(_ xml: [UInt8]) throws(XMLPull.Failure) -> [String] {
        let reader = try XMLPull(xml)
        var strings: [String] = []
        var isText = false
        while let event = try reader.next() {
            switch event {
            case .start("si"): strings.append("")
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .text(let text) where isText && !strings.isEmpty:
                strings[strings.count - 1] += text
            default: break
            }
        }
        return strings
    }

    /// The indices of cell formats that show a number as a day: the built-in ones 14 to 17 and 22, and
    /// those whose code holds a year.
    private static func dayStyles(_ xml: [UInt8]) throws(XMLPull.Failure) -> Set<Int> {
        let reader = try XMLPull(xml)
        var days: Set<Int> = [14, 15, 16, 17, 22]
        var styles: Set<Int> = []
        var isFormats = false
        var count = 0
        while let event = try reader.next() {
            switch event {
            case .start("numFmt"):
                if let id = reader.attribute("numFmtId").flatMap({ Int($0) }),
                    let code = reader.attribute("formatCode"), code.lowercased().contains("yy")
                {
                    days.insert(id)
                }
            case .start("cellXfs"): isFormats = true
            case .end("cellXfs"): isFormats = false
            case .start("xf") where isFormats:
                if let id = reader.attribute("numFmtId").flatMap({ Int($0) }), days.contains(id) {
                    styles.insert(count)
                }
                count += 1
            default: break
            }
        }
        return styles
    }

    private func rows(of xml: [UInt8]) throws(XMLPull.Failure) -> [Row] {
        let reader = try XMLPull(xml)
        var rows: [Row] = []
        var kind = ""
        var isDay = false
        var column = 0
        var value: String?
        while let event = try reader.next() {
            switch event {
            case .start("row"):
                let number = reader.attribute("r").flatMap { Int($0) }
                rows.append(Row(number: number ?? (rows.last?.number ?? 0) + 1, cells: []))
            case .start("c"):
                kind = reader.attribute("t") ?? ""
                isDay = reader.attribute("s").flatMap { Int($0) }.map(dayStyles.contains) ?? false
                column =
                    reader.attribute("r").flatMap(Self.column) ?? (rows.last?.cells.count ?? 0)
            case .start("v"), .start("t"): value = value ?? ""
            case .text(let text): value? += text
            case .end("c"):
                guard let found = value, !rows.isEmpty, column < Self.mostColumns else { break }
                while rows[rows.count - 1].cells.count <= column {
                    rows[rows.count - 1].cells.append("")
                }
                rows[rows.count - 1].cells[column] = text(of: found, kind: kind, isDay: isDay)
                value = nil
            default: break
            }
        }
        return rows
    }

    private func text(of value: String, kind: String, isDay: Bool) -> String {
        if kind == "s" {
            return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        }
        // Day 25,569 of the workbook is 1970-01-01.
        if isDay, let number = Double(value), (1...2_958_465).contains(number),
            let day = CalendarDate(dayNumber: Int(number) - 25_569)
        {
            return day.description
        }
        return value
    }

    /// The column of a cell's address: "C12" is 2.
    private static func column(_ address: String) -> Int? {
        var column = 0
        for byte in address.utf8.prefix(4) where (0x41...0x5A).contains(byte) {
            column = column * 26 + Int(byte - 0x40)
        }
        return column > 0 ? column - 1 : nil
    }
}
