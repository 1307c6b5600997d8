import Foundation
import Testing
import Yams

@testable import AllClearScript

@Suite struct GrammarTests {
  /// The keys of the table that a file uses, and those that it uses and the table has not.
  private struct Use {
    var used: Set<String> = []
    var strange: [String] = []

    mutating func file(_ text: String) throws {
      let pairs = try #require(try Yams.compose(yaml: text, .basic)?.mapping)
      let kind = try #require(pairs.dropFirst().first?.key.string)
      let file = try #require(Grammar.files.first { $0.name == kind })
      map(pairs, file.map)
    }

    private mutating func map(_ pairs: Node.Mapping, _ map: Grammar.Map) {
      for (name, value) in pairs {
        guard let key = map.keys.first(where: { $0.name == name.string }) else {
          strange.append("\(map.name).\(name.string ?? "?")")
          continue
        }
        used.insert("\(map.name).\(key.name)")
        self.value(value, key.shape)
      }
    }

    private mutating func value(_ node: Node, _ shape: Grammar.Shape) {
      switch shape {
      case .list(.step, _): for step in node.sequence ?? [] { self.step(step) }
      case .list(let name, _):
        for entry in node.sequence ?? [] { map(entry.mapping ?? [:], Grammar.map(name)) }
      case .map(let name): map(node.mapping ?? [:], Grammar.map(name))
      case .named(_, .cues):
        for (_, cues) in node.mapping ?? [:] { value(cues, .list(.cue, 0...99)) }
      default: break
      }
    }

    private mutating func step(_ node: Node) {
      let pairs = node.mapping ?? [:]
      let kind = Grammar.stepKinds.first { kind in pairs.keys.contains { $0.string == kind.name } }
      guard let kind else { return strange.append("a step of no kind") }
      map(pairs, kind.map)
    }
  }

  /// The files of the tiny programs that have no fault, so that the parsers accept what they use.
  private static func use() throws -> Use {
    var use = Use()
    let good = Fixtures.folder.appendingPathComponent("Good")
    for place in ["", "modules/", "practices/", "measures/", "personas/"] {
      for name in try Fixtures.names(in: good.appendingPathComponent(place)) {
        try use.file(
          String(contentsOf: good.appendingPathComponent(place + name), encoding: .utf8))
      }
    }
    for (path, bytes) in try Fixtures.around() where path.hasSuffix(".yaml") {
      try use.file(String(decoding: bytes, as: UTF8.self))
    }
    return use
  }

  @Test("the good fixtures use every key of the table, and no other")
  func everyKey() throws {
    let use = try Self.use()
    #expect(use.strange == [])
    let maps =
      Grammar.files.map(\.map) + Grammar.Name.allCases.map(Grammar.map)
    let known = Set(maps.flatMap { map in map.keys.map { "\(map.name).\($0.name)" } })
    #expect(known.subtracting(use.used).sorted() == [])
    // What all kinds of steps share need not stand at each of them.
    for kind in Grammar.stepKinds {
      for key in kind.own + [kind.key] {
        #expect(use.used.contains("\(kind.map.name).\(key.name)"), "\(kind.name).\(key.name)")
      }
    }
    let common = Set(
      use.used.filter { $0.hasPrefix("step-") }.compactMap { $0.split(separator: ".").last })
    for key in Grammar.common { #expect(common.contains(Substring(key.name)), "\(key.name)") }
  }

  @Test("each key says what it is, and stands once in its map")
  func keys() {
    let maps =
      Grammar.files.map(\.map) + Grammar.Name.allCases.map(Grammar.map)
      + Grammar.stepKinds.map(\.map) + [Grammar.translation]
    for map in maps {
      #expect(Set(map.names).count == map.names.count, "\(map.name)")
      for key in map.keys { #expect(key.about.count > 4, "\(map.name).\(key.name)") }
    }
    #expect(Set(maps.map(\.name)).count == maps.count)
  }

  @Test("a required key is missed where it is left out, and no other is")
  func required() throws {
    let good = try String(
      contentsOf: Fixtures.folder.appendingPathComponent("Around/measures/three.yaml"),
      encoding: .utf8)
    for key in Grammar.measure.map.keys where key.isRequired && key.name == "rights" {
      let without = good.split(separator: "\n").filter { !$0.hasPrefix(key.name) }
      let faults = try Fixtures.check(
        replacing: ["measures/three.yaml": [UInt8](without.joined(separator: "\n").utf8)])
      #expect(faults.map(\.code) == [.missingKey])
      #expect(faults.first?.message.contains("`rights`") == true)
    }
  }

  @Test("a key at the wrong kind is told where it belongs")
  func owners() {
    #expect(Grammar.owner(of: "anchors") == "it belongs to `scale`")
    #expect(Grammar.owner(of: "options") == "it belongs to `choose` and `gate`")
    #expect(Grammar.owner(of: "at-most") == "it belongs to `collect` and the map of `repeat`")
    #expect(Grammar.owner(of: "evidence") == "it belongs to an option")
    #expect(Grammar.owner(of: "hold") == "it belongs to a gate's option")
    #expect(Grammar.owner(of: "anchor") == nil)
  }

  @Test("Content/schema.json is what the table says; `allclear content schema` writes it")
  func schema() throws {
    let file = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Content/schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == Schema.text)
    let json = try JSONSerialization.jsonObject(with: Data(Schema.text.utf8)) as? [String: Any]
    let definitions = try #require(json?["$defs"] as? [String: Any])
    for reference in Schema.text.split(separator: "\"").filter({ $0.hasPrefix("#/$defs/") }) {
      #expect(definitions[String(reference.dropFirst(8))] != nil, "\(reference)")
    }
  }
}
