import AllClearEngine
import AllClearScript
import Testing

@Suite("The file of a tour")
struct TourFileTests {
  @Test("what it names has to exist, and the seconds of a cut add up")
  func faults() throws {
    var files = try GoodContentTests.files()
    files["tour.yaml"] = [UInt8](
      """
      format: 1
      tour: talk
      title: A talk
      persona: nobody
      stops:
        - id: one
          title: One
          cuts: {14: 60, 7: 60}
          shows:
            - {at: nowhere}
            - {at: page.none}
            - {at: home, cue: 3}
          notes: Something.

      """.utf8)
    let faults = Fixtures.compiler(files).checkAll(files: [])
    let told = Set(faults.map { "\($0.line):\($0.column) \($0.code.rawValue)" })
    #expect(
      told == [
        "5:1 wrong-count", "8:20 bad-word", "10:14 unknown-door", "11:14 unknown-door",
        "12:14 unknown-door", "12:20 misplaced-key",
      ])
  }

  @Test("a good one comes out with its stops, cuts and screens")
  func good() throws {
    let compiler = try GoodContentTests.compiler()
    let program = try #require(compiler.program().program)
    let tour = try #require(compiler.tour(of: program).tour)
    #expect(tour.cuts == [14, 5])
    #expect(tour.stops(in: 5).map(\.id) == ["opening"])
    #expect(tour.stops.flatMap(\.shows).map(\.cue) == [nil, 2, nil])
  }
}
