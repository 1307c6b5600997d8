public import AllClearEngine

/// Ratings and questionnaires as a FHIR R4B Bundle, for the record of a clinic.
///
/// It holds the ratings of the beginning and of check-ins, and questionnaires; the person without a
/// name. Nothing of the safety questions is in it, and no words of one's own.
public struct FHIRExport {
  private let records: [StandingRecord]
  private let measures: [Measure]
  private let questions: [CheckIn.Field: String]
  private static let subject = "urn:uuid:" + UUIDText.of("person")

  /// Takes the records that stand, in the order of writing.
  /// - Parameters:
  ///   - measures: the questionnaires whose answers are told.
  ///   - questions: what a check-in asks, by what is rated.
  public init(
    _ records: [StandingRecord], measures: [Measure], questions: [CheckIn.Field: String]
  ) {
    self.records = records
    self.measures = measures
    self.questions = questions
  }

  /// The Bundle.
  public var text: String {
    let rated = Ratings.all(in: records)
    let measured = Measured.all(in: records, of: measures).filter { !$0.answers.isEmpty }
    var entries = [entry(Self.subject, ["resourceType": "Patient"])]
    if !rated.isEmpty { entries.append(entry(uuid("form check-in"), checkInForm)) }
    for measure in measures where measured.contains(where: { $0.measure.id == measure.id }) {
      entries.append(entry(uuid("form \(measure.id)"), form(measure)))
    }
    entries += rated.flatMap(self.entries)
    entries += measured.flatMap(self.entries)
    let bundle: JSON = [
      "resourceType": "Bundle", "type": "collection", "entry": .array(entries),
    ]
    return bundle.pretty() + "\n"
  }

  private func uuid(_ name: String) -> String { "urn:uuid:" + UUIDText.of(name) }

  private func entry(_ url: String, _ resource: JSON) -> JSON {
    ["fullUrl": .string(url), "resource": resource]
  }

  private func question(_ field: CheckIn.Field) -> String { questions[field] ?? field.rawValue }

  // MARK: - Forms

  private var checkInForm: JSON {
    let items = CheckIn.Field.allCases.map { field -> JSON in
      var item: [JSON.Member] = [
        .init(key: "linkId", value: .string(field.rawValue)),
        .init(key: "code", value: .array(FHIRCodes.codes(of: field, text: question(field)))),
        .init(key: "text", value: .string(question(field))),
        .init(key: "type", value: .string(field == .change ? "choice" : "integer")),
      ]
      if field == .change {
        item.append(.init(key: "answerOption", value: .array(CheckIn.Change.allCases.map(option))))
      }
      return .object(item)
    }
    return form("check-in", title: "Check-in", items)
  }

  private func option(_ change: CheckIn.Change) -> JSON {
    ["valueCoding": coding(change)]
  }

  private func coding(_ change: CheckIn.Change) -> JSON {
    FHIRCodes.coding(FHIRCodes.own, "change.\(change.rawValue)")
  }

  private func form(_ measure: Measure) -> JSON {
    form(
      measure.id, title: measure.title,
      measure.items.map { item in
        [
          "linkId": .string(item.id), "code": .array(FHIRCodes.codes(of: item, in: measure)),
          "text": .string(item.text.plainText), "type": "choice",
          "answerOption": .array(
            item.options.map { ["valueCoding": FHIRCodes.code(of: $0, in: measure)] }),
        ]
      })
  }

  private func form(_ id: String, title: String, _ items: [JSON]) -> JSON {
    [
      "resourceType": "Questionnaire", "url": .string(FHIRCodes.questionnaires + id),
      "status": "active", "title": .string(title), "subjectType": ["Patient"],
      "item": .array(items),
    ]
  }

  // MARK: - Answers

  private func entries(of rated: Ratings) -> [JSON] {
    let name = uuid("answers \(rated.session.text)")
    let fields = CheckIn.Field.allCases
    let answers = fields.compactMap { field -> JSON? in
      let value: JSON
      if let number = rated.numbers[field] {
        value = ["valueInteger": .int(number)]
      } else if field == .change, let change = rated.change {
        value = ["valueCoding": coding(change)]
      } else {
        return nil
      }
      return answer(field.rawValue, question(field), value)
    }
    guard !answers.isEmpty else { return [] }
    let observations = fields.compactMap { field -> JSON? in
      guard let number = rated.numbers[field] else { return nil }
      return entry(
        uuid("\(field.rawValue) \(rated.session.text)"),
        observation(
          FHIRCodes.codes(of: field, text: question(field)), question(field), number, at: rated.at,
          from: name))
    }
    return [entry(name, response("check-in", answers, at: rated.at))] + observations
  }

  private func entries(of measured: Measured) -> [JSON] {
    let name = uuid("\(measured.measure.id) \(measured.session.text)")
    let answers = measured.answers.map { given in
      answer(
        given.item.id, given.item.text.plainText,
        ["valueCoding": FHIRCodes.code(of: given.option, in: measured.measure)])
    }
    let totals = measured.measure.scores.compactMap { score -> JSON? in
      guard let total = measured.total(score.name) else { return nil }
      let text = "\(measured.measure.title): \(score.name)"
      let code = FHIRCodes.coding(
        FHIRCodes.own, "\(measured.measure.id).\(score.name)", text)
      return entry(
        uuid("\(measured.measure.id) \(score.name) \(measured.session.text)"),
        observation([code], text, total, at: measured.at, from: name))
    }
    return [entry(name, response(measured.measure.id, answers, at: measured.at))] + totals
  }

  private func answer(_ id: String, _ text: String, _ value: JSON) -> JSON {
    ["linkId": .string(id), "text": .string(text), "answer": [value]]
  }

  private func response(_ form: String, _ answers: [JSON], at: Wall) -> JSON {
    [
      "resourceType": "QuestionnaireResponse",
      "questionnaire": .string(FHIRCodes.questionnaires + form), "status": "completed",
      "subject": reference(Self.subject), "authored": .string(Moment.text(at)),
      "source": reference(Self.subject), "item": .array(answers),
    ]
  }

  private func observation(
    _ codes: [JSON], _ text: String, _ number: Int, at: Wall, from response: String
  ) -> JSON {
    [
      "resourceType": "Observation", "status": "final",
      "category": [["coding": [FHIRCodes.coding(FHIRCodes.category, "survey")]]],
      "code": ["coding": .array(codes), "text": .string(text)],
      "subject": reference(Self.subject), "effectiveDateTime": .string(Moment.text(at)),
      "valueInteger": .int(number), "derivedFrom": [reference(response)],
    ]
  }

  private func reference(_ url: String) -> JSON { ["reference": .string(url)] }
}
