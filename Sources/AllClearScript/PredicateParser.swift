import AllClearEngine
import AllClearMeasures

/// A condition as it was parsed, with what is still to be checked about it.
struct ParsedPredicate {
  var predicate: Predicate
  var text: Text
  var uses: [Use]
  /// Names of the schedule and of questionnaires.
  var names: [Name]
  /// The first `not`, `!=` or `skipped`.
  var negative: (word: String, offset: Int)?

  /// One question to one answer.
  struct Use {
    var reference: Reference
    var offset: Int
    var test: Test
  }

  /// A name that is no answer.
  struct Name {
    var kind: Kind
    var id: String
    var offset: Int

    enum Kind {
      case due, score
    }
  }

  /// What is asked of an answer.
  enum Test {
    case has(String, offset: Int)
    case compare(Int, offset: Int)
    case skipped, asked, practised, endedEarly
  }
}

/// Parses `when:` and `until:`; `not` binds before `and`, `and` before `or`.
struct PredicateParser {
  /// Brackets and `not` within each other, and terms in a row.
  static let depth = 16
  static let terms = 40

  private struct Failure: Error {
    var code: DiagnosticCode = .badCondition
    var offset: Int
    var message: String
  }

  private static let calls = [
    "practised", "ended-early", "skipped", "asked", "held", "wished", "due", "course", "score",
  ]

  private let tokens: [PredicateLexer.Token]
  private let end: Int
  private var index = 0
  private var level = 0
  private var uses: [ParsedPredicate.Use] = []
  private var names: [ParsedPredicate.Name] = []
  private var negative: (word: String, offset: Int)?

  /// Parses a text; `nil` when it was reported.
  static func parse(_ text: Text, _ report: Report) -> ParsedPredicate? {
    guard text.string.utf8.count <= 2_000 else {
      report.add(.badCondition, in: text, "a condition of over 2000 characters; divide the step")
      return nil
    }
    let (tokens, stray) = PredicateLexer.tokens(text.string)
    if let stray {
      report.add(
        .badCondition, in: text, offset: stray.offset, "'\(stray.text)' has no place in a condition"
      )
      return nil
    }
    var parser = PredicateParser(tokens, end: text.string.unicodeScalars.count)
    do throws(Failure) {
      let predicate = try parser.whole()
      return ParsedPredicate(
        predicate: predicate, text: text, uses: parser.uses, names: parser.names,
        negative: parser.negative)
    } catch {
      report.add(error.code, in: text, offset: error.offset, error.message)
      return nil
    }
  }

  private init(_ tokens: [PredicateLexer.Token], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  private var next: PredicateLexer.Token? { index < tokens.count ? tokens[index] : nil }

  private var offset: Int { next?.offset ?? end }

  private mutating func take(_ text: String) -> Bool {
    guard next?.text == text else { return false }
    index += 1
    return true
  }

  private mutating func whole() throws(Failure) -> Predicate {
    guard tokens.count <= Self.terms * 6 else {
      throw Failure(offset: 0, message: "a condition of over \(Self.terms) terms; divide the step")
    }
    let result = try alternatives()
    if let next {
      throw Failure(
        offset: next.offset, message: "'\(next.text)' follows a whole condition; join with and, or")
    }
    return result
  }

  private mutating func alternatives() throws(Failure) -> Predicate {
    var result = try conjunction()
    while take("or") { result = .or(result, try conjunction()) }
    return result
  }

  private mutating func conjunction() throws(Failure) -> Predicate {
    var result = try negation()
    while take("and") { result = .and(result, try negation()) }
    return result
  }

  private mutating func negation() throws(Failure) -> Predicate {
    level += 1
    defer { level -= 1 }
    guard level <= Self.depth else {
      throw Failure(offset: offset, message: "more than \(Self.depth) brackets within each other")
    }
    let place = offset
    if take("not") {
      negative = negative ?? ("not", place)
      return .not(try negation())
    }
    if take("(") {
      let result = try alternatives()
      guard take(")") else { throw Failure(offset: offset, message: "a `)` is missing here") }
      return result
    }
    return try term()
  }

  private mutating func term() throws(Failure) -> Predicate {
    guard let token = next, token.kind == .word, !["and", "or", "has"].contains(token.text) else {
      let found = next.map { "'\($0.text)'" } ?? "the end"
      throw Failure(
        offset: offset, message: "\(found) stands where a name or a call such as `asked(x)` belongs"
      )
    }
    index += 1
    if take("(") { return try call(token) }
    let reference = try reference(token)
    let sign = next
    if take("has") { return try has(reference, token) }
    if let sign, sign.kind == .sign, let comparison = Predicate.Comparison(rawValue: sign.text) {
      index += 1
      return try compare(reference, token, comparison, sign)
    }
    throw Failure(
      offset: offset,
      message: "after '\(token.text)' comes `has` and an option, or = != < <= > >= and a number")
  }

  private func reference(_ token: PredicateLexer.Token) throws(Failure) -> Reference {
    switch References.parse(token.text) {
    case .success(let reference): return reference
    case .failure(let fault):
      let isList = ["own.", "experiment.", "course."].contains(where: token.text.hasPrefix)
      throw Failure(
        code: isList ? .unknownAnswer : .badCondition, offset: token.offset, message: fault.message)
    }
  }

  private mutating func has(
    _ reference: Reference, _ token: PredicateLexer.Token
  ) throws(Failure) -> Predicate {
    guard let option = next, option.kind != .sign, Values.isID(option.text) else {
      throw Failure(offset: offset, message: "after `has` comes the id of an option")
    }
    index += 1
    uses.append(
      .init(
        reference: reference, offset: token.offset,
        test: .has(option.text, offset: option.offset)))
    return .has(reference, option.text)
  }

  private mutating func compare(
    _ reference: Reference, _ token: PredicateLexer.Token, _ comparison: Predicate.Comparison,
    _ sign: PredicateLexer.Token
  ) throws(Failure) -> Predicate {
    guard let word = next, let number = Values.whole(word.text) else {
      let hint = next?.text == "=" ? "; write one `=`" : ""
      throw Failure(offset: offset, message: "after `\(sign.text)` comes a whole number\(hint)")
    }
    index += 1
    if comparison == .notEqual { negative = negative ?? ("!=", sign.offset) }
    uses.append(
      .init(
        reference: reference, offset: token.offset, test: .compare(number, offset: word.offset)))
    return .compare(reference, comparison, number)
  }

  private mutating func call(_ name: PredicateLexer.Token) throws(Failure) -> Predicate {
    guard Self.calls.contains(name.text) else {
      throw Failure(
        offset: name.offset,
        message: "'\(name.text)' cannot be asked" + NearestName.hint(name.text, in: Self.calls))
    }
    guard let inner = next, inner.kind == .word else {
      throw Failure(offset: offset, message: "a name belongs between the brackets")
    }
    index += 1
    guard take(")") else { throw Failure(offset: offset, message: "a `)` is missing here") }
    switch name.text {
    case "held": return .held(try word(inner, "hold"))
    case "wished": return .wished(try word(inner, "wish"))
    case "course": return .course(try word(inner, "standing of the course"))
    case "due":
      names.append(.init(kind: .due, id: inner.text, offset: inner.offset))
      return .due(inner.text)
    case "score": return try score(inner)
    default: break
    }
    let reference = try reference(inner)
    func use(_ test: ParsedPredicate.Test) -> ParsedPredicate.Use {
      .init(reference: reference, offset: inner.offset, test: test)
    }
    switch name.text {
    case "practised":
      uses.append(use(.practised))
      return .practised(reference)
    case "ended-early":
      uses.append(use(.endedEarly))
      return .endedEarly(reference)
    case "asked":
      uses.append(use(.asked))
      return .asked(reference)
    default:
      uses.append(use(.skipped))
      negative = negative ?? ("skipped", name.offset)
      return .skipped(reference)
    }
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ token: PredicateLexer.Token, _ what: String
  ) throws(Failure) -> Word {
    if let word = Word(rawValue: token.text) { return word }
    let hint = NearestName.hint(token.text, in: Set(Word.allCases.map(\.rawValue)))
    throw Failure(
      code: .badWord, offset: token.offset, message: "there is no \(what) '\(token.text)'" + hint)
  }

  /// `score(step) >= 9`.
  private mutating func score(_ step: PredicateLexer.Token) throws(Failure) -> Predicate {
    guard let sign = next, sign.kind == .sign,
      let comparison = Predicate.Comparison(rawValue: sign.text)
    else {
      throw Failure(
        offset: offset, message: "after `score(...)` comes = != < <= > >= and a number")
    }
    index += 1
    guard let word = next, let number = Values.whole(word.text) else {
      throw Failure(offset: offset, message: "after `\(sign.text)` comes a whole number")
    }
    index += 1
    names.append(.init(kind: .score, id: step.text, offset: step.offset))
    if comparison == .notEqual { negative = negative ?? ("!=", sign.offset) }
    return .score(step.text, comparison, number)
  }
}
