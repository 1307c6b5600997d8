import AllClearEngine
import Foundation
import Testing

@testable import AllClearScript

/// The quick reader and the library are one reader to whoever writes content.
@Suite struct QuickYAMLTests {
  /// The content of this checkout, and the fixtures.
  static func files() throws -> [(name: String, bytes: [UInt8])] {
    let root = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var files: [(String, [UInt8])] = []
    for folder in [root.appendingPathComponent("Content"), Fixtures.folder] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      for name in names where name.hasSuffix(".yaml") {
        files.append((name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))))
      }
    }
    return files
  }

  private func bothWays(
    _ bytes: [UInt8]
  ) -> (quick: [YAMLNode.Entry]?, library: [YAMLNode.Entry]?)? {
    let source = SourceText(path: "test", bytes: bytes)
    return YAMLReader(source: source, report: Report(source)).readBothWays()
  }

  @Test("what it reads of the content, the library reads alike, every place included")
  func content() throws {
    var alike = 0
    for (name, bytes) in try Self.files() {
      guard let (quick, library) = bothWays(bytes), let quick else { continue }
      alike += 1
      #expect(quick == library, "\(name)")
    }
    #expect(alike > 20)
  }

  @Test("it reads what a start waits for", arguments: ["program.yaml", "interface.yaml"])
  func start(name: String) throws {
    let file = try #require(try Self.files().first { $0.name == "en/" + name })
    #expect(bothWays(file.bytes)?.quick != nil)
  }

  @Test("in a file with faults and odd places it reads what the library reads, or gives up")
  func changed() throws {
    var random = Dice(seed: 1)
    let odd = [
      " ", "  ", "\n", ":", ": ", " #", "#", "-", "- ", "\"", "'", "{", "}", "[", "]", ",", "|",
      ">", "&a", "*a", "!", "?", "%", "@", "---\n", "...\n", "\\", "~", "é", "’", "a: b\n", "\t",
      "\r", "  a:\n", "|-", "|+", "|2", "null", "<<: 1\n", "x",
    ].map { Array($0.utf8) }
    let files = try Self.files().map(\.bytes)
    var alike = 0
    for _ in 0..<6000 {
      let file = files[Int.random(in: 0..<files.count, using: &random)]
      var bytes = Self.piece(of: file, &random)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        if Bool.random(using: &random), place < bytes.count {
          let end = min(bytes.count, place + Int.random(in: 1...4, using: &random))
          bytes.removeSubrange(place..<end)
        } else {
          bytes.insert(
            contentsOf: odd[Int.random(in: 0..<odd.count, using: &random)], at: place)
        }
      }
      guard let (quick, library) = bothWays(bytes), let quick else { continue }
      alike += 1
      #expect(quick == library, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(alike > 1000)
  }

  /// Some lines of a file that follow each other, from the beginning or from a line that begins
  /// a map of its own.
  private static func piece(of file: [UInt8], _ random: inout Dice) -> [UInt8] {
    let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let starts = lines.indices.filter { index in
      lines[index].first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") } ?? false
    }
    guard let start = starts.randomElement(using: &random) else { return file }
    let end = min(lines.count, start + Int.random(in: 1...25, using: &random))
    return Array(lines[start..<end].joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
}
