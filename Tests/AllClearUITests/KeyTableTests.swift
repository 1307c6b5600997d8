import AllClearEngine
import Testing

@testable import AllClearUI

@Suite struct KeyTableTests {
  @Test("no key has two meanings in one column", arguments: KeyColumn.allCases)
  func oneMeaning(column: KeyColumn) {
    let keys = KeyTable.rows(column).flatMap { Array($0.bindings.keys) }
    for (key, same) in Dictionary(grouping: keys, by: { $0 }) {
      #expect(same.count == 1, "\(key) in \(column)")
    }
  }

  @Test("letters are no keys where something is typed")
  func letters() {
    for column in KeyColumn.allCases where column.takesText {
      for row in KeyTable.rows(column) {
        for key in row.bindings.keys {
          if case .character = key { Issue.record("\(key) in \(column)") }
        }
      }
    }
  }

  @Test("the crisis page opens with ^G and F1 in every column")
  func crisis() {
    for column in KeyColumn.allCases where column != .blank {
      for key in [Key.control("g"), .function(1)] {
        #expect(KeyTable.meaning(of: key, in: column, .init()) == .crisis, "\(column)")
      }
    }
  }

  @Test("flare help is one key away wherever nothing is typed")
  func flare() {
    for column in KeyColumn.allCases where column != .blank && !column.takesText {
      #expect(KeyTable.meaning(of: .character("!"), in: column, .init()) == .flare, "\(column)")
    }
  }

  @Test("every row is called something, by a key that it binds or a word for several")
  func names() {
    for column in KeyColumn.allCases {
      for row in KeyTable.rows(column) {
        #expect(!row.names.isEmpty && !row.bindings.isEmpty)
        for case .sign(let sign) in row.names where sign.count == 1 {
          #expect(row.bindings.keys.contains(.character(Character(sign))), "\(sign) in \(column)")
        }
      }
    }
  }

  @Test("a footer has at most five keys, and the first of its column among them")
  func footer() {
    for column in KeyColumn.allCases where column != .blank {
      for width in 28...72 {
        let rows = KeyTable.rows(column, in: .init(moves: [.back, .skip, .why]))
        let line = Footer.line(rows, width: width, phrases: Words.english)
        #expect(line.width <= width)
        #expect(line.spans.filter { $0.role == .key }.count <= 5)
        let first = rows.first?.names.first.map { Footer.name($0, Words.english) } ?? ""
        #expect(line.text.hasPrefix(first), "\(column) at \(width): \(line.text)")
      }
    }
  }

  @Test("at forty columns every footer leads to help with what is bad now")
  func wayOut() {
    for column in KeyColumn.allCases where column != .blank && column != .help {
      let rows = KeyTable.rows(column, in: .init(moves: [.back, .skip, .why]))
      let line = Footer.line(rows, width: 38, phrases: Words.english).text
      #expect(line.contains("! ") || line.contains("^G "), "\(column): \(line)")
    }
  }

  @Test("back, skip and why are there where the prompt allows them")
  func needs() {
    let keys: [(Character, Meaning, Prompt.Move)] = [
      ("b", .back, .back), ("s", .skip, .skip), ("w", .why, .why),
    ]
    for (key, meaning, move) in keys {
      #expect(KeyTable.meaning(of: .character(key), in: .choose, .init()) == nil)
      #expect(
        KeyTable.meaning(of: .character(key), in: .choose, .init(moves: [move])) == meaning)
    }
  }
}
