// What the player does outside sessions: at Home, in its lists, on notes and the crisis page.
extension Player {
  /// Does at this prompt what the person would do.
  mutating func act() {
    switch app.state.stack.last {
    case .menu(let menu): act(in: menu)
    case .note: answer(.answer(.seen))
    case .crisis: answer(.answer(.option("back")))
    case .ownWord, .ownSetting: answer(.back)
    case .ownWriting: writeLine()
    case .rewriting: answer(.back)
    case .session(let session): act(in: session)
    case nil: send(.leave)
    }
  }

  private mutating func act(in menu: Menu) {
    switch menu {
    case .home: actAtHome()
    case .module: take("home.middle", or: "go-on")
    case .lengths: takeFreely("home.lengths")
    case .countries: takeFreely("home.countries")
    case .settings, .person, .voice, .choices, .writing, .erasing, .letter, .changed,
      .changedPart, .causeKinds, .causeKind, .showcase, .showPersona, .everywhere:
      answer(.back)
    // Who wants to be asked is asked.
    case .safetyAgain: answer(.answer(.option("changed")))
    case .more, .today, .programme, .practices, .reading, .shelf, .mine, .own, .away, .entry,
      .writings:
      guard let next = visitState.path.first else { return answer(.back) }
      visitState.path.removeFirst()
      if let next { return pick(next) }
      let choices = app.prompt.choiceIDs
      let taken = takeFreely("home." + Self.name(of: menu))
      // A shelf, a line and what was put away hold one more choice; any other line leads away.
      switch menu {
      case .reading where taken?.hasPrefix("shelf-") == true: visitState.path = [nil]
      case .own where taken.map { !Self.besideLines.contains($0) } == true && choices.count > 1:
        visitState.path = [nil]
      case .reading, .own: visitState.path = []
      default: break
      }
    }
  }

  /// What stands on an own list beside its lines, and leads away from it.
  private static let besideLines = ["add", "against", "doubt"]

  /// What a rule calls a list, behind `home.`.
  private static func name(of menu: Menu) -> String {
    switch menu {
    case .shelf: "reading"
    case .own: "line"
    case .entry: "change"
    case .away: "away"
    case .writings: "written"
    default: "\(menu)"
    }
  }

  /// What stands among the own lists and is none: only who means it goes there.
  private static let besideLists = ["written", "my-letter"]

  /// Writes a line on an own list, as it would be told elsewhere.
  private mutating func writeLine() {
    if case .word(let line) = reply(at: "home.write") {
      return answer(.answer(.entries([line])))
    }
    let lines = persona.manner.collect
    answer(lines.isEmpty ? .back : .answer(.entries([lines[dice.below(lines.count)]])))
  }

  private mutating func actAtHome() {
    let choices = app.prompt.choiceIDs
    visitState.path = []
    // A question that was promised comes before anything else.
    if choices.contains("asked") { return pick("asked") }
    guard !visitState.plan.isEmpty else { return send(.leave) }
    let wanted = visitState.plan.removeFirst()
    switch wanted {
    case .named: if let door = door(to: wanted) { answer(.open(door)) }
    case .known(let known):
      switch known {
      case .suggestion:
        let suggested = choices.first { !["bad-now", "more", "leave"].contains($0) }
        if suggested == "practices" { visitState.path = [nil] }
        if let suggested { pick(suggested) }
      case .practice: go(["practices", nil])
      case .reading: go(["reading", nil])
      case .programme: go(["programme", nil])
      case .safety: go(["safety"])
      case .doubt: pick("doubt")
      case .card: go(["today", "card"])
      case .mine: go(["mine", nil, nil])
      case .flare: pick("bad-now")
      case .crisis: answer(.open(.crisis))
      case .leave: send(.leave)
      }
    }
  }

  private mutating func go(_ path: [String?]) {
    visitState.path = path
    pick("more")
  }

  /// The door that leads straight to what is wanted; lists are reached from Home only.
  func door(to intent: Persona.Intent) -> Door? {
    let program = library.program
    switch intent {
    case .known(.flare): return .flare
    case .known(.crisis): return .crisis
    case .known(.doubt): return program.roles.doubt.map(Door.module)
    case .known(.card): return program.roles.card.map(Door.module)
    case .known: return nil
    case .named(let id):
      if program.module(id) != nil { return .module(id) }
      if program.practice(id) != nil { return .practice(id, minutes: nil) }
      return program.page(id) == nil ? nil : .page(id)
    }
  }

  // MARK: Lists

  /// Takes a line of a list, or goes back where it is not there.
  private mutating func pick(_ id: String) {
    guard app.prompt.choiceIDs.contains(id) else {
      visitState.path = []
      return app.isAtHome ? () : answer(.back)
    }
    answer(.answer(.option(id)))
  }

  /// Takes what a rule says, or what is named here.
  mutating func take(_ key: String, or usual: String) {
    let choices = app.prompt.choiceIDs
    guard case .word(let word) = reply(at: key), choices.contains(word) else {
      return answer(.answer(.option(usual)))
    }
    answer(.answer(.option(word)))
  }

  /// Takes what a rule says, or any line by manner; the way back is no line.
  @discardableResult
  private mutating func takeFreely(_ key: String) -> String? {
    let choices = app.prompt.choiceIDs.filter { $0 != "back" }
    var picked: String?
    if case .word(let word) = reply(at: key), choices.contains(word) { picked = word }
    let free = choices.filter { !Self.besideLists.contains($0) }
    picked = picked ?? choose(among: free, by: persona.manner.choose)
    answer(picked.map { .answer(.option($0)) } ?? .back)
    return picked
  }
}

extension Prompt {
  /// The ids of what is offered.
  var choiceIDs: [String] {
    switch body {
    case .choose(_, let choices, _), .gate(_, let choices): choices.map(\.id)
    default: []
    }
  }
}
