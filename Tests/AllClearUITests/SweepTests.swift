import AllClearEngine
import Testing

@testable import AllClearUI

/// Every width and every height up to a big screen, for every kind of prompt.
@Suite struct SweepTests {
  static let longDraft: Prompt = {
    var prompt = Fixtures.write
    prompt.place = "long-draft"
    prompt.draft = [
      (1...60).map { "Line \($0): smaller than I feared, 暖かい, naïve, stra\u{DF}e." }
        .joined(separator: "\n")
    ]
    return prompt
  }()
  static let longList: Prompt = {
    var prompt = Fixtures.collect
    prompt.place = "long-list"
    prompt.body = .collect(
      Sheet.prose(of: prompt, Words.english), atMost: 12, seeds: ["one", "two"])
    prompt.draft = (1...11).map { "cause \($0), in rather more words than a narrow line has" }
    return prompt
  }()
  static let all: [(name: String, prompt: Prompt)] =
    Fixtures.all + [
      ("long gate", SizeTests.longGate), ("countries", ListTests.countries),
      ("programme", ListTests.programme), ("long draft", longDraft), ("long list", longList),
    ]

  private static let turns: [Key] = [.pageDown, .character("2")]

  @Test(
    "every width from 1 to 200 holds a safety question, the crisis page and a long list",
    arguments: [
      ("gate", SizeTests.longGate), ("crisis", Fixtures.crisis),
      ("list", ListTests.countries),
    ])
  func everyWidth(name: String, prompt: Prompt) {
    var numbers = Dice(seed: 7)
    var faults: [String] = []
    for columns in 1...200 {
      let rows = [Int.random(in: 1...24, using: &numbers)]
      faults += Sweep.walk(
        name, prompt, rows.map { Size(columns: columns, rows: $0) }, keys: Self.turns)
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5))")
  }

  @Test("every height from 1 to 60 holds every kind of prompt", arguments: all.map(\.name))
  func everyHeight(name: String) throws {
    let prompt = try #require(Self.all.first { $0.name == name }?.prompt)
    var numbers = Dice(seed: 11)
    var faults: [String] = []
    for rows in 1...60 where rows <= 12 || rows % 8 == 0 {
      let size = Size(columns: Int.random(in: 20...120, using: &numbers), rows: rows)
      faults += Sweep.walk(name, prompt, [size], keys: Self.turns)
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5))")
  }

  private static let keys: [Key] = [
    .enter, .enter, .pageDown, .pageUp, .down, .up, .left, .right, .home, .end, .backspace, .delete,
    .character(" "), .character("1"), .character("9"), .character("x"), .character("?"),
    .character("/"), .character("u"), .character("t"), .control("x"), .tab, .escape,
  ]

  @Test("keys and new sizes in any order find no fault", arguments: all.map(\.name))
  func anyOrder(name: String) throws {
    let prompt = try #require(Self.all.first { $0.name == name }?.prompt)
    var numbers = Dice(seed: 13)
    for round in 0..<4 {
      let sizes = (0..<2).map { _ in
        Size(
          columns: Int.random(in: 1...200, using: &numbers),
          rows: Int.random(in: 1...60, using: &numbers))
      }
      let keys = (0..<5).map { _ in Self.keys.randomElement(using: &numbers) ?? .enter }
      let faults = Sweep.walk(
        name, prompt, sizes, keys: keys, glyphs: round % 2 == 0 ? .unicode : .ascii)
      #expect(faults.isEmpty, "round \(round), \(keys): \(faults.prefix(3))")
    }
  }
}
