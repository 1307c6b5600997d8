// The crisis page: with no journal, before the gate, and without Content too.
extension App.State {
  /// Shows the page on top of everything; it never lies there twice.
  mutating func openCrisis() -> [Effect] {
    missing.remove(.crisis)
    stack.removeAll { $0 == .crisis || $0 == .menu(.countries) }
    stack.append(.crisis)
    return []
  }

  mutating func takeCrisis(_ answer: Answer, at now: Now) -> [Effect] {
    switch answer {
    case .option("country"):
      stack.append(.menu(.countries))
      return []
    case .option("back"), .seen: return closeCrisis(at: now)
    default: return []
    }
  }

  /// Goes back to what lies beneath, or on to the words that follow thoughts of ending one's life.
  mutating func closeCrisis(at now: Now) -> [Effect] {
    stack.removeLast()
    guard companyFollows else { return [] }
    companyFollows = false
    return open(.flare, at: now)
  }

  /// Names the page and its choices.
  func crisisPrompt(at now: Now) -> Prompt {
    guard let crisis else {
      return Prompt(
        place: "crisis", body: .card(BuiltIn.crisis), moves: [.back], urgent: BuiltIn.emergency)
    }
    var blocks = crisis.lead.blocks
    blocks.append(.paragraph([.plain(crisis.call)]))
    blocks.append(.numbers(crisis.emergency))
    let chosen = crisis.countries.first { $0.id == country ?? digest.person.country }
    if let chosen {
      blocks.append(.paragraph([.plain("\(chosen.talk) (\(chosen.name))")]))
      blocks.append(.numbers(chosen.lines))
    }
    blocks.append(.paragraph([.plain(phrases(.elsewhere, ["place": crisis.elsewhere]))]))
    blocks += crisis.cannotCall.blocks + crisis.closing.blocks
    blocks.append(.paragraph([.plain(checked(crisis.checkedOn, today: now.wall.day))]))
    return Prompt(
      place: "crisis:\(chosen?.id ?? "")",
      body: .choose(
        Prose(blocks),
        [
          Prompt.Choice(
            id: "country", text: phrases(chosen == nil ? .myCountry : .otherCountry)),
          Prompt.Choice(id: "back", text: phrases(.goBack)),
        ], many: false),
      moves: [.back], urgent: crisis.emergency)
  }

  /// When somebody last looked at the numbers; old after a year.
  private func checked(_ day: CivilDay?, today: CivilDay) -> String {
    guard let day else { return phrases(.notYetChecked) }
    let date = phrases.date(day, today: today)
    return phrases(today.number - day.number > 365 ? .checkedLongAgo : .checkedOn, ["date": date])
  }
}

/// The one page that stands in code, for when Content cannot be read.
public enum BuiltIn {
  /// Emergency numbers of the regions.
  public static let emergency = [
    TelephoneNumber(number: "911", name: "US, Canada"),
    TelephoneNumber(number: "112", name: "Europe, India, UK, Ireland (there also 999)"),
    TelephoneNumber(number: "000", name: "Australia"),
    TelephoneNumber(number: "111", name: "New Zealand"),
  ]

  /// Six lines.
  public static let crisis = Prose([
    .paragraph([.plain("Please talk to a person now.")]),
    .numbers(emergency),
    .paragraph([.plain("findahelpline.com lists free lines in your country.")]),
  ])
}
