public import Foundation

extension PageLexicon {
    /// Reads `agencies.tsv`, `calendar.tsv`, `columns.tsv`, `furniture.tsv` and
    /// `languages.tsv` of a language's folder, for
    /// example `Data/Lexicon/en`.
    ///
    /// - Throws: `DocumentError.unreadable` for a file that is not there, `.malformedLexicon` for a
    ///   line that does not follow its format.
    public init(directory: URL) throws(DocumentError) {
        for (_, _, fields) in try Self.rows(of: "agencies.tsv", in: directory, columns: 1) {
            agencies.insert(fields[0])
        }
        for (name, line, fields) in try Self.rows(of: "calendar.tsv", in: directory, columns: 3) {
            switch (fields[1], Int(fields[2])) {
            case ("month", let number?): months[fields[0]] = number
            case ("weekday", let number?): weekdays[fields[0]] = number
            case ("unit", let number?): units[fields[0]] = number
            case ("ago", nil): ago.insert(fields[0])
            default: throw .malformedLexicon(name, line: line)
            }
        }
        for (name, line, fields) in try Self.rows(of: "columns.tsv", in: directory, columns: 3) {
            if fields[1] == "way" {
                columns.addWay(fields[0], mode: fields[2])
                continue
            }
            guard let role = ColumnNames.Role(rawValue: fields[1]) else {
                throw .malformedLexicon(name, line: line)
            }
            columns.add(fields[0], role, mode: fields[2].isEmpty ? nil : fields[2])
        }
        for (name, line, fields) in try Self.rows(of: "languages.tsv", in: directory, columns: 6) {
            guard let script = LanguageFinder.Script(rawValue: fields[2]) else {
                throw .malformedLexicon(name, line: line)
            }
            languages.add(
                LanguageFinder.Language(
                    code: fields[0], name: fields[1], script: script,
                    words: Set(fields[3].split(separator: " ").map(String.init)),
                    letters: Set(fields[4].unicodeScalars),
                    alphabet: Set(fields[5].unicodeScalars)))
        }
        try addFurniture(in: directory)
        try addOtherLanguages(besides: directory)
    }

    private mutating func addFurniture(in directory: URL) throws(DocumentError) {
        for (name, line, fields) in try Self.rows(of: "furniture.tsv", in: directory, columns: 3) {
            guard let position = Position(rawValue: fields[1]),
                let meaning = Meaning(rawValue: fields[2])
            else { throw .malformedLexicon(name, line: line) }
            add(fields[0], position, meaning)
        }
    }

    /// What the folders of other languages beside one have of pages' words: `furniture.tsv`, and the months of
    /// `time-words.tsv`, of one word each; either may be missing.
    private mutating func addOtherLanguages(besides directory: URL) throws(DocumentError) {
        let files = FileManager.default
        let around = directory.deletingLastPathComponent()
        let names = (try? files.contentsOfDirectory(atPath: around.path)) ?? []
        for name in names.sorted() where name != directory.lastPathComponent {
            let folder = around.appendingPathComponent(name)
            func has(_ table: String) -> Bool {
                files.fileExists(atPath: folder.appendingPathComponent(table).path)
            }
            if has("furniture.tsv") { try addFurniture(in: folder) }
            guard has("time-words.tsv") else { continue }
            for (_, _, fields) in try Self.rows(of: "time-words.tsv", in: folder, columns: 3)
            where fields[1] == "month" && !fields[0].contains(" ") {
                guard let number = Int(fields[2]) else { continue }
                let word = fields[0].lowercased()
                if word.hasSuffix("*") {
                    monthStems[String(word.dropLast())] = number
                } else if months[word] == nil {
                    months[word] = number
                }
            }
        }
    }

    /// The rows of a file with the file's path and their line number; "#" begins a comment.
    static func rows(
        of name: String, in directory: URL, columns: Int
    ) throws(DocumentError) -> [(file: String, line: Int, fields: [String])] {
        let file = directory.appendingPathComponent(name)
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw .unreadable(file.path, reason: "a lexicon file is missing or not UTF-8")
        }
        var rows: [(String, Int, [String])] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == columns else {
                throw .malformedLexicon(file.path, line: index + 1)
            }
            rows.append((file.path, index + 1, fields.map(String.init)))
        }
        return rows
    }
}
