import Foundation

extension PseudoTerminal {
  /// Turns pages until a text is there.
  func turnTo(_ text: String) throws {
    var before = ""
    try wait(for: "“\(text)” on some page") { screen in
      if screen.contains(text) { return true }
      // A footer stands on every whole screen; only then is a page turned.
      if screen.text != before, screen.contains(" of "), screen.contains("Enter") {
        before = screen.text
        self.press(.pageDown)
      }
      return false
    }
  }

  /// Chooses the answer with this text by its number.
  func choose(_ text: String) throws {
    try turnTo(text)
    let line = screen.lines.first { $0.contains(text) } ?? ""
    type(String(line.filter(\.isNumber).prefix(1)))
  }

  /// The parameters of every "select graphic rendition" that was sent.
  var renditions: Set<Int> {
    let text = String(decoding: output, as: UTF8.self)
    var numbers: Set<Int> = []
    for part in text.components(separatedBy: "\u{1B}[").dropFirst() {
      let body = part.prefix { $0.isNumber || $0 == ";" }
      guard part.dropFirst(body.count).first == "m" else { continue }
      numbers.formUnion(body.split(separator: ";").compactMap { Int($0) })
    }
    return numbers
  }
}
