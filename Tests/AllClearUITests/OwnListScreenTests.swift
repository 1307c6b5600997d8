import AllClearEngine
import Testing

@testable import AllClearUI

/// One's own lists as they are met on the screen, in the words of the interface.
@Suite("Own lists on the screen")
struct OwnListScreenTests {
  private static let phrases = Words.english

  private static func list(
    _ place: String, _ heading: Phrase, _ question: String, _ choices: [(String, String)]
  ) -> Prompt {
    Prompt(
      place: place,
      body: .choose(
        Prose(question),
        choices.map { Prompt.Choice(id: $0.0, text: $0.1) } + [
          Prompt.Choice(id: "back", text: phrases(.goBack))
        ], many: false),
      heading: phrases(heading), moves: [.back])
  }

  private static let lines = [
    "Ten hours on the train to my sister. Fine.",
    "It comes up with worry or strain.",
    "The same thing is fine on some days and not on others.",
    "What was done for the tissue did not help, or helped oddly.",
    "Sat through the whole audit. Noticed at the door that I had not noticed.",
  ]

  private static let sheet = list(
    "menu:own:evidence", .ownEvidence, phrases(.ownEvidenceQuestion),
    [("0", phrases(.ownPinned, ["line": lines[0]]))]
      + lines.dropFirst().enumerated().map { (String($0.offset + 1), $0.element) }
      + [
        ("add", phrases(.ownAdd)), ("against", phrases(.ownAgainst)),
        ("away", phrases(.ownAway, n: 2)),
      ])

  private static let entry = list(
    "menu:entry:1", .ownEvidence, lines[4],
    [
      ("pin", phrases(.ownPin)), ("edit", phrases(.ownEdit)), ("away", phrases(.ownPutAway)),
    ])

  private static let causes: Prompt = {
    func item(_ text: String) -> Prose.Block { .item([.plain(text)]) }
    func head(_ phrase: Phrase) -> Prose.Block { .paragraph([.emphasis(phrases(phrase))]) }
    let blocks =
      [head(.showCausesFirst)] + ["The bulge at L4 and L5", "Lifting the files"].map(item)
      + [head(.showCausesNow)] + ["The bulge at L4 and L5", "Strain at work"].map(item)
    return Prompt(
      place: "own/causes", body: .card(Prose(blocks)), heading: phrases(.ownCauses),
      moves: [.back])
  }()

  private func look(
    _ name: String, _ prompt: Prompt, _ size: Size, keys: [Key] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let screen = Screen(size: size, glyphs: .unicode, phrases: Words.english, isStill: false)
    var state = ScreenState()
    for key in keys { _ = state.handle(key, prompt, on: screen) }
    Golden.expect(
      screen.frame(prompt, state), is: "\(name)-\(size.columns)x\(size.rows)",
      sourceLocation: sourceLocation)
  }

  @Test("the evidence sheet, with a line on top", arguments: ScreenTests.sizes)
  func evidence(size: Size) {
    look("own-evidence", Self.sheet, size)
    look("own-evidence-end", Self.sheet, size, keys: [.end])
  }

  @Test("a line's own page", arguments: ScreenTests.sizes)
  func line(size: Size) {
    look("own-entry", Self.entry, size)
  }

  @Test("causes as told first and now", arguments: ScreenTests.sizes)
  func then(size: Size) {
    look("own-causes", Self.causes, size)
    look("own-causes-page-2", Self.causes, size, keys: [.enter])
  }
}
