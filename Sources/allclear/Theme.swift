import AllClearEngine
import AllClearUI

/// What each meaning looks like.
///
/// Colour adds to what attributes, signs and words say already: a list's focus has its pointer, a
/// notice its place. Ratios below are contrast by WCAG 2 in xterm's default palette, first against
/// black and then against white; text wants 4.5, and what is bold or large 3.
struct Theme: Sendable {
  private let style: @Sendable (Role) -> TerminalStyle
  /// Whether it has a background of its own, so that blank cells are drawn too.
  let fillsScreen: Bool

  private init(fillsScreen: Bool = false, _ style: @escaping @Sendable (Role) -> TerminalStyle) {
    self.style = style
    self.fillsScreen = fillsScreen
  }

  /// The theme of that name, or what is nearest to it with so many colours.
  init(_ look: Look, colors: Int) {
    switch look {
    case _ where look != .highContrast && colors < 8: self = .mono
    case .standard, .hall: self = colors >= 256 ? .standard : .standardOfEight
    case .light: self = .light
    case .highContrast: self = colors >= 16 ? .highContrastFilled : .highContrast
    case .mono: self = .mono
    case .sixteen: self = colors >= 16 ? .sixteen : .standardOfEight
    }
  }

  subscript(role: Role) -> TerminalStyle { style(role) }

  /// Two accents that few terminals of today lack.
  ///
  /// Teal 30, #008787, with 4.8 and 4.4; violet 97,
  /// #875faf, with 4.3 and 4.9. Nothing reaches more than 4.6 on both.
  static let standard = accented(30, 97)

  /// One accent, where there are eight colours.
  ///
  /// Of these only magenta, #cd00cd, is readable on both: 4.5 and 4.7. Cyan, #00cdcd, has
  /// 10.6 and 2.0. So the second accent is the first, underlined.
  static let standardOfEight = accented(magenta, nil)

  private static func accented(_ first: Int, _ second: Int?) -> Theme {
    Theme { role in
      switch role {
      case .text: TerminalStyle()
      case .dim: TerminalStyle(dim: true)
      case .title, .accent, .key: TerminalStyle(foreground: first)
      case .focus: TerminalStyle(bold: true, foreground: first)
      case .notice: TerminalStyle(underline: second == nil, foreground: second ?? first)
      case .urgent, .emphasis: TerminalStyle(bold: true)
      }
    }
  }

  /// For a light window: dark ink.
  ///
  /// On white: blue, #0000ee, 9.4; magenta, #cd00cd, 4.7. What is dim stays as dark as the rest.
  static let light = Theme { role in
    switch role {
    case .text, .dim: TerminalStyle()
    case .title, .accent, .key: TerminalStyle(foreground: blue)
    case .focus: TerminalStyle(bold: true, foreground: blue)
    case .notice: TerminalStyle(foreground: magenta)
    case .urgent, .emphasis: TerminalStyle(bold: true)
    }
  }

  /// The terminal's own two colours, with nothing dim and the focus reversed.
  static let highContrast = contrasting(nil, on: nil)

  /// Bright white, #ffffff, on black: 21.
  static let highContrastFilled = contrasting(white, on: black)

  private static func contrasting(_ ink: Int?, on paper: Int?) -> Theme {
    Theme(fillsScreen: paper != nil) { role in
      var style = TerminalStyle(foreground: ink, background: paper)
      switch role {
      case .text, .dim, .accent: break
      case .title, .notice: style.underline = true
      case .focus:
        style.bold = true
        style.reverse = true
      case .urgent, .emphasis, .key: style.bold = true
      }
      return style
    }
  }

  /// No colour: bold, dim and underline alone.
  static let mono = Theme { role in
    switch role {
    case .text, .title, .accent: TerminalStyle()
    case .dim: TerminalStyle(dim: true)
    case .focus: TerminalStyle(bold: true)
    case .notice: TerminalStyle(underline: true)
    case .urgent, .emphasis, .key: TerminalStyle(bold: true)
    }
  }

  /// On black: bright cyan, #00ffff, 16.7; bright magenta, #ff00ff, 6.7; bright black, #7f7f7f, 5.2.
  static let sixteen = Theme { role in
    switch role {
    case .text: TerminalStyle()
    case .dim: TerminalStyle(foreground: brightBlack)
    case .title, .accent, .key: TerminalStyle(foreground: brightCyan)
    case .focus: TerminalStyle(bold: true, foreground: brightCyan)
    case .notice: TerminalStyle(foreground: brightMagenta)
    case .urgent, .emphasis: TerminalStyle(bold: true, foreground: white)
    }
  }

  private static let black = 0
  private static let blue = 4
  private static let magenta = 5
  private static let brightBlack = 8
  private static let brightMagenta = 13
  private static let brightCyan = 14
  private static let white = 15
}
