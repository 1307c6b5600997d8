import AllClearEngine
import Foundation
import Testing

/// The words of the screens against the names that code gives them.
@Suite("Phrases")
struct PhraseTests {
  /// The keys of interface.yaml, with what stands behind each.
  private static func written() throws -> [String: String] {
    let path = RealContent.root + "/Content/en/interface.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var phrases: [String: String] = [:]
    var last: String?
    var isThere = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("phrases:") { isThere = true }
      guard isThere, !line.trimmingCharacters(in: .whitespaces).hasPrefix("#") else { continue }
      if let first = line.first, first != " ", !line.hasPrefix("phrases:") { break }
      if line.hasPrefix("  "), !line.hasPrefix("   "), let colon = line.firstIndex(of: ":") {
        let key = line[..<colon].trimmingCharacters(in: .whitespaces)
        #expect(phrases[key] == nil, "twice: \(key)")
        phrases[key] = String(line[line.index(after: colon)...])
        last = key
      } else if let last {
        phrases[last, default: ""] += "\n" + line
      }
    }
    return phrases
  }

  private static func sources() throws -> String {
    let folder = RealContent.root + "/Sources"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("/Phrase.swift") }.map {
      try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }.joined(separator: "\n")
  }

  @Test("each name has its words, and all words have a name")
  func bothWays() throws {
    let written = try Self.written()
    let names = Set(Phrase.allCases.map(\.rawValue))
    #expect(names.subtracting(written.keys) == [], "no words for these")
    #expect(Set(written.keys).subtracting(names) == [], "nobody asks for these")
    let phrases = try #require(Library.real).program.phrases
    #expect(Set(phrases.texts.keys) == Set(Phrase.allCases))
    #expect(phrases.months.count == 12 && phrases.days.count == 7)
  }

  @Test("each name is asked for somewhere")
  func used() throws {
    let words = Set(try Self.sources().split { !$0.isLetter && !$0.isNumber && $0 != "." })
    let unused = Phrase.allCases.filter { phrase in !words.contains(".\(phrase)") }
    #expect(unused == [])
  }

  /// The holes that code fills.
  private static let holes: [Phrase: Set<String>] = [
    .undone: ["what"], .undoneEntry: ["what"], .goOnWith: ["title"],
    .nextModule: ["title", "minutes"], .minutes: ["n"],
    .elsewhere: ["place"], .checkedOn: ["date"], .checkedLongAgo: ["date"],
    .sourceGrade: ["grade"], .whyPart: ["part"], .showTour: ["n"], .showWeeks: ["n"],
    .whyEarlier: ["title"], .practiceReady: ["minutes", "lines", "bells"],
    .practiceReadyPlain: ["minutes", "lines", "bells"], .practiceLines: ["n"],
    .practiceLeft: ["n"], .exposureOfTen: ["n"], .practiceQuiet: ["n"], .pageOf: ["page", "pages"],
    .tooSmall: ["columns", "rows", "least-columns", "least-rows"], .scaleSet: ["n"],
    .promptEntry: ["n"], .refuseNumber: ["n"], .refuseNumberSkip: ["n"], .refuseNumberName: ["n"],
    .refuseNumbers: ["n"],
    .refuseNumbersSkip: ["n"], .marked: ["n", "text"], .speedMark: ["n"], .tooManyEntries: ["n"],
    .settingTheme: ["value"], .settingMotion: ["value"], .settingPlain: ["value"],
    .settingBells: ["value"], .settingMouse: ["value"], .settingWidth: ["value"],
    .settingGentle: ["value"], .settingNumbers: ["value"], .settingPainWord: ["value"],
    .settingCountry: ["value"], .settingVoice: ["value"], .settingSpoken: ["value"],
    .settingSpeaker: ["value"], .settingRate: ["value"], .settingVoiceName: ["value"],
    .settingNow: ["choice"], .widthColumns: ["n"], .painWordWrite: ["n"],
    .painWordTooLong: ["n"], .settingsFault: ["lines"], .ownAway: ["n"], .ownPinned: ["line"],
    .ownSettled: ["line"], .ownTooLong: ["n"], .ownEnoughPinned: ["n"], .ownReadToday: ["time"],
    .ownDoubtAsked: ["date", "doubt"], .safetyToday: ["time"], .dayOn: ["date"],
    .writingLine: ["date", "title"], .writingEraseQuestion: ["date", "begins"],
    .plainMore: ["told", "n"],
    .homeQuietUntil: ["date"], .triedOn: ["date", "what"], .triedFear: ["points"],
    .triedFeared: ["what"], .changedQuestion: ["date"], .changedNext: ["title"],
    .changedCausesThen: ["date"], .changedCausesNow: ["date"],
    .changedCausesKind: ["line", "kind"], .changedCausesScore: ["then", "all", "now", "total"],
    .changedKindOf: ["line"],
    .changedEvidenceTold: ["n", "date"], .changedMovementsTold: ["n", "date"],
    .changedFeared: ["n", "no", "partly", "yes", "open"], .changedFearOf: ["movement"],
    .changedPracticeTold: ["minutes", "n", "date"], .changedWeeks: ["n", "most"],
    .changedWeeksFrom: ["n"], .changedRounds: ["title", "n"],
    .changedOnce: ["what", "first", "date"],
    .changedFrom: ["what", "first", "date", "now", "last", "change"], .changedLess: ["n"],
    .changedMore: ["n"], .changedRow: ["date", "number"], .checkInKept: ["date"],
  ]
  /// Those that a phrase may leave out.
  private static let optional: [Phrase: Set<String>] = [.nextModule: ["minutes"]]

  @Test("each hole is one that code fills, and none is missing", arguments: Phrase.allCases)
  func holes(phrase: Phrase) throws {
    let phrases = try #require(Library.real).program.phrases
    let known = Self.holes[phrase] ?? []
    switch phrases.texts[phrase] {
    case .plain(let text):
      #expect(Self.holes(in: text).isSubset(of: known), "\(text)")
      #expect(
        known.subtracting(Self.optional[phrase] ?? []).isSubset(of: Self.holes(in: text)), "\(text)"
      )
    case .plural(let one, let other):
      #expect(known.contains("n"))
      #expect(
        known.subtracting(Self.optional[phrase] ?? []) == Self.holes(in: other), "\(other)")
      #expect(Self.holes(in: one).isSubset(of: known), "\(one)")
    case nil: Issue.record("no words")
    }
  }

  private static func holes(in text: String) -> Set<String> {
    Set(
      text.components(separatedBy: "{").dropFirst().compactMap {
        $0.components(separatedBy: "}").first
      })
  }

  @Test("no words of the screens say all clear, safe or passed", arguments: Phrase.allCases)
  func claims(phrase: Phrase) throws {
    let phrases = try #require(Library.real).program.phrases
    let text = phrases(phrase).lowercased()
    let words = text.split { !$0.isLetter }.map(String.init)
    #expect(!words.joined(separator: " ").contains("all clear"), "\(text)")
    for word in ["safe", "passed", "cured", "cure"] { #expect(!words.contains(word), "\(text)") }
    #expect(!text.isEmpty)
  }
}
