import AllClearEngine
import Foundation
import Testing

/// Every way of standing by every way in, as a table that a person can read.
///
/// `HoldTable.txt` is that table; `ALLCLEAR_RECORD=1` writes it, and fails.
@Suite("The hold table")
struct HoldTableTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "HoldTable.txt")

  @Test("Every hold stands at every door as the table says")
  func table() throws {
    let table = Self.rendered(Self.cells())
    if ProcessInfo.processInfo.environment["ALLCLEAR_RECORD"] == "1" {
      try table.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded: read it before it is kept")
      return
    }
    let kept = try? String(contentsOf: Self.file, encoding: .utf8)
    #expect((kept == table) as Bool, "\(table)")
  }

  @Test("Nothing but a valid pass and no closing hold lets the body in, by any column")
  func rule() {
    let closing: Set<Hold> = [.emergency, .sameDay, .notExamined, .lessonsOnly, .sitting]
    for (row, column, scenario) in Self.arrivals {
      guard case .practice(let view) = scenario.app.prompt.body,
        let practice = scenario.library.practices.values.first(where: { $0.title == view.title }),
        practice.attention != .outside
      else { continue }
      let holds = scenario.app.holds(at: scenario.now.wall)
      #expect(holds.pass == .valid, "\(row.name), \(column.name)")
      #expect(holds.standing.isDisjoint(with: closing), "\(row.name), \(column.name)")
      #expect(
        practice.attention != .movement || !holds.standing.contains(.movementPaused),
        "\(row.name), \(column.name)")
      #expect(!holds.standing.contains(.gentle) || view.minutes == 1)
    }
  }

  @Test("A door that the program is started with is no other than the same door at Home")
  func started() {
    for row in HoldRow.all where row.pass != .new {
      let starts = row.starts
      for column in HoldColumn.all {
        guard case .open(let door)? = column.events.first, var direct = starts[column.step],
          var atHome = starts[column.step]
        else { continue }
        direct.run(.begin(.door(door)))
        atHome.run(.begin(.home))
        atHome.run(.open(door))
        for event in column.events.dropFirst() {
          direct.run(event)
          atHome.run(event)
        }
        let (one, other) = (column.reads(direct.app.prompt), column.reads(atHome.app.prompt))
        #expect(one == other, "\(row.name), \(column.name)")
      }
    }
  }

  private static let arrivals: [(HoldRow, HoldColumn, Scenario)] = HoldRow.all.flatMap { row in
    let starts = row.starts
    return HoldColumn.all.compactMap { column in
      starts[column.step].map { (row, column, arrive($0, column)) }
    }
  }

  private static func arrive(_ start: Scenario, _ column: HoldColumn) -> Scenario {
    var scenario = start
    scenario.run(.begin(.home))
    for event in column.events {
      let first = scenario.app.prompt.suggestion
      scenario.run(event == HoldColumn.first ? .pick(first) : event)
    }
    return scenario
  }

  private static func cells() -> [[String]] {
    HoldColumn.all.map { column in
      [column.name]
        + arrivals.filter { $0.1.name == column.name }.map { column.reads($0.2.app.prompt) }
    }
  }

  /// Ways of standing downwards, doors across.
  private static func rendered(_ columns: [[String]]) -> String {
    let names = ["standing \\ door"] + HoldRow.all.map(\.name)
    let all = [names] + columns
    let widths = all.map { column in column.map(\.count).max() ?? 0 }
    return names.indices.map { row in
      let cells = all.indices.map { column in
        all[column][row].padding(toLength: widths[column], withPad: " ", startingAt: 0)
      }
      return cells.joined(separator: " | ").trimmingCharacters(in: .whitespaces) + "\n"
    }.joined()
  }
}
