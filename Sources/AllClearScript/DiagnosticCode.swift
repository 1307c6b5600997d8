/// What can be wrong with content; each code has a fixture that triggers it.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // Files and YAML.
  case cannotRead = "cannot-read"
  case tooLarge = "too-large"
  case notUTF8 = "not-utf8"
  case controlCharacter = "control-character"
  case tab
  case badCharacter = "bad-character"
  case tooDeep = "too-deep"
  case yamlSyntax = "yaml-syntax"
  case plainYAML = "plain-yaml"
  case anchorOrAlias = "anchor-or-alias"
  case duplicateKey = "duplicate-key"
  case emptyFile = "empty-file"
  case severalDocuments = "several-documents"
  case notAMap = "not-a-map"
  case formatMissing = "format-missing"
  case formatNewer = "format-newer"
  case headerKind = "header-kind"

  // Keys and values.
  case unknownKey = "unknown-key"
  case misplacedKey = "misplaced-key"
  case missingKey = "missing-key"
  case wrongShape = "wrong-shape"
  case wrongCount = "wrong-count"
  case emptyText = "empty-text"
  case badNumber = "bad-number"
  case badDuration = "bad-duration"
  case badTime = "bad-time"
  case badDate = "bad-date"
  case badWord = "bad-word"
  case badID = "bad-id"
  case badPath = "bad-path"
  case duplicateID = "duplicate-id"
  case retiredID = "retired-id"

  // Prose and holes.
  case badHole = "bad-hole"
  case holeUnknown = "hole-unknown"
  case holeType = "hole-type"
  case holeNeedsFallback = "hole-needs-fallback"
  case holeNotHere = "hole-not-here"
  case numbersNotAlone = "numbers-not-alone"
  case emphasisNotClosed = "emphasis-not-closed"

  // Conditions.
  case badCondition = "bad-condition"
  case unknownAnswer = "unknown-answer"
  case forwardAnswer = "forward-answer"
  case answerType = "answer-type"
  case unknownOption = "unknown-option"
  case scaleRange = "scale-range"
  case notGiven = "not-given"
  case bodyNeedsPositive = "body-needs-positive"

  // Steps.
  case stepKind = "step-kind"
  case pageStep = "page-step"
  case optionDoor = "option-door"
  case optionWhen = "option-when"
  case unknownDoor = "unknown-door"
  case unknownPractice = "unknown-practice"
  case practiceLength = "practice-length"
  case unknownModule = "unknown-module"
  case unknownMeasure = "unknown-measure"
  case measureScore = "measure-score"
  case badCue = "bad-cue"
  case includeCycle = "include-cycle"
  case includeBroken = "include-broken"
  case includeStep = "include-step"
  case includeReference = "include-reference"
  case unknownSource = "unknown-source"
  case sourcesReason = "sources-reason"

  // Safety questions.
  case gateWayRound = "gate-way-round"
  case gateStop = "gate-stop"
  case gateSorts = "gate-sorts"
  case gateKeep = "gate-keep"
  case gateVerdict = "gate-verdict"

  // What is said.
  case refusedClaim = "refused-claim"
  case claimNeedsSource = "claim-needs-source"
  case cardTooLong = "card-too-long"
  case fileGrade = "file-grade"
  case paragraphGrade = "paragraph-grade"
  case safetyLineLength = "safety-line-length"

  // Practices.
  case cueEmpty = "cue-empty"
  case cueOrder = "cue-order"
  case cueLength = "cue-length"
  case cueTooSoon = "cue-too-soon"
  case cueShare = "cue-share"
  case cueSilence = "cue-silence"
  case cueWord = "cue-word"
  case cueFirstLine = "cue-first-line"
  case cueIngredients = "cue-ingredients"
  case cueTone = "cue-tone"

  // The whole folder.
  case roleMissing = "role-missing"
  case roleWaits = "role-waits"
  case roleWithoutGate = "role-without-gate"
  case roleWithPartOfGate = "role-with-part-of-gate"
  case letGoKeeps = "let-go-keeps"
  case phraseMissing = "phrase-missing"
  case givenStep = "given-step"
  case differsFromProgram = "differs-from-program"
  case fileNotListed = "file-not-listed"

  // Other languages.
  case translationStructure = "translation-structure"
  case translationUnknown = "translation-unknown"
  case translationOld = "translation-old"

  /// Whether content with it can still be used.
  public var severity: Diagnostic.Severity {
    self == .paragraphGrade || self == .translationOld ? .warning : .error
  }

  /// What it is, in a few words.
  public var title: String { about.title }

  /// Why it is refused, or what would be right: one sentence or two.
  public var explanation: String { about.explanation }
}
