import AllClearEngine
import Testing

@testable import AllClearUI

/// The table of keys as sections of the manual page: what columns share is said once.
struct KeySections {
  struct Row: Hashable {
    var keys: String
    var does: String
  }

  struct Section: Hashable {
    var title: String
    var rows: [Row]
  }

  let sections: [Section]

  init() throws {
    let phrases = try #require(Library.real).program.phrases
    func rows(_ column: KeyColumn) -> [Row] {
      KeyTable.rows(column).map { row in
        let names = row.names.map { name in
          switch name {
          case .phrase(let phrase): phrases(phrase)
          case .sign(let sign): sign
          }
        }
        return Row(keys: names.joined(separator: ", "), does: phrases(row.label))
      }
    }
    func shared(_ columns: [KeyColumn]) -> [Row] {
      guard let first = columns.first else { return [] }
      return rows(first).filter { row in columns.allSatisfy { rows($0).contains(row) } }
    }
    let reading: [KeyColumn] = [.card, .choose, .many, .gate, .scale]
    let practising: [KeyColumn] = [.ready, .running, .ownPace, .paused, .stopOffer, .ended]
    let everywhere = shared(KeyColumn.allCases.filter { $0 != .blank })
    let whereRead = shared(reading).filter { !everywhere.contains($0) }
    let wherePractised = shared(practising).filter { !everywhere.contains($0) }
    var sections = [
      Section(title: "Everywhere", rows: everywhere),
      Section(title: "At every card and question", rows: whereRead),
      Section(title: "Around every practice", rows: wherePractised),
    ]
    for column in KeyColumn.allCases {
      var said = everywhere
      if reading.contains(column) { said += whereRead }
      if practising.contains(column) { said += wherePractised }
      let own = rows(column).filter { !said.contains($0) }
      guard !own.isEmpty else { continue }
      if let same = sections.firstIndex(where: { $0.rows == own }) {
        sections[same].title += "; " + Self.title(column).lowercased()
      } else {
        sections.append(Section(title: Self.title(column), rows: own))
      }
    }
    self.sections = sections
  }

  var lines: [String] {
    sections.flatMap { section in
      [".SS " + Roff.escaped(section.title)]
        + section.rows.flatMap {
          Roff.item("\\fB" + Roff.escaped($0.keys) + "\\fR", [Roff.escaped($0.does)])
        }
    }
  }

  /// What a column is called; one without a name here is called as it is in code.
  private static func title(_ column: KeyColumn) -> String {
    let titles = [
      "card": "Something to read", "choose": "A list to choose from",
      "many": "A list to mark in", "gate": "A safety question", "scale": "A scale",
      "write": "Writing", "collect": "Writing a list", "beforeWriting": "Before writing",
      "ready": "Before a practice", "running": "During a practice",
      "ownPace": "During a practice at one's own pace", "paused": "When it is paused",
      "stopOffer": "When it offers to stop", "ended": "After a practice",
      "search": "Searching a list", "help": "The list of keys",
    ]
    let name = String("\(column)".prefix { $0 != "(" })
    return titles[name] ?? name.prefix(1).uppercased() + name.dropFirst()
  }
}
