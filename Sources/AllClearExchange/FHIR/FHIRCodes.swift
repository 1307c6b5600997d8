import AllClearEngine

/// Codes of what is exported as FHIR: LOINC's where they are known for sure, else our own.
enum FHIRCodes {
  static let loinc = "http://loinc.org"
  /// Names only: nothing is served there.
  static let own = "https://allclear.example/fhir/CodeSystem/items"
  static let questionnaires = "https://allclear.example/fhir/Questionnaire/"
  static let category = "http://terminology.hl7.org/CodeSystem/observation-category"

  /// Pain severity, 0 to 10, as reported.
  static let pain = coding(
    loinc, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSON {
    var members = [
      JSON.Member(key: "system", value: .string(system)),
      JSON.Member(key: "code", value: .string(code)),
    ]
    if let display { members.append(JSON.Member(key: "display", value: .string(display))) }
    return .object(members)
  }

  /// What a rating is called.
  static func codes(of field: CheckIn.Field, text: String) -> [JSON] {
    let own = coding(own, "check-in.\(field.rawValue)", text)
    return field == .pain ? [pain, own] : [own]
  }

  /// What a question of a questionnaire is called.
  ///
  /// The PHQ-4 shares its first two with the GAD-7, whose codes are known.
  static func codes(of item: Measure.Item, in measure: Measure) -> [JSON] {
    let text = item.text.plainText
    let own = coding(own, "\(measure.id).\(item.id)", text)
    let known = ["phq-4.nervous": "69725-0", "phq-4.worrying": "68509-9"]
    guard let code = known["\(measure.id).\(item.id)"] else { return [own] }
    return [coding(loinc, code, text), own]
  }

  /// What an answer is called.
  static func code(of option: Measure.Option, in measure: Measure) -> JSON {
    let known = [
      "not-at-all": "LA6568-5", "several-days": "LA6569-3", "more-than-half": "LA6570-1",
      "nearly-every-day": "LA6571-9",
    ]
    if measure.id == "phq-4", let code = known[option.id] {
      return coding(loinc, code, option.text)
    }
    return coding(own, "\(measure.id).\(option.id)", option.text)
  }
}
