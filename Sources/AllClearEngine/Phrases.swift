/// The words of the screens, as interface.yaml holds them.
public struct Phrases: Hashable, Sendable {
  /// What stands in the file for each phrase.
  public var texts: [Phrase: Text]
  /// January to December.
  public var months: [String]
  /// Monday to Sunday.
  public var days: [String]

  /// Makes the words.
  public init(texts: [Phrase: Text], months: [String], days: [String]) {
    self.texts = texts
    self.months = months
    self.days = days
  }

  /// One phrase: the same for every number, or one for 1 and one for others.
  public enum Text: Hashable, Sendable {
    case plain(String)
    case plural(one: String, other: String)
  }

  /// The phrase, its holes `{name}` filled; a plural goes by the hole `n`.
  public func callAsFunction(_ phrase: Phrase, _ holes: [String: String] = [:]) -> String {
    let text =
      switch texts[phrase] {
      case .plain(let plain): plain
      case .plural(let one, let other): holes["n"] == "1" ? one : other
      case nil: phrase.rawValue
      }
    return Self.filled(text, by: holes)
  }

  /// A phrase that counts.
  public func callAsFunction(_ phrase: Phrase, n: Int) -> String {
    self(phrase, ["n": String(n)])
  }

  /// A day in words: `3 May`, with the year when it is another than `today`'s.
  public func date(_ day: CivilDay, today: CivilDay) -> String {
    let (year, month, number) = day.parts
    let name = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    return today.parts.year == year ? "\(number) \(name)" : "\(number) \(name) \(year)"
  }

  /// Fills the holes in one pass: what stands in a hole is never read as a hole itself.
  private static func filled(_ text: String, by holes: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}"),
        let value = holes[String(rest[rest.index(after: start)..<end])]
      else {
        result.append(rest.removeFirst())
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
