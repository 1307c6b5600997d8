/// Text made alike for finding: small letters, and without the marks of the Latin ones.
///
/// The standard library takes no letter apart, but knows when two are the same: so each letter that
/// a base and one or two marks make is looked up by what they make.
public enum Fold {
  /// The same text as it is compared.
  public static func folded(_ text: String) -> String {
    let small = Inert.shown(text).lowercased()
    if small.utf8.allSatisfy({ $0 < 0x80 }) { return small }
    return small.map { bases[$0] ?? String($0) }.joined()
  }

  /// Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, hook, ring, double acute,
  /// caron, horn, dot below, comma below, cedilla, ogonek.
  private static let marks = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
    "\u{309}", "\u{30A}", "\u{30B}", "\u{30C}", "\u{31B}", "\u{323}", "\u{326}", "\u{327}",
    "\u{328}",
  ]

  private static let bases: [Character: String] = {
    var bases: [Character: String] = [
      "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
      "ı": "i", "’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-",
    ]
    func add(_ letters: String, _ base: Character) {
      guard letters.count == 1, let letter = letters.first else { return }
      bases[letter] = String(base)
    }
    for base in "abcdefghijklmnopqrstuvwxyz" {
      for mark in marks { add(String(base) + mark, base) }
    }
    // Vietnamese puts a tone on top of a mark.
    for base in "aeou" {
      for mark in ["\u{302}", "\u{306}", "\u{31B}"] {
        for tone in ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
          add(String(base) + mark + tone, base)
        }
      }
    }
    return bases
  }()
}
