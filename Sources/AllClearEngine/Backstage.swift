/// What stands behind the line that is shown: for whoever asks why it is there, and for who shows it
/// to others.
public struct Backstage: Hashable, Sendable {
  /// `module.step`, by the module that holds the step.
  public var place: String
  /// The part of the therapy that it serves; `nil` for a page to read.
  public var component: Component?
  /// Why it is here, its own reason or its module's.
  public var why: Prose?
  /// What it rests on.
  public var sources: [Source]
  /// What was answered that led to it, in the order in which its condition asks.
  public var led: [Led]
  /// For a practitioner; never shown to the person.
  public var notes: String?

  /// An answer on which the line hangs.
  public struct Led: Hashable, Sendable {
    /// What was asked, or the module in which it was.
    public var asked: String
    /// What was answered, in the words that the person read or wrote; `nil` where they are not at hand.
    public var answer: String?

    /// Makes one.
    public init(asked: String, answer: String?) {
      self.asked = asked
      self.answer = answer
    }
  }

  /// Makes what stands behind a line.
  public init(
    place: String, component: Component? = nil, why: Prose? = nil, sources: [Source] = [],
    led: [Led] = [], notes: String? = nil
  ) {
    self.place = place
    self.component = component
    self.why = why
    self.sources = sources
    self.led = led
    self.notes = notes
  }

  /// All of it but the notes, as it is read by whoever asks.
  public func prose(_ phrases: Phrases) -> Prose {
    var blocks = why?.blocks ?? Prose(phrases(.whyNothing)).blocks
    if let component {
      blocks += Prose(phrases(.whyPart, ["part": phrases(component.phrase)])).blocks
    }
    if !led.isEmpty {
      blocks += Prose(phrases(.whyLed)).blocks
      blocks += led.map { led in
        .item([.plain(led.answer.map { "\(led.asked) \($0)" } ?? led.asked)])
      }
    }
    for source in sources {
      var parts = [source.says, source.limit].filter { !$0.isEmpty }
      if let grade = source.grade { parts.append(phrases(.sourceGrade, ["grade": grade])) }
      if !source.verify.isEmpty { parts.append(phrases(.sourceOpen)) }
      blocks.append(.paragraph([.plain(source.cite)]))
      blocks += parts.map { .item([.plain($0)]) }
    }
    return Prose(blocks)
  }
}
