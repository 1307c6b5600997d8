import AllClearEngine

/// Ways through the modules about moving, gone by name: few answers at random would come far enough.
struct MovementWays {
  /// Where each step is met first, by module and step.
  private(set) var places: [String: Play] = [:]

  init() throws {
    try goMoving()
    try goImagining()
    try goAfterwards()
    try goRealLife()
  }

  static let none: [String: Way] = ["ruled-out": .options(["none"]), "today": .option("none")]

  private mutating func goMoving() throws {
    let feared = Way.text("It will lock by tonight.")
    for (kind, answers) in [
      ("bending", ["fear": .number(9), "feared": feared, "happened": .option("no")]),
      ("sitting", ["fear": .number(1), "try": .option("part"), "went": .option("hurt")]),
      ("lifting", ["ladder-lifting": .option("own"), "dose-words": .text("One jug.")]),
      ("lifting", ["ladder-lifting": .option("own")]), ("lifting", [:]),
      ("reaching", ["try": .option("not-today")]),
      ("turning", ["feared": feared, "happened": .option("unsure")]),
      ("walking", ["feared": feared, "happened": .option("yes"), "usual": .option("usual")]),
      ("driving", ["went": .option("worse")]),
      (
        "other",
        [
          "kind-words": .text("The bath."), "feared": feared, "happened": .option("not-yet"),
          "hurt": .number(0), "surprise": .number(1),
        ]
      ),
    ] as [(String, [String: Way])] {
      try go("move", Self.none.merging(answers) { $1 }.merging(["kind": .option(kind)]) { $1 })
    }
    let hurt: [Way] = [.number(6), .skip]
    for way in hurt {
      let told: [String: Way] = [
        "kind": .option("bending"), "feared": feared, "happened": .option("no"), "hurt": way,
        "surprise": .number(8), "now-or-later": .option("now"),
      ]
      try go("move", Self.none.merging(told) { $1 })
      try go("movement-1", Self.none.merging(told) { $1 })
    }
    var noNumbers = Standing.passed.digest
    noNumbers.person.numbers = .never
    try go(
      "move",
      Self.none.merging(
        ["kind": .option("bending"), "feared": feared, "happened": .option("no")]) { $1 },
      from: noNumbers)
    var paused = Standing.passed.digest
    let session = SessionID(sitting: "00000000-0000-4000-8000-000000000095", number: 1)
    paused.gates["safety.attention"] = Digest.GateFact(
      outcome: Hold.movementPaused.rawValue, hold: .movementPaused, at: Play.begin.wall,
      session: session)
    try go("move", [:], from: paused)
    var again = Standing.passed.digest
    again.facts["move", "ruled-out"] = .options(["other"])
    again.facts["move", "ruled-words"] = .text("No running.")
    again.own.add(
      ["The low drawer."], to: .fearedMovements, by: RecordID(session: session, number: 1),
      at: Play.begin.wall)
    try go(
      "move",
      Self.none.merging(["still": .option("same"), "kind": .option("bending")]) { $1 }, from: again)
  }

  private mutating func goImagining() throws {
    for how in ["easy", "spoke", "hard", "too-much"] {
      try go(
        "move",
        Self.none.merging(
          [
            "kind": .option("bending"), "ladder-bending": .option("imagine"),
            "how-imagined": .option(how),
          ]) { $1 })
    }
  }

  /// A journal in which a movement was tried the day before.
  static func tried(
    _ feared: String? = "In bed tomorrow.", _ happened: Experiment.Happened? = .notYet
  )
    -> Digest
  {
    var digest = Standing.passed.digest
    var experiment = Experiment(
      id: "00000000-0000-4000-8000-000000000094.1/1",
      day: CivilDay(number: Play.begin.wall.day.number - 1), done: .did)
    (experiment.movement, experiment.dose) = ("Bending", "Bending to the chair seat, three times")
    (experiment.feared, experiment.happened) = (feared, happened)
    (experiment.sure, experiment.expects, experiment.hurt) = (7, 5, 4)
    digest.experiments = [experiment]
    return digest
  }

  private mutating func goAfterwards() throws {
    for answers in [
      ["did-it": .option("no"), "sheet": .entries(["Up as ever."])],
      ["did-it": .option("not-yet")], ["did-it": .option("unsure")], ["did-it": .skip],
      ["did-it": .option("partly"), "what-came": .option("pain")],
      ["did-it": .option("yes"), "what-came": .option("feared")],
    ] as [[String: Way]] {
      try go("after-move", answers, from: Self.tried())
    }
    var again = Self.tried()
    (again.experiments[0].later, again.experiments[0].again) = (.notYet, Play.begin.wall.day)
    try go("after-move", ["did-it": .option("not-yet")], from: again)
    try go("after-move", ["how-since": .option("sore")], from: Self.tried(nil, nil))
  }

  private mutating func goRealLife() throws {
    for (feared, happened) in [
      ("It locks.", .no), (nil, nil), ("It locks.", .yes), ("It locks.", .unsure),
    ] as [(String?, Experiment.Happened?)] {
      try go("movement-2", [:], from: Self.tried(feared, happened))
    }
  }

  /// Goes a way: by the answers that are given, else past each question.
  private mutating func go(
    _ module: String, _ answers: [String: Way], from digest: Digest = Standing.passed.digest
  ) throws {
    var play = try Play(digest)
    play.open(.module(module))
    for _ in 0..<160 where !play.app.isAtHome && !play.hasQuit {
      let name = "\(module)/\(play.step)/"
      places[name] = places[name] ?? play
      if HazardMovementTests.isTrying(play) {
        play.go(answers["try"] ?? .option("did"))
      } else if let way = answers[play.step] {
        play.go(way)
      } else if case .practice = play.prompt.body {
        play.practise()
      } else if play.step.hasPrefix("ladder-") {
        play.choose(play.prompt.choices[1].id)
      } else {
        play.go(play.ways.contains(.skip) ? .skip : play.ways[0])
      }
    }
  }
}
