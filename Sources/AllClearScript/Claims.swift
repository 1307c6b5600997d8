/// Which words promise or blame, and which make a claim that needs a source.
enum Claims {
  /// Words refused everywhere but in a step marked `quoted: true`: few, and exact.
  static let refused = [
    "cure", "cures", "cured", "curing", "guarantee", "guaranteed", "guarantees", "miracle",
    "miracles", "miraculous", "all in your head", "all in the head", "nothing is wrong with",
    "nothing wrong with you", "wear and tear",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Words that a reply to a gate and a stop page never contain.
  static let verdicts = ["all clear", "you are safe", "you're safe", "passed"]
    .map { $0.split(separator: " ").map(String.init) }

  private static let phrases = [
    "study", "studies", "trial", "trials", "research", "most people",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let units: Set<String> = [
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
    "month", "months", "year", "years", "s", "min", "am", "pm", "o'clock",
  ]

  /// The first word that makes a claim: a number that is no time and no scale's end, a per cent
  /// sign, or a word for research.
  static func claim(in words: Words) -> Words.Word? {
    var found = words.places(of: phrases).map { Words.Word(text: $0.phrase, offset: $0.offset) }
    for (index, word) in words.all.enumerated() {
      guard word.isPerCent || isClaim(index, words.all) else { continue }
      let sign = word.isPerCent ? "%" : ""
      found.append(Words.Word(text: word.text + sign, offset: word.offset))
      break
    }
    return found.min { $0.offset < $1.offset }
  }

  private static func isClaim(_ index: Int, _ words: [Words.Word]) -> Bool {
    let text = words[index].text
    if text == "percent"
      || (text == "per" && index + 1 < words.count && words[index + 1].text == "cent")
    {
      return true
    }
    guard startsWithDigit(text) else { return false }
    if text == "0" || text == "10" || text.contains(":") { return false }
    if let unit = text.split(separator: "-").last, units.contains(String(unit)) { return false }
    // "3 to 5 minutes": what follows the numbers is a unit of time.
    for next in words.dropFirst(index + 1).prefix(4) {
      if units.contains(next.text) { return false }
      guard startsWithDigit(next.text) || ["to", "or", "and"].contains(next.text) else { break }
    }
    return true
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.unicodeScalars.first.map(Words.isDigit) ?? false
  }
}
