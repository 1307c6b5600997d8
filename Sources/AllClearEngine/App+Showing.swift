// allclear shown to others: what there is to show, and the way to anywhere by name.
//
// All of it is harmless outside a demo: there the lists do not open, and nothing jumps.
extension App.State {
  /// Whether what happens here is shown, and nobody's own.
  var isDemo: Bool { options.origin == .demo }

  /// What can be shown.
  func showcaseItems() -> [Item] {
    let showcase = options.showcase
    var items = showcase.cuts.map { minutes in
      Item(
        id: "tour-\(minutes)", text: phrases(.showTour, n: minutes),
        does: .present(.tour(minutes: minutes)))
    }
    items += showcase.personas.map {
      Item(id: $0.id, text: $0.title, does: .show(.showPersona($0.id)))
    }
    if let module = program.roles.rehearsal, let entry = program.module(module) {
      items.append(Item(id: module, text: entry.title, does: .open(.module(module))))
    }
    if let page = program.roles.practitioner, let entry = program.page(page) {
      items.append(Item(id: page, text: entry.title, does: .open(.page(page))))
    }
    return items + [Item(id: "leave", text: phrases(.leave), does: .leave)]
  }

  /// Who the persona is, above how far on it can be shown.
  func showcaseQuestion(_ persona: String) -> String {
    let member = options.showcase.personas.first { $0.id == persona }
    return [member?.about ?? "", phrases(.showWeekQuestion)].joined(separator: "\n")
  }

  func showcaseWeeks(_ persona: String) -> [Item] {
    Showcase.weeks.map { week in
      Item(
        id: String(week), text: week == 0 ? phrases(.showBegin) : phrases(.showWeeks, n: week),
        does: .present(.persona(persona, days: week * 7)))
    }
  }

  /// Everything that can be shown, by its name.
  func everywhereItems() -> [Item] {
    func item(_ door: Door, _ id: String, _ text: String) -> Item {
      Item(id: id, text: text, searched: id, does: .jump(door))
    }
    var items = [
      Item(id: "home", text: phrases(.goHome), does: .straightHome),
      item(.flare, "flare", phrases(.badNow)), item(.crisis, "crisis", phrases(.crisisTitle)),
      item(.changed, "progress", phrases(.changed)),
    ]
    if !options.showcase.personas.isEmpty {
      items.append(item(.showcase, "show", phrases(.showTitle)))
    }
    items += OwnList.allCases.map { item(.own($0), "own." + $0.rawValue, phrases($0.title)) }
    items += (program.modules + program.beside)
      .filter { $0.file != nil && $0.id != program.roles.flare }
      .map { item(.module($0.id), $0.id, $0.title) }
    items += program.pages.map { item(.page($0.id), $0.id, $0.title) }
    items += program.practices.map {
      item(.practice($0.id, minutes: nil), $0.id, $0.title)
    }
    return items
  }

  /// Goes straight to something: a module begins afresh, and nothing else lies beneath it.
  ///
  /// The gate stays: what waits for the safety questions still asks them first.
  mutating func jump(to door: Door, at now: Now) -> [Effect] {
    guard isDemo else { return [] }
    stack = [.menu(.home)]
    guard case .module(let id) = door, let entry = program.module(id), entry.file != nil,
      id != program.roles.flare, holds(at: now.wall).stopGate == nil,
      holds(at: now.wall).admission(to: entry, roles: program.roles) == .open
    else { return open(door, at: now) }
    return openAfresh(id)
  }

  /// Opens one of the lists of a demo.
  mutating func showDemoList(_ menu: Menu) {
    guard isDemo else { return }
    if stack.last == .menu(menu) { return }
    stack.append(.menu(menu))
  }

  /// Whether an option ends the sitting, or leaves it for a demo.
  func leadsAway(_ id: String) -> Bool {
    guard let session else { return id == "leave" }
    return session.position.offered.contains { $0.id == id && $0.opens == .demo }
  }
}
