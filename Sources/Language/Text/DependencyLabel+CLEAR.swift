/// The relations that ClearNLP's guidelines name and that rules ask for.
///
/// Source: J. Choi and M. Palmer, Guidelines for the CLEAR Style Constituent to Dependency Conversion, 2012.
extension DependencyLabel {
    /// The subject of an active clause.
    public static let nsubj = DependencyLabel(rawValue: "nsubj")
    /// The subject of a passive clause.
    public static let nsubjpass = DependencyLabel(rawValue: "nsubjpass")
    /// The direct object.
    public static let dobj = DependencyLabel(rawValue: "dobj")
    /// The indirect object, bare or with its preposition.
    public static let dative = DependencyLabel(rawValue: "dative")
    /// What a copula says of its subject.
    public static let attr = DependencyLabel(rawValue: "attr")
    /// What a verb makes of its object.
    public static let oprd = DependencyLabel(rawValue: "oprd")
    /// An adjective as complement.
    public static let acomp = DependencyLabel(rawValue: "acomp")
    /// The "by" of a passive clause.
    public static let agent = DependencyLabel(rawValue: "agent")
    /// A preposition.
    public static let prep = DependencyLabel(rawValue: "prep")
    /// The object of a preposition.
    public static let pobj = DependencyLabel(rawValue: "pobj")
    /// A clause as the complement of a preposition.
    public static let pcomp = DependencyLabel(rawValue: "pcomp")
    /// An adverb.
    public static let advmod = DependencyLabel(rawValue: "advmod")
    /// A noun phrase used as an adverb.
    public static let npadvmod = DependencyLabel(rawValue: "npadvmod")
    /// An adverbial clause.
    public static let advcl = DependencyLabel(rawValue: "advcl")
    /// A clause that qualifies a noun, with a participle or infinitive.
    public static let acl = DependencyLabel(rawValue: "acl")
    /// A relative clause.
    public static let relcl = DependencyLabel(rawValue: "relcl")
    /// A clause as complement, without a subject of its own.
    public static let xcomp = DependencyLabel(rawValue: "xcomp")
    /// A clause as complement, with a subject of its own.
    public static let ccomp = DependencyLabel(rawValue: "ccomp")
    /// A further member of a coordination.
    public static let conj = DependencyLabel(rawValue: "conj")
    /// The conjunction of a coordination.
    public static let cc = DependencyLabel(rawValue: "cc")
    /// The word before a coordination: "both".
    public static let preconj = DependencyLabel(rawValue: "preconj")
    /// An apposition.
    public static let appos = DependencyLabel(rawValue: "appos")
    /// A noun before its noun, or a part of a name.
    public static let compound = DependencyLabel(rawValue: "compound")
    /// An adjective before its noun.
    public static let amod = DependencyLabel(rawValue: "amod")
    /// Another modifier of a noun.
    public static let nmod = DependencyLabel(rawValue: "nmod")
    /// A possessor.
    public static let poss = DependencyLabel(rawValue: "poss")
    /// A determiner.
    public static let det = DependencyLabel(rawValue: "det")
    /// A number before its noun.
    public static let nummod = DependencyLabel(rawValue: "nummod")
    /// A negation.
    public static let neg = DependencyLabel(rawValue: "neg")
    /// An auxiliary.
    public static let aux = DependencyLabel(rawValue: "aux")
    /// The auxiliary of the passive.
    public static let auxpass = DependencyLabel(rawValue: "auxpass")
    /// The word that opens a subordinate clause.
    public static let mark = DependencyLabel(rawValue: "mark")
    /// The particle of a verb.
    public static let prt = DependencyLabel(rawValue: "prt")
    /// A clause beside another.
    public static let parataxis = DependencyLabel(rawValue: "parataxis")
    /// Punctuation.
    public static let punct = DependencyLabel(rawValue: "punct")
    /// A relation without a name.
    public static let dep = DependencyLabel(rawValue: "dep")
}
