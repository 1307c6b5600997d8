import AllClearUI

/// What each meaning looks like.
///
/// The terminal's own foreground and background always stand; colour
/// adds to what attributes and words say already.
struct Theme: Sendable {
  private let style: @Sendable (Role) -> TerminalStyle

  private init(_ style: @escaping @Sendable (Role) -> TerminalStyle) {
    self.style = style
  }

  subscript(role: Role) -> TerminalStyle { style(role) }

  /// Two accents of the basic eight, readable on light and dark.
  static let standard = Theme { role in
    switch role {
    case .text: TerminalStyle()
    case .dim: TerminalStyle(dim: true)
    case .title: TerminalStyle(foreground: cyan)
    case .focus: TerminalStyle(bold: true, foreground: cyan)
    case .accent: TerminalStyle(foreground: cyan)
    case .notice: TerminalStyle(foreground: magenta)
    case .urgent: TerminalStyle(bold: true)
    case .emphasis: TerminalStyle(bold: true)
    case .key: TerminalStyle(foreground: cyan)
    }
  }

  /// No colour: bold, dim and reverse alone.
  static let mono = Theme { role in
    switch role {
    case .text, .title, .accent: TerminalStyle()
    case .dim: TerminalStyle(dim: true)
    case .focus: TerminalStyle(bold: true)
    case .notice: TerminalStyle(underline: true)
    case .urgent, .emphasis, .key: TerminalStyle(bold: true)
    }
  }

  private static let cyan = 6
  private static let magenta = 5
}
