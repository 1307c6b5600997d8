import AllClearEngine

/// A prompt's text laid out for a screen: what stands first, and pages of items.
struct Sheet {
  let layout: Layout
  let pages: [Pages.Page]
  /// The urgent numbers on the first page and on all others.
  let urgentFirst: [StyledLine]
  let urgentOther: [StyledLine]
  let options: [OptionLines]
  /// How to reach plain text, above the first page.
  let offer: [StyledLine]
  private let rooms: (first: Int, other: Int)

  init(_ prompt: Prompt, on screen: Screen) {
    let (phrases, glyphs) = (screen.phrases, screen.glyphs)
    let layout = Layout(
      screen.size, hasHeading: Sheet.shownHeading(of: prompt) != nil, isHall: screen.isHall)
    self.layout = layout
    let prose = Sheet.prose(of: prompt, phrases)
    // The way to plain text takes the very first rows.
    offer =
      prompt.offersPlain ? Wrap.lines(phrases(.plainOffer), width: layout.width, role: .dim) : []
    let taken = offer.isEmpty ? 0 : max(0, offer.count + 1 - layout.top)
    let compact = Urgent.compact(prompt.urgent, width: layout.width, glyphs: glyphs)
    let full = Urgent.full(prompt.urgent, width: layout.width)
    let isFull =
      !prompt.urgent.isEmpty && !Urgent.areListed(prompt.urgent, in: prose)
      && full.count + 1 <= layout.room / 2
    urgentFirst = isFull ? full : compact
    urgentOther = compact
    func room(_ urgent: [StyledLine], _ taken: Int) -> Int {
      max(1, layout.room - taken - (urgent.isEmpty ? 0 : urgent.count + 1))
    }
    rooms = (first: room(urgentFirst, taken), other: room(urgentOther, 0))
    var items = Item.items(
      of: prose, width: layout.width, glyphs: glyphs, room: min(rooms.first, rooms.other))
    if case .collect(_, _, let seeds) = prompt.body, !seeds.isEmpty {
      items += Sheet.seeds(seeds, phrases, glyphs, width: layout.width)
    }
    let noticed = Sheet.notice(of: prompt, width: layout.width)
    let options = OptionLines.all(
      prompt.body, width: layout.width, glyphs: glyphs, room: rooms.other)
    self.options = screen.isHall ? options.map(\.spaced) : options
    let asking = Sheet.asking(prompt.body, options: self.options, layout: layout, rooms: rooms)
    if let trial = prompt.trial {
      let roomy = noticed + TrialItems.roomy(trial, width: layout.width) + items
      let isRoom = Pages.height(of: roomy) + 1 + asking <= rooms.first
      items = isRoom ? roomy : noticed + TrialItems.compact(trial, width: layout.width) + items
    } else {
      items = noticed + items
    }
    if screen.isHall { items = items.map(\.spaced) }
    // Answers that stand on a page of their own have their question above them once more.
    let question = Item.question(of: prose, width: layout.width, glyphs: glyphs)
    // A safety question's answers stay together; every other list may be longer than a page.
    let list = if case .choose = prompt.body { self.options.map(\.lines.count) } else { [Int]() }
    pages =
      Pages(
        items, rooms: rooms, asking: asking, question: self.options.isEmpty ? nil : question,
        list: list
      ).pages
  }

  /// The rows of a page.
  func room(page: Int) -> Int { page == 0 ? rooms.first : rooms.other }

  /// The page that an answer of a list stands on; `nil` where answers have no pages of their own.
  func page(ofOption option: Int) -> Int? { pages.firstIndex { $0.options.contains(option) } }

  /// The urgent numbers of a page.
  func urgent(page: Int) -> [StyledLine] { page == 0 ? urgentFirst : urgentOther }

  static func heading(of prompt: Prompt) -> String? {
    if case .practice(let view) = prompt.body { return view.title }
    return prompt.heading
  }

  /// Where plain text is offered, the offer takes the heading's place.
  static func shownHeading(of prompt: Prompt) -> String? {
    prompt.offersPlain ? nil : heading(of: prompt)
  }

  static func prose(of prompt: Prompt, _ phrases: Phrases) -> Prose {
    switch prompt.body {
    case .card(let prose), .choose(let prose, _, _), .scale(let prose, _), .write(let prose, _),
      .collect(let prose, _, _), .gate(let prose, _):
      return prose
    case .practice(let view):
      // Each line of the phrase is a paragraph.
      var lines = phrases(.practiceReady, holes(of: view, phrases)).split(separator: "\n")
      let offer: Phrase? = prompt.moves.contains(.voice) ? .voiceOffer : nil
      if let voice = phrase(of: view.voice) ?? offer { lines.append(Substring(phrases(voice))) }
      return Prose(lines.map { .paragraph([.plain(String($0))]) })
    }
  }

  /// What is said of a voice; `nil` where nobody has asked for one.
  static func phrase(of voice: Voice) -> Phrase? {
    switch voice {
    case .off: nil
    case .on: .voiceOn
    case .heldBack: .voiceHeldBack
    }
  }

  /// How long a practice is, in words.
  static func holes(of view: PracticeView, _ phrases: Phrases) -> [String: String] {
    [
      "minutes": phrases(.minutes, n: view.minutes),
      "lines": phrases(.practiceLines, n: view.lineCount),
      "bells": phrases(view.hasBells ? .withBells : .withoutBells),
    ]
  }

  private static func notice(of prompt: Prompt, width: Int) -> [Item] {
    let lines = prompt.notice.map { Wrap.lines($0, width: width, role: .notice) } ?? []
    return lines.isEmpty ? [] : [Item(lines: lines)]
  }

  private static func seeds(
    _ seeds: [String], _ phrases: Phrases, _ glyphs: Glyphs, width: Int
  ) -> [Item] {
    let lead = Wrap.lines(phrases(.forExample), width: width, role: .dim)
    let lines = seeds.flatMap { seed in
      Item.hanging(
        Wrap.lines(seed, width: max(1, width - 4), role: .dim), sign: "  \(glyphs.bullet) ",
        role: .dim)
    }
    return [Item(lines: lead + lines)]
  }

  /// The least rows that the answering part of a prompt needs.
  private static func asking(
    _ body: Prompt.Body, options: [OptionLines], layout: Layout, rooms: (first: Int, other: Int)
  ) -> Int {
    switch body {
    case .card, .practice: 0
    case .choose, .gate: min(rooms.other, options.reduce(0) { $0 + $1.lines.count })
    case .scale(_, let scale): ScaleFigure.height(scale, width: layout.width)
    case .write: min(rooms.other, layout.size.rows >= 20 ? 5 : 3)
    case .collect(_, let atMost, _): min(rooms.other, max(1, min(atMost, 5)))
    }
  }
}
