/// The few signs that are not letters.
public struct Glyphs: Hashable, Sendable {
  /// Stands before the selected item and the line that is written.
  var pointer: Character
  var bullet: Character
  var marked: String
  var unmarked: String
  /// A scale's line up to its value, and beyond it.
  var track: Character
  var restOfTrack: Character
  var point: Character
  /// Parts numbers in a row.
  var separator: Character
  /// Text goes on where there is no room for it.
  var more: Character
  /// The breath figure, from its middle outwards.
  var breath: [Character]

  /// For terminals that show Unicode.
  public static let unicode = Glyphs(
    pointer: "›", bullet: "•", marked: "●", unmarked: "○", track: "━", restOfTrack: "─",
    point: "●", separator: "·", more: "…", breath: ["●", "•", "∙", "·"])

  /// For every other terminal.
  public static let ascii = Glyphs(
    pointer: ">", bullet: "-", marked: "(x)", unmarked: "( )", track: "=", restOfTrack: "-",
    point: "O", separator: ",", more: "~", breath: ["O", "o", ".", "."])
}
