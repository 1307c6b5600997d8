import Testing

@testable import AllClearMeasures

@Suite("Coding causes")
struct CauseCoderTests {
  private static func entry(
    _ id: String, _ category: CauseCategory, _ cues: [String], weak: Bool = false
  ) -> Lexicon.Entry {
    Lexicon.Entry(
      id: id, category: category, reason: "Why \(id).", cues: cues.compactMap { Lexicon.Cue($0) },
      isWeak: weak)
  }

  private let coder = CauseCoder(
    lexicon: Lexicon(
      version: 1,
      entries: [
        entry("fall", .injury, ["fall", "injur*", "accident"]),
        entry("work", .activity, ["work", "lifting", "exercise", "sports"]),
        entry("stress", .stress, ["stress", "work stress"]),
        entry("posture", .physiology, ["posture", "muscle", "muscle tension"]),
        entry("still", .sedentary, ["lack of ... exercise", "sitting"]),
        entry("tension", .psychological, ["tension", "fear*", "anxiety"]),
        entry("disc", .spinal, ["disc", "arthritis"]),
        entry("pain", .other, ["pain"], weak: true),
        entry("dont-know", .other, ["don't know"]),
      ]))

  private func category(_ line: String) -> CauseCategory { coder.code(line).category }

  @Test(
    "one line gets one category",
    arguments: [
      ("A fall, years ago", CauseCategory.injury), ("POSTURE", .physiology),
      ("Injuries from way back", .injury), ("fearful of moving", .psychological),
    ])
  func simple(line: String, wanted: CauseCategory) {
    #expect(category(line) == wanted)
  }

  @Test("plain text is taken in by its bytes as any text is by its characters")
  func byBytes() {
    var state: UInt64 = 1
    let pieces = Array("aBz09' ,;.-&\n\t(") + ["and", "don't", "O'", "''"].flatMap { Array($0) }
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(pieces[Int(state >> 33) % pieces.count])
      }
      let (plain, any) = (CauseText(text), CauseText(characters: text))
      #expect(plain.words == any.words && plain.parts == any.parts, "\(text)")
    }
  }

  @Test("what is remembered of words changes no code")
  func memory() {
    var memory = CauseCoder.Memory()
    for line in ["a fal on acident", "stres at work", "a fal on acident", "angst", "stres"] {
      #expect(coder.code(line, &memory) == coder.code(line))
    }
  }

  @Test("of cues that overlap the longest counts")
  func longest() {
    #expect(category("muscle tension") == .physiology)
    #expect(category("tension") == .psychological)
  }

  @Test("a gap takes up to two words and no more")
  func gap() {
    #expect(category("lack of exercise") == .sedentary)
    #expect(category("lack of any proper exercise") == .sedentary)
    #expect(category("lack of any really proper exercise") == .activity)
  }

  @Test(
    "what is denied does not count",
    arguments: ["not my disc", "no disc", "it isn't the disc", "nothing to do with a disc"])
  func denied(line: String) {
    let coded = coder.code(line)
    #expect(coded.category == .other)
    #expect(coded.reason == nil)
    #expect(category(line + ", stress") == .stress)
  }

  @Test("what stands beside a denial in another part of the line counts")
  func deniedElsewhere() {
    #expect(category("not my disc, but fear") == .psychological)
    #expect(category("fear rather than my disc") == .psychological)
  }

  @Test("a cue that is itself a denial counts")
  func cueThatDenies() {
    #expect(coder.code("I don't know").reason == "Why dont-know.")
  }

  @Test("of several things side by side the first counts, and the line is mixed")
  func mixed() {
    let coded = coder.code("lifting, stress and a fall")
    #expect(coded.category == .activity)
    #expect(coded.others == [.stress, .injury])
    #expect(coded.isMixed)
    #expect(!coder.code("lifting and sports").isMixed)
  }

  @Test("in a compound the last word says what it is, before a preposition the first")
  func head() {
    #expect(category("sports injury") == .injury)
    #expect(category("sports related injury") == .injury)
    #expect(category("stress from work") == .stress)
    #expect(category("a fall while lifting") == .injury)
    #expect(category("a fall on ice lifting bags") == .injury)
  }

  @Test("weak words count only where nothing else is named")
  func weak() {
    #expect(coder.code("pain").reason == "Why pain.")
    let coded = coder.code("pain with stress")
    #expect(coded.category == .stress)
    #expect(!coded.isMixed)
  }

  @Test("what nothing fits is other, and says that it is not known")
  func unknown() {
    for line in ["", "   ", "?!", "zzz", "\u{1F600}"] {
      #expect(
        coder.code(line) == CodedCause(category: .other, reason: nil, words: "", others: []))
    }
  }

  @Test(
    "misspellings are understood, and short or distant words are left alone",
    arguments: [
      ("acident", CauseCategory.injury), ("poor postrue", .physiology), ("anxeity", .psychological),
      ("artritis", .spinal), ("worm", .other), ("postal", .other), ("disk", .other),
    ])
  func misspelt(line: String, wanted: CauseCategory) {
    #expect(category(line) == wanted)
  }

  @Test("the brain counts wherever its part of the line names it")
  func brain() {
    let coder = CauseCoder(
      lexicon: Lexicon(
        version: 1,
        entries: [
          Self.entry("habit", .psychological, ["habit"]), Self.entry("brain", .brain, ["brain"]),
          Self.entry("fear", .psychological, ["fear"]),
        ]))
    #expect(coder.code("a habit that my brain has").category == .brain)
    #expect(coder.code("fear, then my brain").category == .psychological)
  }

  @Test("the words that decided are named as they were understood")
  func words() {
    #expect(coder.code("A bad acident").words == "accident")
    #expect(coder.code("lack of any exercise").words == "lack of any exercise")
  }

  @Test("mind and brain are psychological, stress and brain")
  func mindBrain() {
    #expect(CauseCategory.allCases.filter(\.isMindBrain) == [.psychological, .stress, .brain])
  }

  @Test("a category is read by its one word and by the trial's name")
  func names() {
    for category in CauseCategory.allCases {
      #expect(CauseCategory(name: category.name) == category)
      #expect(CauseCategory(name: category.rawValue) == category)
      #expect(!category.name.contains(" "))
    }
    #expect(CauseCategory(name: "nerves") == nil)
  }

  @Test(
    "a cue says something, and begins and ends with a word",
    arguments: ["", " ", "*", "...", "... a", "a ...", "a * b"])
  func badCue(text: String) {
    #expect(Lexicon.Cue(text) == nil)
  }

  @Test("kappa is 1 for the same, 0 for chance, and nothing where nobody could differ")
  func kappa() throws {
    #expect(Agreement.kappa([(1, 1), (2, 2), (1, 1)]) == 1)
    #expect(Agreement.kappa([(1, 1), (1, 2), (2, 1), (2, 2)]) == 0)
    #expect(Agreement.kappa([(1, 1), (1, 1)]) == nil)
    #expect(Agreement.kappa([(Int, Int)]()) == nil)
    // The worked example of Cohen's table with 20 + 15 of 50 the same: 0.4.
    let pairs =
      Array(repeating: (1, 1), count: 20) + Array(repeating: (1, 2), count: 5)
      + Array(repeating: (2, 1), count: 10) + Array(repeating: (2, 2), count: 15)
    #expect(abs(try #require(Agreement.kappa(pairs)) - 0.4) < 1e-9)
    #expect(Agreement.accuracy(pairs) == 0.7)
  }

  @Test("letters that changed places count as one fault")
  func distance() {
    #expect(Spelling.distance(Array("stress"), Array("sterss")) == 1)
    #expect(Spelling.distance(Array("stress"), Array("stress")) == 0)
    #expect(Spelling.distance(Array(""), Array("abc")) == 3)
  }
}
