/// A key as a person presses it, for a terminal in application mode, where ncurses puts it.
enum KeyPress: Hashable {
  case enter, escape, tab, backTab, backspace, delete
  case left, right, up, down, home, end, pageUp, pageDown
  case function(Int)
  case control(Character)

  /// What the terminal sends for it.
  var sequence: String {
    switch self {
    case .enter: "\r"
    case .escape: "\u{1B}"
    case .tab: "\t"
    case .backTab: "\u{1B}[Z"
    case .backspace: "\u{7F}"
    case .delete: "\u{1B}[3~"
    case .left: "\u{1B}OD"
    case .right: "\u{1B}OC"
    case .up: "\u{1B}OA"
    case .down: "\u{1B}OB"
    case .home: "\u{1B}OH"
    case .end: "\u{1B}OF"
    case .pageUp: "\u{1B}[5~"
    case .pageDown: "\u{1B}[6~"
    case .function(let number): Self.function(number)
    case .control(let letter): Self.control(letter)
    }
  }

  private static func function(_ number: Int) -> String {
    let codes = [15, 17, 18, 19, 20, 21, 23, 24]
    return switch number {
    case 1...4: "\u{1B}O" + ["P", "Q", "R", "S"][number - 1]
    case 5...12: "\u{1B}[\(codes[number - 5])~"
    default: ""
    }
  }

  private static func control(_ letter: Character) -> String {
    guard let code = letter.asciiValue else { return "" }
    return String(UnicodeScalar(code & 0x1F))
  }
}
