import AllClearEngine
import AllClearScript
import Foundation
import Testing

/// The fixtures of this target, and a tiny program to put them into.
enum Fixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  /// One bad file and what it must yield.
  struct Bad: CustomTestStringConvertible, Sendable {
    var name: String
    /// Which file of the tiny program it takes the place of.
    var path: String
    var bytes: [UInt8]
    /// `line:column code`, sorted as they are told.
    var expected: [String]

    var testDescription: String { name }
  }

  /// Reads the comments at the beginning: `# as: path`, `# expect: line:column code`.
  static func bad() throws -> [Bad] {
    let folder = folder.appendingPathComponent("Bad")
    return try names(in: folder).map { name in
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      var path = "modules/sample.yaml"
      var expected: [String] = []
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        if let rest = line.suffix(after: "# as: ") { path = rest }
        if let rest = line.suffix(after: "# expect: ") { expected.append(rest) }
      }
      return Bad(name: name, path: path, bytes: [UInt8](data), expected: expected)
    }
  }

  static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
  }

  /// The tiny program's files by path, `interface.yaml` made of the engine's phrases.
  static func around() throws -> [String: [UInt8]] {
    let folder = folder.appendingPathComponent("Around")
    var files: [String: [UInt8]] = ["interface.yaml": [UInt8](interface().utf8)]
    for place in ["", "modules/", "practices/", "measures/", "learn/"] {
      for name in try names(in: folder.appendingPathComponent(place)) {
        let data = try Data(contentsOf: folder.appendingPathComponent(place + name))
        files[place + name] = [UInt8](data)
      }
    }
    let retired = try Data(contentsOf: folder.appendingPathComponent("retired-ids.txt"))
    files["../retired-ids.txt"] = [UInt8](retired)
    return files
  }

  static func interface() -> String {
    var text = "format: 1\ninterface: en\nphrases:\n"
    for phrase in Phrase.allCases { text += "  \(phrase.rawValue): words\n" }
    text += "months: [a, b, c, d, e, f, g, h, i, j, k, l]\n"
    return text + "days: [a, b, c, d, e, f, g]\n"
  }

  /// A compiler over these files.
  static func compiler(
    _ files: [String: [UInt8]], folder: String = "", judgesWords: Bool = false
  ) -> Compiler {
    Compiler(folder: folder, judgesWords: judgesWords) { path throws(ReadFault) in
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
  }

  /// Every fault of the tiny program with some files replaced.
  static func check(replacing changes: [String: [UInt8]]) throws -> [Diagnostic] {
    let files = try around().merging(changes) { $1 }
    return compiler(files).checkAll(files: files.keys.filter { $0.hasSuffix(".yaml") })
  }

  /// Every fault of the tiny program with its sample module replaced.
  static func check(sample text: String) throws -> [Diagnostic] {
    try check(replacing: ["modules/sample.yaml": [UInt8](text.utf8)])
  }

  /// A sample module of these steps.
  static func sample(_ steps: String) -> String {
    """
    format: 1
    module: sample
    title: Sample
    component: education
    minutes: 5
    steps:
    \(steps)
    """
  }
}

extension Substring {
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
