/// A soft round shape that swells and ebbs as a resting breath does; it asks for nothing.
enum BreathFigure {
  /// One swell and ebb.
  static let period: Duration = .seconds(9)

  /// How far it has swelled at a moment, 0 to 1.
  static func swell(at elapsed: Duration) -> Double {
    let parts = elapsed.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    let length = Double(period.components.seconds)
    let at = seconds.truncatingRemainder(dividingBy: length) / length
    let way = at < 0.45 ? at / 0.45 : 1 - (at - 0.45) / 0.55
    return way * way * (3 - 2 * way)
  }

  /// The lines of the shape, each `2 * rows - 1` columns wide.
  /// - Parameter swell: 0 to 1; a shape at rest is half swelled.
  static func lines(rows: Int, swell: Double, glyphs: Glyphs) -> [StyledLine] {
    guard rows > 0 else { return [] }
    let middle = rows / 2
    let radius = (Double(middle) + 0.4) * (0.42 + 0.58 * min(1, max(0, swell)))
    return (0..<rows).map { row in
      var spans: [Span] = []
      for column in 0..<rows {
        let (x, y) = (Double(column - middle), Double(row - middle))
        let ratio = (x * x + y * y).squareRoot() / radius
        let (sign, role): (Character, Role) =
          switch ratio {
          case ..<0.4: (glyphs.breath[1], .accent)
          case ..<0.75: (glyphs.breath[2], .accent)
          case ...1: (glyphs.breath[3], .dim)
          default: (" ", .dim)
          }
        if column > 0 { spans.append(Span(text: " ", role: .dim)) }
        spans.append(Span(text: String(sign), role: role))
      }
      return StyledLine(spans)
    }
  }
}
