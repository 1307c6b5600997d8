import AllClearEngine

/// Checks the cues of one length: their times, what they say and how much silence they leave.
struct CueRules {
  static let lineLength = 80
  static let wordsAMinute = 110.0
  /// Seconds between the end of a line and the next.
  static let breath = 2.0
  static let share = 0.40...0.60
  /// A longer silence is announced.
  static let silence = 7.0
  static let longestSilence = 30.0

  let minutes: Int
  let at: Position
  let attention: Attention
  let maySee: Bool
  let report: Report

  private var end: Int { minutes * 60 }

  func check(_ cues: [ParsedCue]) {
    guard checkOrder(cues) else { return }
    for cue in cues {
      for text in cue.texts { check(line: text) }
    }
    checkSilences(cues.filter { !$0.texts.isEmpty })
    checkShare(cues)
    if attention != .outside {
      checkFirst(cues)
      IngredientRules(minutes: minutes, at: at, report: report).check(cues)
    }
  }

  private func checkOrder(_ cues: [ParsedCue]) -> Bool {
    for (cue, next) in zip(cues, cues.dropFirst()) where next.cue.at <= cue.cue.at {
      report.add(
        .cueOrder, at: next.at,
        "\(Values.time(next.cue.at)) comes after \(Values.time(cue.cue.at)); times rise")
      return false
    }
    guard let last = cues.last, last.cue.at == end else {
      report.add(
        .cueOrder, at: cues.last?.at ?? at,
        "the last cue stands at the length, \"\(Values.time(end))\"")
      return false
    }
    return true
  }

  private func check(line text: Text) {
    let length = Self.spoken(text).count
    if length > Self.lineLength {
      report.add(
        .cueLength, in: text,
        "\(length) characters; a line is one breath, at most \(Self.lineLength)")
    }
    for place in Words(text.string).places(of: maySee ? CueWords.always : CueWords.refused) {
      report.add(
        .cueWord, in: text, offset: place.offset,
        "'\(place.phrase)' is not said in a practice; notice, feel, meet, listen, let")
    }
  }

  /// A line as it is said where the person has no line of their own.
  static func spoken(_ text: Text) -> String {
    var result = ""
    var isName = false
    for scalar in text.string.unicodeScalars {
      switch scalar {
      case "{": isName = true
      case "|" where isName: isName = false
      case "}": isName = false
      case "\n": result.append(" ")
      case "*": continue
      default: if !isName { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// How long a line takes to say, in seconds.
  static func duration(_ text: Text) -> Double {
    Double(Words(spoken(text)).all.count) * 60 / wordsAMinute
  }

  private func checkSilences(_ lines: [ParsedCue]) {
    for (index, cue) in lines.enumerated() {
      let durations = cue.texts.map(Self.duration)
      let isLast = index + 1 == lines.count
      let next = isLast ? max(end, cue.cue.at) : lines[index + 1].cue.at
      guard cue.cue.at < end else { continue }
      let longest = Double(next - cue.cue.at) - (durations.min() ?? 0)
      let shortest = Double(next - cue.cue.at) - (durations.max() ?? 0)
      let needed = isLast || next == end ? 0 : Self.breath
      if shortest < needed - 0.05 {
        let sayable = Int((durations.max() ?? 0).rounded(.up))
        report.add(
          .cueTooSoon, at: isLast ? cue.at : lines[index + 1].at,
          "the line at \(Values.time(cue.cue.at)) takes \(sayable) s to say; the next begins 2 s "
            + "after its end, at \(Values.time(cue.cue.at + sayable + 2)) or later")
      }
      checkSilence(longest, after: cue)
    }
  }

  private func checkSilence(_ silence: Double, after cue: ParsedCue) {
    let seconds = Int(silence.rounded())
    if silence > Self.longestSilence + 0.5 {
      report.add(
        .cueSilence, at: cue.at,
        "\(seconds) s of silence follow; at most \(Int(Self.longestSilence))")
    } else if silence > Self.silence + 0.05, cue.cue.quiet == nil {
      report.add(
        .cueSilence, at: cue.at,
        "\(seconds) s of silence follow unannounced; say how many seconds and add `quiet: \(seconds)s`"
      )
    }
    guard let quiet = cue.cue.quiet else { return }
    let place = cue.quietAt ?? cue.at
    if abs(Double(quiet) - silence) > 2 {
      report.add(
        .cueSilence, at: place, "the line announces \(quiet) s, and \(seconds) s of silence follow")
      return
    }
    for text in cue.texts where silence > Self.silence + 0.05 && !CueWords.saysSeconds(text) {
      report.add(
        .cueSilence, in: text, "a silence over 7 s is announced in seconds: say how many seconds")
    }
  }

  private func checkShare(_ cues: [ParsedCue]) {
    let speech = cues.compactMap(\.texts.first).map(Self.duration).reduce(0, +)
    let share = speech / Double(end)
    guard !Self.share.contains(share) else { return }
    report.add(
      .cueShare, at: at,
      "\(Int((share * 100).rounded())) of 100 seconds are speech; between 40 and 60 leaves room")
  }

  private func checkFirst(_ cues: [ParsedCue]) {
    guard let first = cues.first(where: { !$0.texts.isEmpty }), let text = first.texts.first else {
      return
    }
    let words = Words(text.string).all.map(\.text)
    let number = CueWords.number(minutes)
    let tellsLength = zip(words, words.dropFirst()).contains { word, next in
      (word == number || word == String(minutes)) && next.hasPrefix("minute")
    }
    if !tellsLength || !words.contains("stop") {
      report.add(
        .cueFirstLine, in: text,
        "the first line tells the length ('\(number) minute\(minutes == 1 ? "" : "s")') and that "
          + "one may stop")
    }
  }
}
