import AllClearUI
import Testing

@testable import allclear

@Suite("Keys of the terminal")
struct TerminalKeyTests {
  @Test(
    "a scalar is the key that a person means by it",
    arguments: [
      (0, nil), (1, .control("a")), (7, .control("g")), (8, .backspace), (9, .tab), (10, .enter),
      (13, .enter), (24, .control("x")), (26, .control("z")), (27, .escape), (28, nil),
      (32, .character(" ")), (33, .character("!")), (63, .character("?")), (127, .backspace),
      (233, .character("é")), (0x1F600, .character("😀")), (0xD800, nil), (0x110000, nil), (-1, nil),
    ] as [(Int32, Key?)])
  func scalar(value: Int32, key: Key?) {
    #expect(Key(scalar: value) == key)
  }

  @Test(
    "what the mouse did is a key with its place",
    arguments: [
      (0, nil), (1 << 24, .click(GridPoint(row: 0, column: 0))),
      (1 << 24 | 23 << 12 | 79, .click(GridPoint(row: 23, column: 79))),
      (2 << 24 | 5, .wheelUp), (3 << 24 | 7 << 12, .wheelDown), (4 << 24, nil), (-1, nil),
    ] as [(Int, Key?)])
  func mouse(value: Int, key: Key?) {
    #expect(Key(mouse: value) == key)
  }

  @Test(
    "a special key has its number",
    arguments: [
      (0, nil), (1, .left), (2, .right), (3, .up), (4, .down), (5, .home), (6, .end), (7, .pageUp),
      (8, .pageDown), (9, .enter), (10, .backspace), (11, .delete), (12, .backTab), (13, nil),
      (100, nil), (101, .function(1)), (112, .function(12)),
    ] as [(Int, Key?)])
  func special(value: Int, key: Key?) {
    #expect(Key(special: value) == key)
  }
}
