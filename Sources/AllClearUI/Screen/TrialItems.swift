import AllClearEngine

/// A movement that is about to be tried, as it stands above what is to be done.
enum TrialItems {
  /// A line for each thing that was said before, close together.
  static func compact(_ trial: Prompt.Trial, width: Int) -> [Item] {
    let parts = trial.parts.enumerated().map { index, part in
      Item(
        lines: Wrap.lines(
          of: [Span(text: part.label + ": ", role: .dim), Span(text: part.text, role: .text)],
          width: width), isApart: index == 0)
    }
    return parts + stop(trial, width: width)
  }

  /// Each label on a line of its own, what was said beneath it, and room between.
  static func roomy(_ trial: Prompt.Trial, width: Int) -> [Item] {
    let parts = trial.parts.map { part in
      Item(
        lines: Wrap.lines(part.label, width: width, role: .dim)
          + Wrap.lines(part.text, width: max(1, width - 2)).map { $0.indented(by: 2) })
    }
    return parts + stop(trial, width: width)
  }

  private static func stop(_ trial: Prompt.Trial, width: Int) -> [Item] {
    let lines = Wrap.lines(trial.stop, width: width)
    return lines.isEmpty ? [] : [Item(lines: lines)]
  }
}
