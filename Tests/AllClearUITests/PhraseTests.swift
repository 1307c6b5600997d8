import AllClearEngine
import Foundation
import Testing

@Suite struct PhraseTests {
  @Test("interface.yaml has every phrase, in the order of the enum, and no other")
  func keys() throws {
    let text = try String(contentsOf: Words.file, encoding: .utf8)
    #expect(Words.entries(text).map(\.key) == Phrase.allCases.map(\.rawValue))
  }

  @Test("no phrase is empty, shouts, or gives a verdict")
  func tone() throws {
    let text = try String(contentsOf: Words.file, encoding: .utf8)
    for (key, value) in Words.entries(text) {
      #expect(!value.isEmpty, "\(key)")
      for word in ["all clear", "you are safe", "passed", "invalid", "error", "failed", "should"] {
        #expect(!value.lowercased().contains(word), "\(key): \(value)")
      }
      // An exclamation mark is only ever the key for flare help.
      let keys = value.replacing("! ", with: "").replacing("!, ", with: "")
      #expect(!keys.contains("!"), "\(key)")
    }
  }
}
