import AllClearEngine
import AllClearStore
import Foundation
import Testing

/// A folder of its own for a test, with the journals of one person in it; it goes with the value.
final class Folder {
  let path: String
  var store: Store?

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/allclear-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    store = nil
    try? FileManager.default.removeItem(atPath: path)
  }

  var journal: String { path + "/journal.sqlite" }

  /// A new sitting on the journal as it is on disk; the one before has lost its process.
  func sitting(_ number: Int, after last: Play? = nil, library: Library? = nil) throws -> Play {
    store = nil
    let opened = try Store.open(.file(journal))
    _ = try opened.claimSitting()
    store = opened
    let now = last?.now ?? Play.begin
    return try Play(
      opened.digest(), store: opened, sitting: number, library: library,
      now: Now(elapsed: .zero, wall: now.wall))
  }

  /// Every file there is, with its bytes.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
    }
    return files
  }

  /// The files that hold these bytes, small letters or capitals.
  func names(holding text: String) throws -> [String] {
    try files().filter { _, bytes in
      String(decoding: bytes, as: UTF8.self).lowercased().contains(text.lowercased())
    }.map(\.key).sorted()
  }
}

extension Play {
  /// Answers by these, and else by what goes on, until it is so.
  mutating func answer(_ answers: [String: String], until isReached: (Play) -> Bool) {
    for _ in 0..<200 {
      if isReached(self) || hasQuit || app.isAtHome { return }
      if case .practice = prompt.body {
        practise()
      } else if let id = answers[step] {
        choose(id)
      } else if prompt.isGate, let id = Self.calm[step] {
        choose(id)
      } else if prompt.place.hasPrefix("crisis") {
        choose("back")
      } else if ways.contains(.skip) {
        go(.skip)
      } else {
        go(ways[0])
      }
    }
    Issue.record("never reached; at \(prompt.place)")
  }

  /// Answers to safety questions that hold nothing.
  static let calm = [
    "numb": "none", "urgent": "none", "unlooked": "looked", "examined": "examined",
    "attention": "none", "how-long": "over-ten", "anything-new": "nothing", "usual": "known",
  ]
}
