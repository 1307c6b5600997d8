import AllClearEngine

/// A way to something that may be held: a column of the hold table.
struct HoldColumn: Sendable {
  var name: String
  /// What is done at Home.
  var events: [Event]
  /// The practice in the middle of the story.
  var step = "listening"
  /// What the cell says of where that leads.
  var reads: @Sendable (Prompt) -> String = \.outcome

  /// Stands for the first line of Home, whatever that is.
  static let first = Event.pick("first")

  static let all: [HoldColumn] =
    [
      HoldColumn(name: "Home", events: [], reads: \.suggestion),
      HoldColumn(name: "Home's first", events: [first]),
      HoldColumn(name: "list of modules", events: [.pick("more"), .pick("programme")]),
      HoldColumn(
        name: "… lesson", events: [.pick("more"), .pick("programme"), .pick("lesson")]),
      HoldColumn(name: "list of practices", events: [.pick("more"), .pick("practices")]),
      HoldColumn(name: "… body", events: [.pick("more"), .pick("practices"), .pick("somatic")]),
      HoldColumn(
        name: "… body, 3 minutes",
        events: [.pick("more"), .pick("practices"), .pick("somatic"), .pick("3")]),
      HoldColumn(
        name: "… body, 3, Enter",
        events: [.pick("more"), .pick("practices"), .pick("somatic"), .pick("3"), .seen]),
    ] + modules + practices + steps + [
      HoldColumn(name: "step, option to body", events: reachDoors + [.pick("body")]),
      HoldColumn(name: "step, option to lesson", events: reachDoors + [.pick("lesson")]),
      HoldColumn(name: "step, option to page", events: reachDoors + [.pick("page")]),
      HoldColumn(name: "step, option to crisis", events: reachDoors + [.pick("people")]),
    ] + help

  private static func door(_ name: String, _ door: Door) -> HoldColumn {
    HoldColumn(name: name, events: [.open(door)])
  }

  private static let modules = [
    door("module, pass", .module("lesson")),
    HoldColumn(name: "… Enter", events: [.open(.module("lesson")), .seen]),
    door("module, no pass", .module("story")), door("module, not written", .module("alarm")),
    door("gate", .module("safety")), door("recheck", .module("recheck")),
    door("page", .page("reading")), door("letter", .page("letter")),
  ]

  private static let byAttention = [
    ("outside", "listening"), ("breath", "breath"), ("body", "somatic"), ("movement", "bending"),
    ("feeling", "feeling"),
  ]

  private static let practices = byAttention.map {
    door("practice, \($0.0)", .practice($0.1, minutes: 1))
  }

  private static let steps = byAttention.map {
    HoldColumn(name: "step, \($0.0)", events: reachStep, step: $0.1)
  }

  private static let reachStep: [Event] = [.open(.module("story")), .pick("go-on")]
  private static let reachDoors = reachStep + [.skip, .seen]

  private static let help = [
    door("flare", .flare),
    HoldColumn(name: "flare's minute", events: [.open(.flare), .pick("known")]),
    door("crisis", .crisis),
  ]
}

extension Prompt {
  /// Home's first line, or what is shown in place of Home.
  var suggestion: String {
    guard place == "menu:home", case .choose(_, let choices, _) = body else { return outcome }
    return choices.first?.id ?? "-"
  }

  /// What came of a door, in a word.
  var outcome: String {
    if place.contains("/stop/") { return urgent.isEmpty ? "page" : "numbers" }
    if place.hasPrefix("ask:") { return place == "ask:recheck" ? "recheck first" : "gate first" }
    if place == "menu:home" { return "Home" }
    if place.hasPrefix("menu:lengths") { return "lengths" }
    if place.hasPrefix("menu:module") { return "go on?" }
    if place.hasPrefix("menu:") { return "shown" }
    if place.hasPrefix("crisis") { return "people" }
    switch body {
    case .practice(let view): return "\(view.title), \(view.minutes) min"
    case .gate: return "asked " + (heading ?? "")
    case .card(let prose):
      switch prose.plainText {
      case "gate-first": return "gate first"
      case "recheck-first": return "recheck first"
      case let text where text.hasPrefix("held-"): return text
      case let text where place.hasPrefix("note:"): return text
      default: return "in " + (heading ?? "")
      }
    default: return "in " + (heading ?? "")
    }
  }
}
