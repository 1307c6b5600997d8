/// Cuts a condition into its words and signs.
struct PredicateLexer {
  struct Token: Hashable {
    var text: String
    var offset: Int
    var kind: Kind

    enum Kind: Hashable {
      case word, number, sign
    }
  }

  /// The tokens, or the place and look of what is none.
  static func tokens(_ string: String) -> (tokens: [Token], stray: Token?) {
    let scalars = Array(string.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      if scalar == " " || scalar == "\n" {
        index += 1
        continue
      }
      if isWord(scalar) {
        while index < scalars.count, isWord(scalars[index]) || scalars[index] == "." { index += 1 }
        let text = word(scalars[start..<index])
        tokens.append(
          Token(text: text, offset: start, kind: text.allSatisfy(\.isNumber) ? .number : .word))
      } else if "()=!<>".unicodeScalars.contains(scalar) {
        index += 1
        if "!<>".unicodeScalars.contains(scalar), index < scalars.count, scalars[index] == "=" {
          index += 1
        }
        tokens.append(Token(text: word(scalars[start..<index]), offset: start, kind: .sign))
      } else {
        return (tokens, Token(text: String(scalar), offset: start, kind: .sign))
      }
    }
    return (tokens, nil)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
      || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
