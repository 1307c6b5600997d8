/// Text cut into pages of whole items, and the page on which its question is asked.
struct Pages: Hashable {
  struct Page: Hashable {
    var items: [Item]
    /// The answers, the scale or the place to write stand on this page.
    var asks: Bool
    /// Which item of the whole text stands first.
    var firstItem: Int

    /// The rows that the items take.
    var height: Int { Pages.height(of: items) }
  }

  private(set) var pages: [Page]

  /// Fills pages from the first item on.
  /// - Parameters:
  ///   - rooms: The rows of the first page and of all others.
  ///   - asking: The least rows of what asks, 0 where nothing does.
  ///   - question: Stands above what asks on a page that has nothing else, where it has room.
  init(
    _ items: [Item], rooms: (first: Int, other: Int), asking: Int, question: Item? = nil
  ) {
    var filler = Filler(rooms: rooms)
    for (index, item) in items.enumerated() {
      let next = items.indices.contains(index + 1) ? items[index + 1] : nil
      filler.add(item, index: index, next: next)
    }
    pages = filler.finish()
    guard asking > 0 else { return }
    let last = pages.count - 1
    let room = last == 0 ? rooms.first : rooms.other
    let used = pages[last].height
    if used == 0 || used + 1 + asking <= room {
      pages[last].asks = true
    } else {
      let carried = carriedItem(from: pages[last], room: rooms.other, asking: asking)
      if let carried { pages[last].items.removeLast(carried.count) }
      let again = question.map { [$0] } ?? []
      let fits = Self.height(of: again) + 1 + asking <= rooms.other
      pages.append(
        Page(
          items: carried ?? (fits ? again : []), asks: true, firstItem: max(0, items.count - 1)))
    }
  }

  /// The last paragraph, when it can come along to stand above the answers.
  private func carriedItem(from page: Page, room: Int, asking: Int) -> [Item]? {
    guard page.items.count > 1, let last = page.items.last, !last.isListed,
      !page.items[page.items.count - 2].leads, last.height + 1 + asking <= room
    else { return nil }
    return [last]
  }

  /// The rows of items with the space between them.
  static func height(of items: [Item]) -> Int {
    items.enumerated().reduce(0) { sum, entry in
      sum + entry.element.height + (entry.offset > 0 && entry.element.isApart ? 1 : 0)
    }
  }

  private struct Filler {
    let rooms: (first: Int, other: Int)
    var pages: [Page] = []
    var page: [Item] = []
    var firstItem = 0

    var room: Int { max(1, pages.isEmpty ? rooms.first : rooms.other) }

    mutating func add(_ item: Item, index: Int, next: Item?) {
      if !page.isEmpty {
        let isTooMuch = Pages.height(of: page + [item]) > room
        let leavesNextAlone =
          if item.leads, let next { Pages.height(of: page + [item, next]) > room } else { false }
        if isTooMuch || leavesNextAlone { endPage() }
      }
      if page.isEmpty { firstItem = index }
      var rest = item
      while rest.height > room {
        // No page is high enough for it: it goes on over the next.
        var part = rest
        part.lines = Array(rest.lines.prefix(room))
        rest.lines.removeFirst(room)
        rest.isApart = false
        page.append(part)
        endPage()
        firstItem = index
      }
      if !rest.lines.isEmpty { page.append(rest) }
    }

    mutating func endPage() {
      guard !page.isEmpty else { return }
      pages.append(Page(items: page, asks: false, firstItem: firstItem))
      page = []
    }

    mutating func finish() -> [Page] {
      endPage()
      return pages.isEmpty ? [Page(items: [], asks: false, firstItem: 0)] : pages
    }
  }
}
