// Movements that are tried: put together from the answers above an exposure, and completed by what
// is told of them at once and on a later day.
extension App.State {
  /// The movement that a session is about: its own, or else the one that is to be asked about.
  func experiment(of session: SessionRun, at now: Now) -> Experiment? {
    let own = session.info.id.text + "/"
    return digest.experiments.last { $0.id.hasPrefix(own) }
      ?? digest.experiments.first { $0.id == session.experiment }
      ?? experimentToAsk(in: session, at: now)
  }

  /// The movement of an earlier session that a session is about.
  ///
  /// Where the session has told already of one and is gone on with, it is the one told of last.
  func experimentToAsk(in session: SessionRun, at now: Now) -> Experiment? {
    guard !digest.experiments.isEmpty else { return nil }
    let hasTold = session.module.allSteps.contains { step in
      guard case .choose(_, let options, _) = step.kind else { return false }
      let telling = options.filter { $0.happened != nil }
      return !telling.isEmpty
        && session.given.contains { key, given in
          key.step == step.id && telling.contains { given.answer == .option($0.id) }
        }
    }
    if hasTold, let told = digest.experiments.last(where: { $0.later != nil }) { return told }
    return waitingExperiment(at: now) ?? digest.experiments.last
  }

  /// The movement that Home asks about: the latest that waits, unless it was asked since then.
  func waitingExperiment(at now: Now) -> Experiment? {
    guard let module = program.roles.afterMove else { return nil }
    let asked = digest.finished[module]?.day
    return digest.experiments.last { experiment in
      guard experiment.waits(on: now.wall.day), let from = experiment.asksFrom else { return false }
      return asked.map { $0 < from } ?? true
    }
  }

  /// The experiment that an exposure's answer makes.
  func tried(_ done: Exposure, _ parts: Experiment.Parts, at place: Position.Place, _ now: Now)
    -> Experiment?
  {
    guard let session, done.isPractised else { return nil }
    return planned(done, parts, in: session, turn: place.turn, now)
  }

  /// What was said of a movement before it is tried.
  func planned(
    _ done: Exposure, _ parts: Experiment.Parts, in session: SessionRun, turn: Int, _ now: Now
  ) -> Experiment {
    func words(_ step: String?) -> String? {
      guard let step, let answer = session.position.answer(step), answer != .skipped else {
        return nil
      }
      return self.words(of: answer, step: session.module.allSteps.first { $0.id == step })
    }
    func first(_ steps: [String]) -> String? { steps.lazy.compactMap(words).first }
    func number(_ step: String?) -> Int? {
      if let step, case .number(let number) = session.position.answer(step) { number } else { nil }
    }
    var experiment = Experiment(
      id: "\(session.info.id.text)/\(turn)", day: now.wall.day, done: done)
    experiment.movement = first(parts.movement)
    experiment.dose = first(parts.dose)
    experiment.fear = number(parts.fear)
    experiment.feared = words(parts.feared)
    experiment.sure = number(parts.sure)
    experiment.expects = number(parts.expects)
    experiment.without = words(parts.without)
    experiment.place = words(parts.place)
    return experiment
  }

  /// The experiment with what an answer tells of it.
  ///
  /// In the session that tried it, it is what happened; in another, what came later.
  func told(_ happened: Experiment.Happened, at now: Now) -> Experiment? {
    guard let session, var experiment = experiment(of: session, at: now) else { return nil }
    if experiment.id.hasPrefix(session.info.id.text + "/") {
      experiment.happened = happened
    } else {
      experiment.tellLater(happened, on: now.wall.day)
    }
    return experiment
  }

  /// The experiment with a number that a scale tells of it.
  func told(_ tells: Experiment.Tells, _ number: Int, at now: Now) -> Experiment? {
    guard let session, var experiment = experiment(of: session, at: now) else { return nil }
    experiment.tell(tells, number)
    return experiment
  }

  /// A field as a text says it.
  func words(of field: Experiment.Field, _ experiment: Experiment, at now: Now) -> String? {
    if field == .again { return experiment.again.map { on($0, at: now) } }
    guard field == .day else {
      return experiment.answer(field).flatMap { words(of: $0, step: nil) }
    }
    if experiment.day.number == now.wall.day.number { return phrases(.dayToday) }
    if experiment.day.number == now.wall.day.number - 1 { return phrases(.dayYesterday) }
    return on(experiment.day, at: now)
  }

  private func on(_ day: CivilDay, at now: Now) -> String {
    phrases(.dayOn, ["date": phrases.date(day, today: now.wall.day)])
  }
}
