internal import Foundation
internal import Language

extension MovementLexicon {
    /// Reads the tables of a language's folder.
    init(contentsOf folder: URL) throws(MovementError) {
        do {
            try readMotion(in: folder)
            try readThemes(in: folder)
            try readCues(in: folder)
            small = try FunctionWords(contentsOf: folder)
            time = try TimeWords(contentsOf: folder)
            identifiers = try VehicleIdentifierReader(contentsOf: folder)
            notation = try NotationWords(contentsOf: folder)
            distances = try DistanceWords(contentsOf: folder)
        } catch {
            throw MovementError(error)
        }
    }

    private static func table(
        _ name: String, in folder: URL, _ columns: [String]
    ) throws(LanguageError) -> LexiconTable {
        try LexiconTable(contentsOf: folder.appending(component: name), requiring: columns)
    }

    private mutating func readMotion(in folder: URL) throws(LanguageError) {
        for row in try Self.table("movement-verbs.tsv", in: folder, ["lemma", "class"]).rows {
            let lemma = try row.required("lemma")
            let word = try Self.motionWord(lemma, row)
            for form in WordForms.verbForms(of: lemma, irregular: row.list("forms")) {
                if word.motion == .stay { stays.add(form, word) } else { verbs.add(form, word) }
            }
        }
        for row in try Self.table("movement-nouns.tsv", in: folder, ["lemma", "class"]).rows {
            let lemma = try row.required("lemma")
            let word = try Self.motionWord(lemma, row)
            for form in WordForms.nounForms(of: lemma) { nouns.add(form, word) }
        }
        for row in try Self.table("links.tsv", in: folder, ["phrase", "role"]).rows {
            if let role = try row.value("role", as: PlaceRole.self) {
                links.add(WordForms.words(of: try row.required("phrase")), role)
            }
        }
        for row in try Self.table("prepositions.tsv", in: folder, ["preposition", "role"]).rows {
            if let role = try row.value("role", as: PlaceRole.self) {
                prepositions.add(WordForms.words(of: try row.required("preposition")), role)
            }
        }
    }

    private static func motionWord(
        _ lemma: String, _ row: LexiconRow
    ) throws(LanguageError) -> MotionWord {
        guard let motion = try row.value("class", as: MotionClass.self) else {
            throw row.error("class", "must not be empty")
        }
        var themes: Set<ThemeKind> = []
        for name in row.list("themes") {
            guard let kind = ThemeKind(rawValue: name) else {
                throw row.error("themes", "not one of the known words: \(name)")
            }
            themes.insert(kind)
        }
        return MotionWord(
            lemma: lemma, motion: motion, mode: try row.value("mode", as: TransportMode.self),
            isStrong: row["strength"] == "strong", needsGoal: row["strength"] == "goal",
            themes: themes)
    }

    private mutating func readThemes(in folder: URL) throws(LanguageError) {
        for row in try Self.table("cargo.tsv", in: folder, ["noun", "kind"]).rows {
            guard let kind = try row.value("kind", as: ThemeKind.self) else { continue }
            for form in WordForms.nounForms(of: try row.required("noun")) { themes.add(form, kind) }
        }
        for row in try Self.table("units.tsv", in: folder, ["noun"]).rows {
            for form in WordForms.nounForms(of: try row.required("noun")) {
                units.insert(form.joined(separator: " "))
            }
        }
        for row in try Self.table("modes.tsv", in: folder, ["word", "mode", "kind"]).rows {
            guard let mode = try row.value("mode", as: TransportMode.self) else { continue }
            let cue = ModeCue(mode: mode, isVehicle: row["kind"] == "vehicle")
            for form in WordForms.nounForms(of: try row.required("word")) { modes.add(form, cue) }
        }
        for row in try Self.table("anaphors.tsv", in: folder, ["word", "kind"]).rows {
            let word = try row.required("word")
            if anaphors[word] == nil { anaphors[word] = try row.value("kind", as: Anaphor.self) }
        }
    }

    private mutating func readCues(in folder: URL) throws(LanguageError) {
        let columns = ["cue", "status", "scope"]
        for row in try Self.table("status-cues.tsv", in: folder, columns).rows {
            guard let status = try row.value("status", as: Movement.Status.self),
                let scope = try row.value("scope", as: StatusCue.Scope.self)
            else { continue }
            if scope == .reversal {
                reversals.add(WordForms.words(of: try row.required("cue")), status)
                continue
            }
            cues[try row.required("cue"), default: []].append(
                StatusCue(status: status, scope: scope))
        }
        for row in try Self.table("blockers.tsv", in: folder, ["phrase", "kind"]).rows {
            let phrase = try row.required("phrase")
            switch row["kind"] {
            case "phrase": blockedPhrases.add(WordForms.words(of: phrase), true)
            case "barter": barter.add(WordForms.words(of: phrase), true)
            case "travel for talks": talks.insert(phrase)
            case "end": blockedEnds.insert(phrase)
            case let other: throw row.error("kind", "not one of the known words: \(other)")
            }
        }
    }
}
