import AllClearScript
import Foundation
import Testing

/// Files that nobody writes: whatever the bytes, it ends soon and with a fault.
@Suite(.serialized) struct HostileFileTests {
  static let size = 1_000_000

  /// A name and what makes the bytes.
  struct Hostile: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var make: @Sendable () -> [UInt8]

    init(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
      testDescription = name
      self.make = make
    }

    static func repeated(_ text: String, after start: String = "") -> Hostile {
      let name = text.count < 30 ? text : String(text.prefix(30))
      return Hostile("'\(start)' then '\(name)' again and again") {
        let unit = Array(text.utf8)
        var bytes = Array(start.utf8)
        while bytes.count + unit.count <= size { bytes += unit }
        return bytes
      }
    }
  }

  static let head = "format: 1\nmodule: sample\ntitle: Sample\ncomponent: safety\nminutes: 5\n"

  static let all: [Hostile] = [
    .repeated("["), .repeated("{"), .repeated("- "), .repeated("? "), .repeated("a: "),
    .repeated("[{"), .repeated("]"), .repeated("\""), .repeated("'"), .repeated("|"),
    .repeated("|\n"), .repeated("\n"), .repeated("#"), .repeated("# x\n"), .repeated("%TAG ! x\n"),
    .repeated("---\n"), .repeated("&a "), .repeated("*a "), .repeated("!a "), .repeated("<<: "),
    .repeated(","), .repeated(": "), .repeated("a"), .repeated("a "), .repeated("é"),
    .repeated("\u{200B}"), .repeated("🎉\n"), .repeated("\t"), .repeated("\0"),
    .repeated("- a\n"), .repeated("- a\n", after: head + "steps:\n"),
    .repeated("a: b\n"), .repeated("- [\n"), .repeated("- {a: \n"),
    .repeated("{a: b}, ", after: "["), .repeated("a, ", after: "["), .repeated("\\\"", after: "\""),
    .repeated("a b ", after: head + "steps:\n  - id: x\n    say: "),
    .repeated("      words and words\n", after: head + "steps:\n  - id: x\n    say: |\n"),
    .repeated("{x} ", after: head + "steps:\n  - id: x\n    say: a "),
    .repeated("  - id: x\n    say: A {y} *b\n", after: head + "steps:\n"),
    .repeated("(", after: head + "steps:\n  - id: x\n    when: "),
    .repeated("a has b or ", after: head + "steps:\n  - id: x\n    when: "),
    .repeated("  - {id: x, say: Hello.}\n", after: head + "steps:\n"),
    .repeated("  - {id: x, sya: Hello.}\n", after: head + "steps:\n"),
    .repeated("  - id: x\n    say: Hello {y}.\n", after: head + "steps:\n"),
    Hostile("a tower of aliases") {
      var text = "a0: &a0 [x, x]\n"
      for index in 1...60 {
        text += "a\(index): &a\(index) [*a\(index - 1), *a\(index - 1), *a\(index - 1)]\n"
      }
      return Array(text.utf8)
    },
    Hostile("many keys") {
      Array((0..<90_000).map { "k\($0): v\n" }.joined().utf8)
    },
    Hostile("deep indentation") {
      Array((0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8)
    },
  ]

  /// What this thread has computed so far: a busy machine makes no file slow.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func check(_ bytes: [UInt8]) throws -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let start = Self.seconds()
    faults = try Fixtures.check(replacing: ["modules/sample.yaml": bytes])
    let time = Self.seconds() - start
    #expect(time < 2, "took \(time) s")
    return faults
  }

  @Test("a hostile file of a million bytes ends in a fault within two seconds", arguments: all)
  func hostile(_ file: Hostile) throws {
    let faults = try check(file.make())
    #expect(!faults.isEmpty)
    #expect(faults.count <= 101)
  }

  @Test("random bytes and random YAML signs end in a fault", arguments: 0..<20)
  func random(_ seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &+ 0x9E37_79B9_7F4A_7C15)
    let signs = Array("-:[]{},&*!|>'\"#%@`\n  ab ?".utf8)
    let bytes = (0..<20_000).map { _ in
      seed.isMultiple(of: 2)
        ? UInt8.random(in: 0...255, using: &generator)
        : signs.randomElement(using: &generator) ?? 0
    }
    #expect(try !check(bytes).isEmpty)
  }

  @Test("a good file with one byte changed never crashes", arguments: 0..<4)
  func mutated(_ seed: Int) throws {
    let files = try Fixtures.around()
    var generator = Generator(state: UInt64(seed) &+ 77)
    let signs = Array("-:[]{},&*!|>'\"#%\n \0\u{FF}".utf8)
    for path in files.keys.sorted() where path.hasSuffix(".yaml") {
      for _ in 0..<4 {
        var bytes = files[path] ?? []
        guard let index = bytes.indices.randomElement(using: &generator) else { continue }
        bytes[index] = signs.randomElement(using: &generator) ?? 0
        _ = try Fixtures.check(replacing: [path: bytes])
      }
    }
  }

  @Test("over a megabyte is one fault, and so is nothing at all")
  func sizes() throws {
    let big = try check(Array(repeating: UInt8(ascii: "a"), count: 1_000_001))
    #expect(big.map(\.code) == [.tooLarge])
    #expect(try check([]).map(\.code) == [.emptyFile])
    #expect(try check(Array("# words\n".utf8)).map(\.code) == [.emptyFile])
  }

  @Test("one hostile file is one fault where one thing is wrong")
  func oneFault() throws {
    for text in ["[", "{", "- ", "? ", "\0", "|\n"] {
      #expect(try check(Hostile.repeated(text).make()).count == 1, "\(text)")
    }
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}
