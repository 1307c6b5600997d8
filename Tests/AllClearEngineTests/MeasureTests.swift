import AllClearEngine
import Testing

@Suite("Measures")
struct MeasureTests {
  private static let options = (0...3).map {
    Measure.Option(id: "o\($0)", text: "\($0)", score: $0)
  }

  private static let measure = Measure(
    id: "m", title: "M", rights: "Made up.",
    items: ["a", "b", "c"].map { Measure.Item(id: $0, text: Prose($0), options: options) },
    scores: [
      .init(
        name: "total", items: ["a", "b", "c"],
        ranges: [
          .init(id: "low", from: 0, to: 4, text: "low"),
          .init(id: "high", from: 5, to: 9, text: "high"),
        ]), .init(name: "part", items: ["b"]),
    ])

  @Test("A total adds up its items, and each total lies in one range")
  func totals() {
    for a in 0...3 {
      for b in 0...3 {
        for c in 0...3 {
          let answers = ["a": "o\(a)", "b": "o\(b)", "c": "o\(c)"]
          let total = Self.measure.total("total", of: answers)
          #expect(total == a + b + c)
          #expect(
            Self.measure.scores[0].range(of: a + b + c)?.id == (a + b + c < 5 ? "low" : "high"))
          #expect(Self.measure.total("part", of: answers) == b)
        }
      }
    }
    #expect(Self.measure.extent(of: Self.measure.scores[0]) == 0...9)
    #expect(Self.measure.scores[0].range(of: 10) == nil)
  }

  @Test("An item without an answer, or with one that is gone, leaves no total")
  func gaps() {
    #expect(Self.measure.total("total", of: ["a": "o1", "b": "o1"]) == nil)
    #expect(Self.measure.total("total", of: ["a": "o1", "b": "o1", "c": "o9"]) == nil)
    #expect(Self.measure.total("part", of: ["b": "o2"]) == 2)
    #expect(Self.measure.total("none", of: ["b": "o2"]) == nil)
  }
}
