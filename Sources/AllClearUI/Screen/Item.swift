import AllClearEngine

/// Lines that stay together on one page.
struct Item: Hashable {
  var lines: [StyledLine]
  /// An empty line before it, unless it opens a page.
  var isApart = true
  /// Says what comes next: not left alone at the foot of a page.
  var leads = false
  /// Nothing stands between it and what it leads to.
  var isClose = false
  /// One of a list: nothing of a list is taken along to another page alone.
  var isListed = false

  var height: Int { lines.count }

  /// The same with an empty line between its lines, for a room.
  var spaced: Item {
    var item = self
    item.lines = lines.spaced
    return item
  }

  /// Prose as items, broken at a width.
  /// - Parameter room: The rows of a page, which a chart shares with the sentence beneath it.
  static func items(
    of prose: Prose, width: Int, glyphs: Glyphs, room: Int, role: Role = .text
  ) -> [Item] {
    var items: [Item] = []
    for (index, block) in prose.blocks.enumerated() {
      let next = prose.blocks.indices.contains(index + 1) ? prose.blocks[index + 1] : nil
      switch block {
      case .paragraph(let runs):
        let lines = Wrap.lines(of: spans(runs, role), width: width)
        guard !lines.isEmpty else { continue }
        let leads =
          switch next {
          // A chart belongs to what stands beneath it.
          case .paragraph, .chart: false
          default: next != nil
          }
        items.append(Item(lines: lines, isApart: !(items.last?.isClose ?? false), leads: leads))
      case .item(let runs):
        let lines = Wrap.lines(of: spans(runs, role), width: max(1, width - 4))
        guard !lines.isEmpty else { continue }
        let follows = items.last?.isListed ?? false
        items.append(
          Item(
            lines: hanging(lines, sign: "  \(glyphs.bullet) ", role: .dim), isApart: !follows,
            isListed: true))
      case .numbers(let numbers):
        items.append(
          Item(lines: numberLines(numbers, width: width), isApart: !(items.last?.leads ?? false)))
      case .numbersHole: continue
      case .chart(let chart):
        let sentence =
          if case .paragraph(let runs) = next {
            Wrap.lines(of: spans(runs, role), width: width)
          } else { [StyledLine]() }
        let figure = ChartFigure(
          chart: chart, width: width, glyphs: glyphs, room: room - sentence.count)
        guard figure.rows > 0 else { continue }
        items.append(Item(lines: figure.lines, leads: true, isClose: figure.isClose))
      }
    }
    return items
  }

  /// What an answer page says once more of its prose: the last paragraph that asks, else the first.
  static func question(of prose: Prose, width: Int, glyphs: Glyphs) -> Item? {
    // Without room for a drawing: a sentence is said once more, a chart is not.
    let items = items(of: prose, width: width, glyphs: glyphs, room: 0, role: .dim)
    return items.last { $0.lines.last?.text.hasSuffix("?") == true && !$0.isListed } ?? items.first
  }

  /// Numbers first, each on its own line; a name that has no room goes beneath its number.
  static func numberLines(_ numbers: [TelephoneNumber], width: Int) -> [StyledLine] {
    numbers.flatMap { number -> [StyledLine] in
      let whole = StyledLine([
        Span(text: number.number, role: .urgent), Span(text: "  " + number.name, role: .text),
      ])
      if whole.width <= width { return [whole] }
      return Wrap.lines(number.number, width: width, role: .urgent)
        + Wrap.lines(number.name, width: max(1, width - 2)).map { $0.indented(by: 2) }
    }
  }

  /// Lines behind a sign, the later ones under the text of the first.
  static func hanging(_ lines: [StyledLine], sign: String, role: Role) -> [StyledLine] {
    let indent = TextWidth.of(sign)
    return lines.enumerated().map { index, line in
      index == 0
        ? StyledLine([Span(text: sign, role: role)] + line.spans) : line.indented(by: indent)
    }
  }

  /// The runs of a block as spans; holes were filled before.
  static func spans(_ runs: [Prose.Run], _ role: Role) -> [Span] {
    runs.map { run in
      switch run {
      case .plain(let text): Span(text: text, role: role)
      case .emphasis(let text): Span(text: text, role: role == .text ? .emphasis : role)
      case .hole(let hole): Span(text: hole.fallback ?? "", role: role)
      }
    }
  }
}

extension [StyledLine] {
  /// The same with an empty line between any two.
  var spaced: [StyledLine] {
    Array(map { [$0] }.joined(separator: [StyledLine()]))
  }
}
