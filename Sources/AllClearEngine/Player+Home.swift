// What the player does outside sessions: at Home, in its lists, on notes and the crisis page.
extension Player {
  /// Does at this prompt what the person would do.
  mutating func act() {
    switch app.state.stack.last {
    case .menu(let menu): act(in: menu)
    case .note: answer(.answer(.seen))
    case .crisis: answer(.answer(.option("back")))
    case .ownWord, .ownWriting: answer(.back)
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
    case .settings, .person, .choices, .mine, .own, .away, .entry: answer(.back)
    case .shelf: takeFreely("home.reading")
    case .more, .programme, .practices, .reading:
      guard let next = visitState.path.first else { return answer(.back) }
      visitState.path.removeFirst()
      guard let next else { return takeFreely("home.\(menu)") }
      pick(next)
    }
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
    answer(app.prompt.choiceIDs.contains(id) ? .answer(.option(id)) : .back)
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
  private mutating func takeFreely(_ key: String) {
    let choices = app.prompt.choiceIDs.filter { $0 != "back" }
    if case .word(let word) = reply(at: key), choices.contains(word) {
      return answer(.answer(.option(word)))
    }
    guard let picked = choose(among: choices, by: persona.manner.choose) else {
      return answer(.back)
    }
    answer(.answer(.option(picked)))
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
