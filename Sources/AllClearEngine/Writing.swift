/// A text of the person's own that is kept: what was written at a step, as it stands now.
public struct Writing: Hashable, Sendable {
  /// The record that it began as; whatever is changed in it, this stays.
  public var id: RecordID
  /// The record that holds its words now.
  public var record: RecordID
  /// The greatest running number in its session: what is changed is written into the same.
  public var last: Int
  /// The module that holds the step.
  public var module: String
  public var step: String
  public var turn: Int
  /// What was asked, as the person read it.
  public var asked: String?
  public var text: String
  /// When it was first written.
  public var at: Wall
  /// Its first words, on one line.
  public let begins: String

  /// Makes a note of a text.
  public init(
    id: RecordID, record: RecordID, last: Int, module: String, step: String, turn: Int = 1,
    asked: String? = nil, text: String, at: Wall
  ) {
    self.id = id
    self.record = record
    self.last = last
    self.module = module
    self.step = step
    self.turn = turn
    self.asked = asked
    self.text = text
    self.at = at
    begins = Self.beginning(of: text)
  }

  /// Whether a text was chosen and not written: then it stands behind its question, as every chosen
  /// answer does, and on a list of its own already.
  public static func isChosen(_ text: String, shown: String?) -> Bool {
    shown?.hasSuffix("\n> " + text) ?? false
  }

  /// So much of a text is shown in a list, in characters.
  private static let mostBegun = 56

  private static func beginning(of text: String) -> String {
    let near = text.drop(while: \.isWhitespace).prefix(mostBegun * 2)
    let words = near.split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    let rest = text[near.endIndex...]
    if line.count <= mostBegun, rest.allSatisfy(\.isWhitespace) { return line }
    // Where a word begins late, as in a language without spaces, it is cut all the same.
    let cut = line.prefix(mostBegun)
    guard line.count > mostBegun, let space = cut.lastIndex(of: " ") else { return cut + "..." }
    return cut[..<space] + "..."
  }
}

extension Writing {
  /// The text under the name that its step bears now.
  func following(_ renamed: [Rename]) -> Writing {
    guard let rename = renamed.first(where: { $0.old == "\(module).\(step)" }),
      let dot = rename.new.firstIndex(of: ".")
    else { return self }
    var writing = self
    writing.module = String(rename.new[..<dot])
    writing.step = String(rename.new[rename.new.index(after: dot)...])
    return writing
  }
}
