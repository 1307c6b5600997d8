import Foundation

/// The content of this checkout with three small places to write in it, whatever it has of its own:
/// a page, a page to let go, a letter.
struct WritingContent {
  let path: String

  static let page = "What would you like to write down?"
  static let letGo = "Nothing of this is kept."
  static let letter = "What would you say to yourself on a hard day?"

  /// Makes it in a folder that somebody else removes.
  init(in folder: String) throws {
    path = folder + "/Content"
    try FileManager.default.copyItem(atPath: RealContent.root + "/Content", toPath: path)
    let file = path + "/en/program.yaml"
    var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
    lines.removeAll { line in
      ["journal:", "let-go:", "own-letter:"].contains { line.hasPrefix($0) }
    }
    let modules = [
      ("journal", "page-of-own", "A page of your own", Self.page, ""),
      ("let-go", "page-to-go", "A page to let go", Self.letGo, "    keep: no\n"),
      ("own-letter", "page-to-self", "A letter to yourself", Self.letter, "    revises: yes\n"),
    ]
    var text = ""
    for line in lines {
      text += line + "\n"
      if line.hasPrefix("letter:") {
        text += modules.map { "\($0.0): \($0.1)\n" }.joined()
      }
      if line == "beside:" {
        for (_, id, title, _, _) in modules {
          text += "  - {id: \(id), title: \(title), minutes: 5, "
          text += "file: modules/\(id).yaml, needs: nothing}\n"
        }
      }
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    for (role, id, title, question, rest) in modules {
      let step = ["journal": "entry", "let-go": "words", "own-letter": "letter"][role] ?? ""
      let module = """
        format: 1
        module: \(id)
        title: \(title)
        component: emotional-threats
        minutes: 5
        steps:
          - id: \(step)
            write: \(question)
        \(rest)  - id: done
            say: That is enough for today.

        """
      try module.write(toFile: path + "/en/modules/\(id).yaml", atomically: true, encoding: .utf8)
    }
  }
}
