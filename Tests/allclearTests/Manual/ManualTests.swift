import AllClearEngine
import Foundation
import Testing

@testable import AllClearUI

/// The manual page says what the program does.
///
/// `ALLCLEAR_RECORD=1` writes it anew, and fails; `make man` does that.
@Suite("Manual page")
struct ManualTests {
  private let page: ManualPage
  private let kept: String

  init() throws {
    page = try ManualPage()
    kept = (try? String(contentsOfFile: ManualPage.path, encoding: .utf8)) ?? ""
  }

  @Test("the page is the one that `make man` would make")
  func current() throws {
    if kept != page.text, ProcessInfo.processInfo.environment["ALLCLEAR_RECORD"] == "1" {
      try page.text.write(toFile: ManualPage.path, atomically: true, encoding: .utf8)
      Issue.record("written: \(ManualPage.path)")
      return
    }
    let isCurrent = kept == page.text
    #expect(isCurrent, "make man writes it anew")
  }

  @Test("no command and no option is missing from it")
  func complete() {
    let headings = section("COMMANDS").filter { $0.hasPrefix(".SS ") }
    for command in page.help.all where command.isShown && (command.subcommands ?? []).isEmpty {
      let name = Roff.escaped(command.commandName)
      #expect(headings.contains { $0.split(separator: " ").contains(Substring(name)) }, "\(name)")
      for option in command.arguments ?? [] where option.shouldDisplay {
        for typed in option.typedNames {
          #expect(kept.contains("\\fB\(Roff.escaped(typed))\\fR"), "\(name) \(typed)")
        }
      }
    }
    #expect(headings.count >= 7)
  }

  @Test("every key of the table is in it")
  func keys() throws {
    let text = section("KEYS").joined(separator: "\n")
    let phrases = try #require(Library.real).program.phrases
    for column in KeyColumn.allCases {
      for row in KeyTable.rows(column) {
        #expect(text.contains("\n" + Roff.escaped(phrases(row.label)) + "\n"), "\(row.label)")
        for case .sign(let sign) in row.names { #expect(text.contains(Roff.escaped(sign))) }
      }
    }
    #expect(page.keys.sections.count > 10)
  }

  @Test("its exit codes are those of the program")
  func exitCodes() throws {
    let path = RealContent.root + "/Sources/allclear/Launch.swift"
    let source = try String(contentsOfFile: path, encoding: .utf8)
    let codes = source.matches(of: /static let \w+: Int32 = (\d+)/).map { String($0.1) }
    #expect(codes.contains("74"))
    let said = heads(of: "EXIT STATUS")
    // After a signal: the code comes from C.
    #expect(Set(said) == Set(codes + ["128+n"]))
    #expect(said.count == Set(said).count)
  }

  @Test("its environment is what the program reads")
  func environment() throws {
    let folder = RealContent.root + "/Sources"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var read: Set<String> = ["LANG", "LC_ALL", "LC_CTYPE"]
    for file in files where file.hasSuffix(".swift") || file.hasSuffix(".c") {
      let source = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for match in source.matches(of: /(?:Environment\.value|getenv|try base)\("([A-Z_]+)"/) {
        read.insert(String(match.1))
      }
    }
    // It makes the program fail on purpose, for the tests.
    read.remove("ALLCLEAR_TRAP")
    #expect(Set(heads(of: "ENVIRONMENT")) == read)
  }

  /// The lines of a section.
  private func section(_ name: String) -> [String] {
    let lines = kept.components(separatedBy: "\n")
    guard let first = lines.firstIndex(of: ".SH " + name) else { return [] }
    return Array(lines[(first + 1)...].prefix { !$0.hasPrefix(".SH ") })
  }

  /// What is explained in a section.
  private func heads(of name: String) -> [String] {
    let lines = section(name)
    return zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" }.flatMap { _, head in
      head.split { " ,\"".contains($0) }.dropFirst().map(String.init)
    }
  }
}
