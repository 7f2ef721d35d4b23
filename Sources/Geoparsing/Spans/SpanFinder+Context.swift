internal import Gazetteers
internal import Language

extension SpanFinder {
    /// Adds what stands beside a span to its evidence.
    mutating func addContext(to index: Int) {
        let rows = spans[index].rows
        let segment = table.segments[table.segment[rows.lowerBound]]
        var evidence = Evidence()
        // Capitals tell little in headings, and nothing in text without them.
        let capitals: Float =
            switch segment.casing {
            case .sentence: 1
            case .title: 0.35
            case .upper: 0.35
            case .lower: 0
            }
        switch segment.casing {
        case .sentence: break
        case .title: evidence.add(.titleCase)
        case .upper: evidence.add(.upperCase)
        case .lower: evidence.add(.lowerCase)
        }
        addBefore(
            rows, isInside: spans[index].evidence[.insideName] > 0,
            isStreet: spans[index].expectedKinds == [.facility], capitals: capitals, to: &evidence)
        addAfter(rows, spans[index].label, capitals: capitals, to: &evidence)
        if let on = table.previous(rows.lowerBound), table.classes[on].contains(.upon),
            spans[index].entry?.places.first?.place.kind == .island
        {
            // What happens "on" a name happens on an island.
            evidence.add(.contextBefore, lexicon.weightBefore["near"] ?? 0)
        }
        if rows.count == 1, isTongue(rows.lowerBound) { evidence.add(.tongue) }
        if spans[index].label == .demonym, isSurnameOfOrigin(rows.lowerBound) {
            evidence.add(.particleBefore)
        }
        if spans[index].label == .demonym, isTownOfName(spans[index]) {
            evidence.add(.insideName, 2)
        }
        forgiveSpeech(of: spans[index], &evidence)
        addEntities(rows, to: &evidence)
        let first = rows.lowerBound
        if table.shape[first].contains(.opensSentence), segment.casing == .sentence {
            evidence.add(.sentenceStart)
            if rows.count == 1, table.classes[first].contains(.common),
                table.shape[first].isDisjoint(with: [.upper, .stops])
            {
                evidence.add(.sentenceStartCommon)
            }
        }
        if isDateline(rows, in: segment) || isBareDateline(spans[index], in: segment) {
            evidence.add(.datelinePlace)
        }
        if table.hasArticle(rows), namesWater(spans[index]) {
            // "The Baltic" is the sea before it is anybody's people.
            evidence.add(spans[index].label == .demonym ? .insideName : .articleOfWater, 1.5)
        }
        if isBesidePlace(rows) { evidence.add(.besidePlace) }
        if segment.casing == .sentence, evidence[.nameAfter] == 0, evidence[.hyphenAfter] <= 0,
            spans[index].evidence[.upperAlone] == 0, let weight = weightBeforeList(of: rows)
        {
            evidence.add(.listedContext, weight)
        }
        if let type = lexicon.listedType(of: rows, in: table) {
            evidence.add(type.side == .afterList ? .typeAfter : .typeOf)
        }
        spans[index].contextScore = evidence.score(weights)
        for item in evidence.items { spans[index].evidence.add(item.feature, item.value) }
    }

    /// Whether a name is first of all a sea's, river's or the like.
    private func namesWater(_ span: CandidateSpan) -> Bool {
        guard let place = span.entry?.places.first?.place else { return false }
        return switch place.kind {
        case .sea, .strait, .canal, .lake, .river: true
        default: false
        }
    }

    /// Whether a name is joined to a place beyond doubt ("Odesa and Chornomorsk"), or stands behind
    /// one in a list.
    private func isBesidePlace(_ rows: Range<Int>) -> Bool {
        if let and = table.previous(rows.lowerBound), table.classes[and].contains(.join),
            behindStrong.contains(and)
        {
            return true
        }
        guard let behind = table.next(rows.upperBound - 1) else { return false }
        let joins = table.classes[behind].contains(.join)
        if joins, beginsStrong.contains(behind + 1) { return true }
        // In the middle of a list: "Genoa, Valencia and Piraeus".
        guard joins || table.isMark(behind, UInt8(ascii: ",")),
            let comma = table.previous(rows.lowerBound), table.isMark(comma, UInt8(ascii: ",")),
            behindStrong.contains(comma), let other = table.next(behind)
        else { return false }
        return table.isCapitalWord(other)
    }

    private func addBefore(
        _ rows: Range<Int>, isInside: Bool, isStreet: Bool, capitals: Float,
        to evidence: inout Evidence
    ) {
        let first = rows.lowerBound
        guard var row = table.previous(first) else { return }
        if table.isMark(row, UInt8(ascii: "-")), table.isGlued(row), table.isGlued(first) {
            let isParty = table.classes[row - 1].contains(.party)
            evidence.add(isParty ? .partyBefore : .hyphenBefore)
            return
        }
        if table.isMark(row, UInt8(ascii: "@")) {
            evidence.add(.atHandle)
            return
        }
        // An opening quote, bracket or hash mark hides what governs the name.
        if table.shape[row].contains(.mark) {
            guard !table.isMark(row, UInt8(ascii: ",")), !table.isMark(row, UInt8(ascii: ";")),
                !table.isMark(row, UInt8(ascii: "/")), let beyond = table.previous(row),
                table.end[row] == table.start[first]
            else { return }
            // "Athens (Georgia)": the name before a bracket is another one.
            if table.isMark(row, UInt8(ascii: "(")), table.isCapitalWord(beyond) { return }
            row = beyond
        }
        if table.classes[row].contains(.article) {
            evidence.add(.articleBefore)
            guard let beyond = table.previous(row) else { return }
            row = beyond
            if let weight = lexicon.weightBefore[table.word[row]] {
                evidence.add(.contextBefore, weight * 0.5)
            }
            return
        }
        let classes = table.classes[row]
        let isCapital = table.isCapitalWord(row)
        let opens = table.shape[row].contains(.opensSentence)
        if table.classes[row].contains(.of), let head = table.previous(row) {
            if table.classes[head].contains(.placeTypeOf) {
                // Not for the Mexico of the Gulf of Mexico.
                if !isInside { evidence.add(.typeOf) }
                return
            }
            if table.classes[head].contains(.organisationOf), table.isCapitalWord(head) {
                return evidence.add(.organisationBefore)
            }
        }
        if table.classes[row].contains(.goal), let weight = weightOfGoal(row) {
            return evidence.add(.contextBefore, weight)
        }
        if let weight = lexicon.weightBefore[table.word[row]],
            !isCapital || opens || table.shape[row].contains(.upper)
                || classes.contains(.direction) && !isInside && !isStreet
        {
            evidence.add(.contextBefore, weight)
            return
        }
        if let type = placeType(at: row, side: .before), !isCapital || type.isPartOfName {
            evidence.add(.typeBefore)
        }
        if classes.contains(.title) {
            evidence.add(.titleBefore, isCapital ? 1 : 0.5)
        } else if isCapital {
            guard classes.isDisjoint(with: [.function, .preposition, .calendar]) else { return }
            if opens, classes.contains(.common) { return }
            if classes.contains(.givenName) || isPersonsInitials(row) {
                evidence.add(.givenBefore, capitals)
            } else {
                evidence.add(.nameBefore, capitals)
            }
        }
    }

    /// What a "for" says for a place, a few words behind a word of setting out.
    private func weightOfGoal(_ row: Int) -> Float? {
        let reach = 8
        for before in stride(from: row - 1, through: max(0, row - reach), by: -1) {
            guard table.segment[before] == table.segment[row] else { return nil }
            if let weight = lexicon.weightFor[table.word[before]] { return weight }
        }
        return nil
    }

    private func addAfter(
        _ rows: Range<Int>, _ label: SpanLabel, capitals: Float, to evidence: inout Evidence
    ) {
        guard let row = table.next(rows.upperBound - 1) else { return }
        if table.isMark(row, UInt8(ascii: "-")), table.isGlued(row), table.isGlued(row + 1) {
            // "Moscow-based" speaks for a place, "Logan-Hocking" does not.
            let isName = row + 1 < table.count && table.isCapitalWord(row + 1)
            evidence.add(.hyphenAfter, isName ? 1 : -0.5)
            if !isName, let weight = lexicon.weightAfter[table.word[row + 1]], weight > 0 {
                evidence.add(.contextAfter, weight)
            }
            return
        }
        if table.isPossessive(row) {
            evidence.add(.possessiveAfter)
            // "St. Peter's Basilica" is called after a person.
            if let owned = table.next(row), isNamedFacility(owned) {
                evidence.add(.insideName, capitals)
            }
            return
        }
        if table.isMark(row, UInt8(ascii: ",")) {
            // "Name, 58," is a person.
            if let age = table.next(row), table.shape[age].contains(.digits),
                !table.shape[age].contains(.letters), table.end[age] - table.start[age] == 2,
                let comma = table.next(age), table.isMark(comma, UInt8(ascii: ","))
            {
                evidence.add(.ageAfter)
            }
            return
        }
        if table.shape[row].contains(.mark) { return }
        let classes = table.classes[row]
        if table.isCapitalWord(row) {
            guard classes.isDisjoint(with: [.calendar, .function, .preposition]) else { return }
            if classes.contains(.firm) {
                evidence.add(.firmAfter, capitals)
            } else if isBody(from: row) {
                evidence.add(.bodyAfter)
            } else {
                evidence.add(.nameAfter, capitals)
                // "Frenchmen Street", "the French Quarter" speak of no Frenchmen.
                if label == .demonym, isNamedFacility(row) { evidence.add(.insideName, 2) }
                if table.classes[rows.upperBound - 1].contains(.givenName) {
                    if classes.contains(.surname) {
                        evidence.add(.surnameAfter, capitals)
                    } else if rows.count == 1, classes.isDisjoint(with: Self.knownWords),
                        listedEnd[row] <= row
                    {
                        // A word that no table has is a surname of another country: "Georgia Meloni".
                        evidence.add(.surnameAfter, capitals * 0.6)
                    }
                }
            }
            return
        }
        if let type = placeType(at: row, side: .after), !type.kinds.isEmpty {
            evidence.add(.typeAfter)
        } else if let weight = lexicon.weightAfter[table.word[row]] {
            evidence.add(.contextAfter, weight)
        }
    }

    /// What is in some table of words.
    private static let knownWords: WordClasses = [
        .common, .body, .organisationHead, .organisationOf, .team, .placeTypeAfter, .title,
        .direction, .lookAlike,
    ]

    /// Whether a row is the capitalised last word of a building's or street's name.
    private func isNamedFacility(_ row: Int) -> Bool {
        guard table.isCapitalWord(row), let type = placeType(at: row, side: .after) else {
            return false
        }
        return type.isPartOfName && type.kinds.first == .facility
    }

    /// What speaks or decides is rarely a place, but a seat of power is named for nothing else.
    private func forgiveSpeech(of span: CandidateSpan, _ evidence: inout Evidence) {
        let isInstitution = span.entry?.places.first?.place.kind == .institution
        if isInstitution, evidence[.contextAfter] < 0 {
            evidence.add(.contextAfter, -evidence[.contextAfter])
        }
    }

    /// Whether the capitals that follow a place name are an office or institution of the place.
    ///
    /// So in "Mansfield Police Department", "Paris Regional Medical Center", "Texas Gov."
    private func isBody(from first: Int) -> Bool {
        for row in first..<min(first + 5, table.count)
        where table.segment[row] == table.segment[first] {
            if !table.isCapitalWord(row) { return false }
            let classes = table.classes[row]
            if !classes.isDisjoint(with: [.body, .organisationHead, .organisationOf]) {
                return true
            }
            if row == first, classes.contains(.title) { return true }
        }
        return false
    }

    private func addEntities(_ rows: Range<Int>, to evidence: inout Evidence) {
        guard !analysis.entities.isEmpty else { return }
        guard let tag = analysis.entityTag(of: table.analysisIndex[rows.lowerBound]) else {
            return
        }
        switch tag.type?.rawValue {
        case "GPE", "LOC", "FAC": evidence.add(.entityPlace)
        case "NORP": evidence.add(.entityGroup)
        case "PERSON": evidence.add(.entityPerson)
        case "ORG": evidence.add(.entityOrganisation)
        default: evidence.add(.entityNone)
        }
    }
}
