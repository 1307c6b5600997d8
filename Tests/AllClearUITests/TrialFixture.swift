import AllClearEngine

extension Fixtures {
  /// A movement that is about to be tried, with all that can be said of it before.
  static let trial: Prompt = {
    var prompt = Prompt(
      place: "do-bending",
      body: .choose(
        prose(
          """
          Now leave the keyboard; no timer runs. Breathe as you like, and let your head hang \
          along. You may say something kind or silly to your back: "Going down. Mind the cat." \
          Come back when you are done.
          """), choices("I did it", "I did part of it", "Not today"), many: false),
      heading: "Bending, as for a shoe or a sock", moves: [.back])
    prompt.trial = Prompt.Trial(
      parts: parts.map { Prompt.Trial.Part(label: Words.english($0.0), text: $0.1) },
      stop: Words.english(.exposureStop).split(separator: "\n").joined(separator: " "))
    return prompt
  }()

  private static let parts: [(Phrase, String)] = [
    (.exposureDose, "Bending to the chair seat, three times"),
    (.exposureFeared, "It will lock by tonight."), (.exposureSure, "7 of 10"),
    (.exposureExpects, "4 of 10"), (.exposureWithout, "Holding my breath"),
  ]

  /// The same, where as little was said as can be.
  static let bareTrial: Prompt = {
    var prompt = trial
    prompt.trial?.parts.removeLast(4)
    return prompt
  }()

  /// The same in many words.
  static let longTrial: Prompt = {
    var prompt = trial
    prompt.heading = "Getting up from the floor after playing with the children, in the evening"
    prompt.trial?.parts[1].text =
      "That something slips, and I shall lie there until somebody finds me, and will be in bed "
      + "for the whole of the next week, as in March two years ago."
    return prompt
  }()
}
