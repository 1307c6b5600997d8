import AllClearEngine
import AllClearUI

/// What somebody types in plain text who shows allclear to others.
enum PresenterWord {
  case ask(Presenting)
  /// `g` and a place: `g tracking.line`, `g home`.
  case go(Tour.Spot)
  /// `g` alone: the list of everything.
  case anywhere

  private static let words: [String: Presenting] = [
    "]": .on, "[": .back, "}": .moduleOn, "{": .moduleBack, "a": .answer, "n": .notes, "f": .fast,
    "F": .toEnd,
  ]

  /// Reads a line; where own words are written only signs are meant, and no letter.
  init?(_ line: String, at prompt: Prompt) {
    let word = line.trimmingPrefix { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    let typed = String(word)
    let isWriting =
      switch prompt.body {
      case .write, .collect: true
      default: false
      }
    if let asked = Self.words[typed], !isWriting || typed.allSatisfy({ !$0.isLetter }) {
      self = .ask(asked)
      return
    }
    guard !isWriting, typed == "g" || typed.hasPrefix("g ") else { return nil }
    let place = typed.dropFirst(2)
    if place.isEmpty {
      self = .anywhere
    } else if let spot = Tour.Spot(text: String(place)) {
      self = .go(spot)
    } else {
      self = .go(.door(.module(String(place))))
    }
  }
}
