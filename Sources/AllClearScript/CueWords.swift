/// Words of practices: those that are not said, and numbers as they are spoken.
enum CueWords {
  static let always = ["scan", "focus", "relax", "try", "should", "release", "breathe in"]
    .map { $0.split(separator: " ").map(String.init) }
  /// With those that ask for eyes.
  static let refused = always + ["look", "watch", "see"].map { [$0] }

  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]

  /// A number as it is spoken: `three`.
  static func number(_ value: Int) -> String {
    numbers.indices.contains(value) ? numbers[value] : String(value)
  }

  /// Whether a line names seconds with a number.
  static func saysSeconds(_ text: Text) -> Bool {
    let words = Words(text.string).all.map(\.text)
    guard words.contains(where: { $0.hasPrefix("second") }) else { return false }
    return words.contains { word in
      numbers.contains(word) || Values.whole(word) != nil || word == "thirty"
        || word.hasPrefix("twenty")
    }
  }
}
