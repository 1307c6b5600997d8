import AllClearEngine
import Testing

@Suite("Prose")
struct ProseTests {
  let prose = Prose([
    .paragraph([
      .plain("It was "), .hole(Prose.Hole(.answer(.step("pain")), fallback: "some")),
      .emphasis(" of ten"), .hole(Prose.Hole(.since)),
    ]),
    .item([.hole(Prose.Hole(.safetyLine, fallback: "a line"))]),
    .numbersHole(.sameDay),
    .numbers([TelephoneNumber(number: "112", name: "Europe")]),
  ])

  @Test("Holes and lists of numbers are filled, and everything else stays")
  func filled() {
    let filled = prose.filled(
      by: { hole in hole.source == .answer(.step("pain")) ? "4" : "none" },
      numbers: { [TelephoneNumber(number: $0.rawValue, name: "x")] })
    #expect(
      filled.blocks == [
        .paragraph([.plain("It was "), .plain("4"), .emphasis(" of ten"), .plain("none")]),
        .item([.plain("none")]),
        .numbers([TelephoneNumber(number: "same-day-numbers", name: "x")]),
        .numbers([TelephoneNumber(number: "112", name: "Europe")]),
      ])
  }

  @Test("The text alone shows fallbacks, items by a dash, and numbers first")
  func plainText() {
    #expect(prose.plainText == "It was some of ten\n- a line\n\n112  Europe")
    #expect(Prose("").blocks.isEmpty)
    #expect(Prose("One.").plainText == "One.")
  }
}
