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
  var axis: ChartAxis
  var chart: ChartSigns

  /// For terminals that show Unicode.
  public static let unicode = Glyphs(
    pointer: "›", bullet: "•", marked: "●", unmarked: "○", track: "━", restOfTrack: "─",
    point: "●", separator: "·", more: "…", breath: ["●", "•", "∙", "·"],
    axis: ChartAxis(side: "│", corner: "└", floor: "─"), chart: .dots)

  /// For a console whose letters have no dots: charts are drawn with letters.
  public static let console: Glyphs = {
    var glyphs = unicode
    glyphs.chart = .ascii
    return glyphs
  }()

  /// For every other terminal.
  public static let ascii = Glyphs(
    pointer: ">", bullet: "-", marked: "(x)", unmarked: "( )", track: "=", restOfTrack: "-",
    point: "O", separator: ",", more: "~", breath: ["O", "o", ".", "."],
    axis: ChartAxis(side: "|", corner: "+", floor: "-"), chart: .ascii)
}
