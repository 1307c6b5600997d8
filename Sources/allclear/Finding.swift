import AllClearEngine
import AllClearScript
import AllClearUI
import Glibc

/// `allclear read --search`: the sentences that hold a word, over all modules, practices and pages.
struct Finding {
  /// What a text is called, and its sentences.
  struct Text: Hashable {
    let id: String
    let title: String
    let sentences: [String]
  }

  let house: House

  /// Prints what is found; says so and ends otherwise where nothing is.
  static func run(_ word: String, _ launch: Launch) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let lines = Self(house: house).lines(with: word, width: FrontEnd.readingWidth(launch))
      guard !lines.isEmpty else { throw Failure(ExitCode.failed, "no text holds '\(word)'") }
      Console.write(lines.joined(separator: "\n") + "\n")
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// Each text that holds the word, as its id and title, with the sentences below.
  func lines(with word: String, width: Int?) -> [String] {
    let transcript = Transcript(phrases: house.program.phrases, width: width)
    var lines: [String] = []
    for text in Self.found(word, in: texts()) {
      if !lines.isEmpty { lines.append("") }
      lines += transcript.lines(of: Prose(text.id + ": " + text.title))
      for sentence in text.sentences { lines += transcript.lines(of: Prose("- " + sentence)) }
    }
    return lines
  }

  /// Of each text the sentences that hold the word; where only its title does, none.
  static func found(_ word: String, in texts: [Text]) -> [Text] {
    let wanted = Fold.folded(word).split(separator: " ").joined(separator: " ")
    guard !wanted.isEmpty else { return [] }
    func holds(_ text: String) -> Bool { Fold.folded(text).contains(wanted) }
    return texts.compactMap { text in
      let sentences = text.sentences.filter(holds)
      guard !sentences.isEmpty || holds(text.title) else { return nil }
      return Text(id: text.id, title: text.title, sentences: sentences)
    }
  }

  /// All that there is to read, in the order of the lists.
  ///
  /// What is broken is left out, and named.
  private func texts() -> [Text] {
    let program = house.program
    let modules = (program.modules + program.beside).filter { $0.file != nil }.map(\.id)
    return modules.compactMap(text) + program.practices.map(\.id).compactMap(practice)
      + program.pages.map(\.id).compactMap(text)
  }

  /// A module or a page.
  private func text(_ id: String) -> Text? {
    let (module, faults) = house.compiler.module(id, of: house.program)
    guard let module else { return broken(id, faults) }
    // What is held once elsewhere is found there.
    let steps = module.allSteps.filter { $0.origin == module.id }
    return Text(id: id, title: module.title, sentences: steps.flatMap(Self.sentences))
  }

  private func practice(_ id: String) -> Text? {
    let (practice, faults) = house.compiler.practice(id, of: house.program)
    guard let practice else { return broken(id, faults) }
    return Text(id: id, title: practice.title, sentences: Self.sentences(of: practice))
  }

  private func broken(_ id: String, _ faults: [Diagnostic]) -> Text? {
    Console.error("'\(id)' cannot be read: " + (faults.first?.rendered() ?? "its file is broken"))
    return nil
  }

  private static func sentences(of step: Step) -> [String] {
    var sentences = self.sentences(of: step.prose)
    switch step.kind {
    case .choose(_, let options, _): sentences += options.map(\.text)
    case .scale(_, let scale): sentences += [scale.low, scale.high]
    case .collect(_, _, _, let seeds): sentences += seeds
    case .gate(let gate):
      sentences += gate.options.map(\.text)
      for hold in Hold.allCases {
        if let page = gate.stops[hold] { sentences += self.sentences(of: page) }
      }
    case .pick(_, _, let other): sentences.append(other)
    case .say, .write, .practice, .show, .exposure: break
    }
    return sentences
  }

  /// The lines of all lengths, each once.
  private static func sentences(of practice: Practice) -> [String] {
    var seen: Set<String> = []
    return practice.lengths.sorted { $0.key < $1.key }.flatMap(\.value).flatMap(\.lines)
      .flatMap { sentences(of: Prose([.paragraph($0)])) }.filter { seen.insert($0).inserted }
  }

  private static func sentences(of prose: Prose) -> [String] {
    prose.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let runs), .item(let runs):
        sentences(in: Prose([.paragraph(runs)]).plainText)
      case .numbers(let numbers): numbers.map(\.line)
      case .numbersHole, .chart: []
      }
    }
  }

  /// A text cut behind each word that ends in a full stop or a question mark.
  static func sentences(in text: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      words.append(word)
      let end = word.last { !"\"')”’".contains($0) }
      guard let end, ".?!".contains(end) else { continue }
      sentences.append(words.joined(separator: " "))
      words = []
    }
    if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
    return sentences
  }
}
