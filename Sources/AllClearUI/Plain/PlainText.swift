import AllClearEngine

/// Text as plain lines: wrapped at words where there is a width, and harmless to show.
struct PlainText {
  /// The columns of the terminal; `nil` is not wrapped at all.
  let width: Int?

  /// The lines of one text; its own line breaks are kept.
  func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { part -> [String] in
      guard let width else { return [Inert.shown(String(part))] }
      return Wrap.lines(String(part), width: width).map(\.text)
    }
  }

  /// Paragraphs, items after a hyphen, each telephone number on a line of its own.
  func lines(_ prose: Prose) -> [String] {
    prose.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let runs): lines(text(runs))
      case .item(let runs): lines("- " + text(runs))
      case .numbers(let numbers): self.numbers(numbers)
      // A chart is for eyes: the sentence below it says the same.
      case .numbersHole, .chart: []
      }
    }
  }

  /// A number and its name; a name that has no room goes on the next line.
  func numbers(_ numbers: [TelephoneNumber]) -> [String] {
    numbers.flatMap { number -> [String] in
      let line = Inert.shown(number.line)
      guard let width, TextWidth.of(line) > width else { return [line] }
      return lines(number.number) + lines(number.name)
    }
  }

  private func text(_ runs: [Prose.Run]) -> String {
    Item.spans(runs, .text).map(\.text).joined()
  }
}
