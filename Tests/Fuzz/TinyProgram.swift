import AllClearEngine
import AllClearScript
import Foundation

/// The fixtures that a file to be checked is put among.
struct TinyProgram {
  static let shared = TinyProgram()

  /// The file that an input's first byte names; any other byte names the module.
  private static let places: [UInt8: String] = [
    UInt8(ascii: "m"): "modules/sample.yaml",
    UInt8(ascii: "g"): "modules/safety.yaml",
    UInt8(ascii: "f"): "modules/flare.yaml",
    UInt8(ascii: "b"): "practices/body.yaml",
    UInt8(ascii: "o"): "practices/sounds.yaml",
    UInt8(ascii: "a"): "learn/about.yaml",
    UInt8(ascii: "p"): "program.yaml",
    UInt8(ascii: "i"): "interface.yaml",
    UInt8(ascii: "c"): "crisis.yaml",
    UInt8(ascii: "s"): "sources.yaml",
    UInt8(ascii: "l"): "safety-lines.yaml",
    UInt8(ascii: "k"): "lexicon.yaml",
    UInt8(ascii: "r"): "../retired-ids.txt",
  ]

  /// The byte of a file that no program lists.
  private static let alone = UInt8(ascii: "x")

  private let files: [String: [UInt8]]

  private init() {
    let around = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("AllClearScriptTests/Fixtures/Around")
    var files = ["interface.yaml": Self.interface]
    for case let path as String in FileManager.default.enumerator(atPath: around.path) ?? .init() {
      guard let data = FileManager.default.contents(atPath: around.path + "/" + path) else {
        continue
      }
      files[path.hasSuffix(".txt") ? "../" + path : path] = [UInt8](data)
    }
    self.files = files
  }

  private static var interface: [UInt8] {
    var text = "format: 1\ninterface: en\nphrases:\n"
    for phrase in Phrase.allCases { text += "  \(phrase.rawValue): words\n" }
    text += "months: [a, b, c, d, e, f, g, h, i, j, k, l]\ndays: [a, b, c, d, e, f, g]\n"
    return [UInt8](text.utf8)
  }

  /// Checks the program with one file replaced, which compiles everything in it, and renders each
  /// fault.
  func check(_ input: UnsafeBufferPointer<UInt8>) {
    guard let first = input.first else { return }
    let bytes = [UInt8](input.dropFirst())
    if first == Self.alone {
      let compiler = Compiler { _ throws(ReadFault) in bytes }
      return render(compiler.checkAlone("alone.yaml"))
    }
    let place = Self.places[first] ?? "modules/sample.yaml"
    var files = files
    files[place] = bytes
    let compiler = Compiler(folder: "Content/en/") { path throws(ReadFault) in
      guard let bytes = files[path] else { throw .missing }
      return bytes
    }
    render(compiler.checkAll(files: files.keys.filter { $0.hasSuffix(".yaml") }))
  }

  private func render(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      _ = diagnostic.rendered()
    }
  }
}
