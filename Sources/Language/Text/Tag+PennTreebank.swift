/// The tags of the Penn Treebank that rules ask for.
///
/// Source: B. Santorini, Part-of-Speech Tagging Guidelines for the Penn Treebank Project, 1990.
extension Tag {
    /// A noun in the singular.
    public static let nn = Tag(rawValue: "NN")
    /// A noun in the plural.
    public static let nns = Tag(rawValue: "NNS")
    /// A name in the singular.
    public static let nnp = Tag(rawValue: "NNP")
    /// A name in the plural.
    public static let nnps = Tag(rawValue: "NNPS")
    /// A personal pronoun.
    public static let prp = Tag(rawValue: "PRP")
    /// The base form of a verb.
    public static let vb = Tag(rawValue: "VB")
    /// A verb in the past tense.
    public static let vbd = Tag(rawValue: "VBD")
    /// A verb in -ing.
    public static let vbg = Tag(rawValue: "VBG")
    /// A past participle.
    public static let vbn = Tag(rawValue: "VBN")
    /// A verb in the present, not of the third person singular.
    public static let vbp = Tag(rawValue: "VBP")
    /// A verb in the third person singular of the present.
    public static let vbz = Tag(rawValue: "VBZ")
    /// A modal verb.
    public static let md = Tag(rawValue: "MD")
    /// An adjective.
    public static let jj = Tag(rawValue: "JJ")
    /// A comparative.
    public static let jjr = Tag(rawValue: "JJR")
    /// A superlative.
    public static let jjs = Tag(rawValue: "JJS")
    /// An adverb.
    public static let rb = Tag(rawValue: "RB")
    /// A preposition or subordinating conjunction.
    public static let `in` = Tag(rawValue: "IN")
    /// A determiner.
    public static let dt = Tag(rawValue: "DT")
    /// A determiner before another.
    public static let pdt = Tag(rawValue: "PDT")
    /// A relative or question determiner.
    public static let wdt = Tag(rawValue: "WDT")
    /// A relative or question pronoun.
    public static let wp = Tag(rawValue: "WP")
    /// "Whose".
    public static let wpPossessive = Tag(rawValue: "WP$")
    /// A number.
    public static let cd = Tag(rawValue: "CD")
    /// A coordinating conjunction.
    public static let cc = Tag(rawValue: "CC")
    /// The ending of a possessive.
    public static let pos = Tag(rawValue: "POS")
    /// What ends a sentence.
    public static let fullStop = Tag(rawValue: ".")

    /// Whether it is a noun's or a name's.
    public var isNoun: Bool { rawValue.hasPrefix("NN") }
    /// Whether it is that of a noun or name in the plural.
    public var isPlural: Bool { self == .nns || self == .nnps }
    /// Whether it is a name's.
    public var isProperNoun: Bool { rawValue.hasPrefix("NNP") }
    /// Whether it is a personal or possessive pronoun's.
    public var isPronoun: Bool { rawValue.hasPrefix("PRP") }
    /// Whether it is a verb's, but for modal verbs.
    public var isVerb: Bool { rawValue.hasPrefix("VB") }
    /// Whether it is an adjective's.
    public var isAdjective: Bool { rawValue.hasPrefix("JJ") }
    /// Whether it is that of a word that asks or relates: "which", "who", "where".
    public var isQuestionWord: Bool { rawValue.hasPrefix("W") }
}
