/// Text cut into pages of whole items, and the pages on which its question is asked.
struct Pages: Hashable {
  struct Page: Hashable {
    var items: [Item]
    /// The answers, the scale or the place to write stand on this page.
    var asks: Bool
    /// Which item of the whole text stands first.
    var firstItem: Int
    /// Which answers of a list stand here; empty where what asks is no list.
    var options = 0..<0

    /// The rows that the items take.
    var height: Int { Pages.height(of: items) }
  }

  private(set) var pages: [Page]

  /// Fills pages from the first item on.
  /// - Parameters:
  ///   - rooms: The rows of the first page and of all others.
  ///   - asking: The least rows of what asks, 0 where nothing does.
  ///   - question: Stands above what asks on a page that has nothing else, where it has room.
  ///   - list: The rows of each answer of a list that may go on over pages.
  init(
    _ items: [Item], rooms: (first: Int, other: Int), asking: Int, question: Item? = nil,
    list: [Int] = []
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
    let rows = list.isEmpty ? asking : list.reduce(0, +)
    let again = question.map { [$0] } ?? []
    let fits = Self.height(of: again) + 1 + rows <= rooms.other
    let isLong = !list.isEmpty && !fits
    let carried = carriedItem(from: pages[last], room: rooms.other, asking: rows)
    let isHere = used == 0 ? list.isEmpty || rows <= room : used + 1 + rows <= room
    if isHere {
      pages[last].asks = true
    } else if carried == nil, isLong || used == 0 {
      addList(list, under: again, rooms: rooms, firstItem: max(0, items.count - 1))
      return
    } else {
      if let carried { pages[last].items.removeLast(carried.count) }
      pages.append(
        Page(
          items: carried ?? (fits ? again : []), asks: true, firstItem: max(0, items.count - 1)))
    }
    pages[pages.count - 1].options = list.indices
  }

  /// A list that is longer than a page begins under its question and goes on over pages.
  private mutating func addList(
    _ list: [Int], under question: [Item], rooms: (first: Int, other: Int), firstItem: Int
  ) {
    var next = 0
    func fitting(_ room: Int) -> Range<Int> {
      var (end, left) = (next, room)
      while end < list.count, list[end] <= left {
        left -= list[end]
        end += 1
      }
      return next..<end
    }
    func room(under height: Int, of room: Int) -> Int { room - height - (height > 0 ? 1 : 0) }
    let last = pages.count - 1
    let height = pages[last].height
    var options = fitting(room(under: height, of: last == 0 ? rooms.first : rooms.other))
    if options.count >= min(2, list.count) || height == 0 {
      // Where not even one has room, the screen shows as much of it as it can.
      options = 0..<max(1, options.upperBound)
      pages[last].asks = true
      pages[last].options = options
      next = options.upperBound
    }
    while next < list.count {
      let under = fitting(room(under: Self.height(of: question), of: rooms.other))
      // One answer alone is not parted from the others for the sake of the question.
      let isApart = next == 0 && under.count >= min(2, list.count)
      options = isApart ? under : fitting(rooms.other)
      options = next..<max(next + 1, options.upperBound)
      pages.append(
        Page(items: isApart ? question : [], asks: true, firstItem: firstItem, options: options))
      next = options.upperBound
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
