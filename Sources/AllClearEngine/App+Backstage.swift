// What stands behind the line that is shown.
extension App {
  /// What stands behind the step that is shown; `nil` where no step is.
  public func backstage(at now: Now) -> Backstage? { state.backstage(at: now) }
}

extension App.State {
  func backstage(at now: Now) -> Backstage? {
    guard let session, session.stop == nil,
      let step = (session.runPlace ?? session.position.next)?.step
    else { return nil }
    return Backstage(
      place: "\(step.origin).\(step.id)", component: step.component, why: step.why,
      sources: step.sources, led: led(to: step, in: session, at: now), notes: step.notes)
  }

  /// Says why the line that is shown is there, and what it rests on.
  mutating func showWhy(at now: Now) {
    if stack.last == .menu(.home) { return tellWhyHome(at: now) }
    guard session?.isInPractice == false, let behind = backstage(at: now) else { return }
    stack.append(
      .note(
        Note(
          place: "why:\(behind.place)", heading: phrases(.whyTitle),
          prose: behind.prose(phrases))))
  }

  /// Says why Home suggests what it suggests.
  private mutating func tellWhyHome(at now: Now) {
    let first = homeItems(at: now).first
    let why: Phrase =
      switch first?.does {
      case _ where ["people", "seen", "letter"].contains(first?.id): .whyHomeSafety
      case .resume: .whyHomeBegun
      case .open(.module) where first?.id == "next": .whyHomeNext
      case .asked, .open(.module): .whyHomeDay
      default: .whyHomeNothing
      }
    stack.append(
      .note(
        Note(
          place: "why:home", heading: phrases(.whyTitle),
          prose: Prose(
            [first?.text, phrases(why), phrases(.whyHomeRest)].compactMap { $0 }
              .flatMap { Prose($0).blocks }))))
  }

  /// The answers that a step's condition looks at, and those of the group it stands in.
  private func led(to step: Step, in session: SessionRun, at now: Now) -> [Backstage.Led] {
    var seen: Set<Reference> = []
    let references = session.module.condition(of: step).filter { seen.insert($0).inserted }
    // Several safety questions are told as one.
    var told: Set<Backstage.Led> = []
    return references.compactMap { led(by: $0, in: session) }.filter { told.insert($0).inserted }
  }

  private func led(by reference: Reference, in session: SessionRun) -> Backstage.Led? {
    switch reference {
    case .step(let id):
      guard let answer = session.position.answer(id),
        let asked = session.module.allSteps.first(where: { $0.id == id })
      else { return nil }
      return led(by: answer, to: asked)
    case .earlier(let module, let id):
      guard let answer = session.earlier[module, id] else { return nil }
      if let asked = session.module.allSteps.first(where: { $0.origin == module && $0.id == id }) {
        return led(by: answer, to: asked)
      }
      // Of what another module asked, only that module knows the words.
      let title = program.module(module)?.title ?? module
      return Backstage.Led(asked: phrases(.whyEarlier, ["title": title]), answer: nil)
    case .own(let list):
      let isWritten = !digest.own[list].isEmpty
      return isWritten ? Backstage.Led(asked: phrases(.whyOwn), answer: phrases(list.title)) : nil
    case .experiment, .course: return nil
    }
  }

  private func led(by answer: Answer, to asked: Step) -> Backstage.Led? {
    // Which safety question was answered how is nobody's business on a wall.
    if asked.isGate { return Backstage.Led(asked: phrases(.whyGate), answer: nil) }
    if case .practised = answer { return Backstage.Led(asked: phrases(.whyPractice), answer: nil) }
    let said =
      answer == .skipped ? phrases(.whySkipped) : words(of: answer, step: asked).map { "\"\($0)\"" }
    guard let question = asked.prose.question, let said else { return nil }
    return Backstage.Led(asked: question, answer: said)
  }
}

extension Module {
  /// What the condition of a step refers to, with that of the group it stands in.
  fileprivate func condition(of step: Step) -> [Reference] {
    for element in steps {
      switch element {
      case .step(let one) where one.id == step.id: return one.when?.references ?? []
      case .group(let group) where group.steps.contains(where: { $0.id == step.id }):
        return (group.when?.references ?? []) + (step.when?.references ?? [])
      default: continue
      }
    }
    return step.when?.references ?? []
  }
}

extension Prose {
  /// The last sentence that asks something, else its first paragraph.
  var question: String? {
    let paragraphs = blocks.compactMap { block -> String? in
      if case .paragraph = block { Prose([block]).plainText } else { nil }
    }
    guard let asking = paragraphs.last(where: { $0.contains("?") }),
      let end = asking.lastIndex(of: "?")
    else { return paragraphs.first }
    let before = asking[..<end]
    let start = before.lastIndex { ".!?:".contains($0) }.map { asking.index(after: $0) }
    return String(asking[(start ?? asking.startIndex)...end].drop { $0 == " " })
  }
}
