/// The evidence that a run of words is a place's name, or a person's, or an organisation's.
///
/// The raw values are the names of the rows in `mention-weights.tsv`.
enum Feature: Int, CaseIterable, Sendable {
    // What the gazetteer says of the name.
    case bias, country, region, admin1, admin2, city, cityLogPopulation, capital, water, island
    case portOrAirport, facility, institution, zone, unlisted
    case alternateName, historicalName, abbreviation, code, demonym
    case dangerous, insideName, severalWords, severalCommonWords, commonWord, givenName, surname
    case frequentSurname, wellKnown, lookAlike, titleWord, calendarWord, shortName, upperAlone,
        typeInside
    // What stands beside it.
    case contextBefore, contextAfter, sentenceStart, sentenceStartCommon
    case nameBefore, nameAfter, surnameAfter, bodyAfter, firmAfter, organisationBefore
    case titleBefore, givenBefore, datelinePlace, besidePlace, listedContext, containerAfter,
        containerBefore
    case typeAfter, typeBefore, typeOf
    case hyphenBefore, hyphenAfter, partyBefore, ageAfter, possessiveAfter, atHandle, titleCase
    case upperCase, lowerCase, functionWordCase, articleBefore, articleOfWater, tongue,
        particleBefore
    // What stands elsewhere in the document.
    case placeElsewhere, placeNear, personElsewhere, lowerElsewhere
    // What the language model says.
    case entityPlace, entityGroup, entityPerson, entityOrganisation, entityNone
    // Persons.
    case personBias, personGiven, personTitle, personSurname, personFrequentSurname, personInitial
    case personListedName, personCommonWord, personLong, personAge, personVerb, personRepeated
    case personStrongPlace, personLocative
    // Organisations.
    case organisationBias, organisationHead, organisationPaper, organisationOf, organisationFirm
    case organisationTeam, organisationListedName
    // Set phrases.
    case expression

    /// The name of the feature's row in the weights' table.
    var name: String { String(describing: self) }
}
