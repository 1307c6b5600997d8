import AllClearEngine
import AllClearUI
import Testing

@testable import allclear

/// Themes: every meaning readable, and none told by colour alone.
@Suite("Themes")
struct ThemeTests {
  private static let counts = [0, 7, 8, 16, 88, 256]

  /// xterm's default palette, as far as themes use it.
  private static func components(_ color: Int) -> [Double] {
    let named: [Int: [Int]] = [
      0: [0, 0, 0], 4: [0, 0, 238], 5: [205, 0, 205], 8: [127, 127, 127], 13: [255, 0, 255],
      14: [0, 255, 255], 15: [255, 255, 255],
    ]
    if let parts = named[color] { return parts.map(Double.init) }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    return [cube / 36, cube / 6 % 6, cube % 6].map { Double(steps[$0]) }
  }

  private static func luminance(_ color: Int) -> Double {
    let parts = components(color).map { part -> Double in
      let share = part / 255
      return share <= 0.03928 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the power of 2.4.
  private static func power(_ base: Double) -> Double {
    // base^2.4 = base^2 * (base^2)^(1/5), the root by Newton's steps.
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }

  private static func ratio(_ one: Int, _ other: Int) -> Double {
    let (high, low) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test("each colour is readable on the ground that its theme is for", arguments: Look.allCases)
  func contrast(look: Look) {
    let grounds: [Look: [Int]] = [
      .standard: [0, 15], .light: [15], .sixteen: [0], .highContrast: [0], .mono: [],
    ]
    for colors in Self.counts {
      let theme = Theme(look, colors: colors)
      for role in Role.allCases {
        let style = theme[role]
        guard let ink = style.foreground else { continue }
        #expect(ink < max(colors, 8), "\(look) \(colors) \(role)")
        #expect(look != .mono)
        // With eight colours the bright ones fall back to what is readable on both.
        let papers = look == .sixteen && colors < 16 ? [0, 15] : grounds[look] ?? []
        for paper in papers { #expect(Self.ratio(ink, paper) >= 4.25, "\(look) \(colors) \(role)") }
      }
    }
  }

  @Test("the focus differs from text without its colour", arguments: Look.allCases)
  func focus(look: Look) {
    for colors in Self.counts {
      let theme = Theme(look, colors: colors)
      func bare(_ role: Role) -> TerminalStyle {
        var style = theme[role]
        style.foreground = nil
        style.background = nil
        return style
      }
      for role in [Role.focus, .urgent] {
        #expect(bare(role) != bare(.text), "\(look) \(colors) \(role)")
      }
    }
  }

  @Test("without colours there are none; high contrast dims nothing")
  func none() {
    for look in Look.allCases {
      for colors in [0, 7] {
        for role in Role.allCases { #expect(Theme(look, colors: colors)[role].foreground == nil) }
      }
    }
    for colors in Self.counts {
      let theme = Theme(.highContrast, colors: colors)
      #expect(!Role.allCases.contains { theme[$0].dim })
      #expect(theme[.focus].reverse && theme[.focus].bold)
    }
  }
}
