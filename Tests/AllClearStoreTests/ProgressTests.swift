import AllClearEngine
import Testing

@testable import AllClearStore

@Suite("What has changed")
struct ProgressTests {
  @Test("An empty journal tells of nothing")
  func empty() throws {
    #expect(try Store.open(.memory).progress() == Progress())
  }

  @Test("What is read by index is what follows from all records that stand", arguments: 0..<80)
  func standing(seed: Int) throws {
    let store = try Store.open(.memory)
    var life = Life(seed: seed, takesBack: !seed.isMultiple(of: 2))
    for _ in 0..<200 {
      let (record, info) = life.next()
      try store.write([record], in: info)
    }
    var progress = Progress()
    for (record, info) in life.standing { progress.apply(record, in: info.module) }
    #expect(try store.progress() == progress)
  }

  @Test("No question looks through all records", arguments: ProgressQuery.all)
  func plan(sql: String) throws {
    let steps = try Store.open(.memory).plan(of: sql)
    let short = ["record_practice", "record_completed"]
    for step in steps where step.hasPrefix("SCAN kept") || step.hasPrefix("SCAN ended") {
      // The first record is the first row.
      let isShort = sql == ProgressQuery.first || short.contains { step.hasSuffix("INDEX \($0)") }
      #expect(isShort, "\(step)")
    }
    #expect(!steps.isEmpty)
  }
}
