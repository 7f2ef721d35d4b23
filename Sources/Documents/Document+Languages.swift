extension Document {
    /// The parts of the document that are in one language each, its own first; only itself where all is in one.
    ///
    /// Each is the document with blanks in place of the other parts, so that positions count alike in all of them.
    public var languageParts: [Document] {
        let others = paragraphs.compactMap(\.language)
        guard !others.isEmpty else { return [self] }
        var codes: [String] = []
        for code in others where !codes.contains(code) { codes.append(code) }
        return [part(in: nil)] + codes.map { part(in: $0) }
    }

    /// The paragraphs of a language, nil for the document's own.
    private func part(in code: String?) -> Document {
        var utf8 = Array(text.utf8)
        for paragraph in paragraphs where paragraph.language != code {
            for index in paragraph.utf8Range where utf8[index] != 0x0A { utf8[index] = 0x20 }
        }
        let kept = paragraphs.filter { $0.language == code }.map {
            Paragraph(utf8Range: $0.utf8Range, kind: $0.kind)
        }
        var part = Document(
            text: String(decoding: utf8, as: UTF8.self), paragraphs: kept,
            datelines: datelines.filter { dateline in
                kept.contains { $0.utf8Range.overlaps(dateline) }
            },
            date: date, title: title, source: source, mediaType: mediaType,
            language: code ?? language)
        part.partEnds = kept.map(\.utf8Range.upperBound)
        part.file = file
        part.marks = marks
        return part
    }
}

extension [Paragraph] {
    /// The paragraphs of a text with the languages of those that are in another than it.
    func inLanguages(
        of text: String, besides main: String?, by finder: LanguageFinder
    ) -> [Paragraph] {
        guard count > 1, let main else { return self }
        let utf8 = text.utf8
        return map { paragraph in
            guard paragraph.kind != .furniture else { return paragraph }
            let start = utf8.index(utf8.startIndex, offsetBy: paragraph.utf8Range.lowerBound)
            let end = utf8.index(start, offsetBy: paragraph.utf8Range.count)
            var told = paragraph
            told.language = finder.language(of: text[start..<end], besides: main)
            return told
        }
    }
}
