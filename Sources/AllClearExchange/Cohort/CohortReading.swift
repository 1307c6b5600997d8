import AllClearMeasures

/// Reads the tables of a cohort, person by person.
///
/// Both tables are read beside each other as long as people stand in them in order; a table in which
/// they do not is sorted through a scratch file first. Memory stays the same however many there are.
public struct CohortReading {
  /// The tables that there are.
  public var inputs: [CohortFile: CohortInput]
  public var options: CohortOptions
  /// Whether a cause counts as mind or brain, by its words.
  public var isMindBrain: (String) -> Bool
  /// Makes a place for what has to be sorted.
  public var scratch: () -> CohortScratch?
  /// Told now and then: of which table how many bytes were read.
  public var progress: ((CohortFile, Int) -> Void)?

  /// Makes a reading.
  public init(
    _ inputs: [CohortFile: CohortInput], _ options: CohortOptions,
    isMindBrain: @escaping (String) -> Bool, scratch: @escaping () -> CohortScratch?
  ) {
    self.inputs = inputs
    self.options = options
    self.isMindBrain = isMindBrain
    self.scratch = scratch
  }

  /// Reads everything.
  public func cohort() throws(CohortFault) -> Cohort {
    var sorted = Set(inputs.filter { !$0.value.isAgain }.keys)
    while true {
      do throws(CohortStop) { return try cohort(sorting: sorted) } catch {
        switch error {
        case .unordered(let file): sorted.insert(file)
        case .fault(let fault): throw fault
        }
      }
    }
  }

  private func cohort(sorting sorted: Set<CohortFile>) throws(CohortStop) -> Cohort {
    let state = CohortState(options, isMindBrain: isMindBrain)
    var sources: [PartSource] = []
    for file in CohortFile.allCases {
      guard let input = inputs[file] else { continue }
      do throws(CohortError) {
        let sorts = sorted.contains(file)
        sources += try self.sources(of: file, input, state, sorts: sorts)
      } catch { throw .fault(file, error) }
    }
    var people = People(state, hasOutcomes: inputs[.outcomes] != nil)
    var merged = try MergedParts(sources)
    while let part = try merged.next() { people.add(part) }
    return try finish(people.cohort(), state)
  }

  private func sources(
    of file: CohortFile, _ input: CohortInput, _ state: CohortState, sorts: Bool
  ) throws(CohortError) -> [PartSource] {
    guard let fill = input.open() else { throw .unreadable }
    let hasArms = file == .outcomes || inputs[.outcomes] == nil
    let told = progress.map { progress in { (bytes: Int) in progress(file, bytes) } }
    let rows = try CohortRows(file, ByteRows(fill), state, hasArms: hasArms, progress: told)
    guard sorts else { return [.rows(OrderedRows(rows))] }
    guard let scratch = scratch() else { throw .noRoom }
    let parts = SortedParts(scratch)
    try parts.take(rows)
    return (0..<parts.count).map { .piece(file, parts, $0) }
  }

  // MARK: - The end

  private func finish(_ cohort: Cohort, _ state: CohortState) throws(CohortStop) -> Cohort {
    var cohort = cohort
    for file in CohortFile.allCases {
      guard let refusals = state.refusals[file] else { continue }
      guard options.skipsBad else {
        throw .fault(file, .refused(refusals.first, of: refusals.count))
      }
      cohort.leftOut += refusals.count
    }
    for file in CohortFile.allCases where inputs[file] != nil {
      let found = state.found[file] ?? (false, false)
      let others = state.otherVisits[file].map {
        "; it has: " + $0.map { OneLine.of($0) }.sorted().joined(separator: ", ")
      }
      func missing(_ name: String, _ option: String) {
        cohort.missingVisits.append(
          "The table of \(file.rawValue) has no line of the visit \(name)\(others ?? ""). "
            + "\(option) names another.")
      }
      if !found.before {
        missing(
          file == .causes
            ? options.before.last ?? "" : options.before.joined(separator: " or "), "--before")
      }
      if !found.after { missing(options.after, "--after") }
    }
    cohort.hasPain = inputs[.outcomes] != nil
    cohort.hasCauses = inputs[.causes] != nil
    (cohort.byFile, cohort.byWords, cohort.further) = (state.byFile, state.byWords, state.further)
    guard cohort.order() else {
      let names = cohort.arms.map { OneLine.of($0.name) }.joined(separator: ", ")
      throw .fault(
        inputs[.outcomes] != nil ? .outcomes : .causes,
        .header("it has no arm '\(OneLine.of(options.reference ?? ""))'; it has: \(names)"))
    }
    return cohort
  }
}

/// People as they come together from their parts, and their groups.
private struct People {
  private let state: CohortState
  private let hasOutcomes: Bool
  private var current: PersonPart?
  private var groups: [UInt8: CohortGroup] = [:]
  private var withoutArm = 0
  private var onlyCauses = 0
  /// Whether any line has an arm: where none has, all are one group.
  private var hasArms: Bool { !state.arms.isEmpty }

  init(_ state: CohortState, hasOutcomes: Bool) {
    self.state = state
    self.hasOutcomes = hasOutcomes
  }

  mutating func add(_ part: PersonPart) {
    guard current?.key == part.key else {
      finish()
      current = part
      return
    }
    if let why = current?.add(part, further: &state.further) {
      state.refusals[part.file, default: Refusals()].add(part.line, why)
    }
  }

  private mutating func finish() {
    guard let part = current else { return }
    current = nil
    for named in [part.named, part.namedAfter] {
      let byFile = named.byFile.nonzeroBitCount
      state.byFile += byFile
      state.byWords += named.answers - byFile
    }
    guard part.file == .outcomes || !hasOutcomes else {
      onlyCauses += 1
      return
    }
    groups[part.arm, default: CohortGroup()].add(part.person(of: state.options.before.count))
  }

  mutating func cohort() -> Cohort {
    finish()
    var cohort = Cohort(state.options)
    if let group = groups.removeValue(forKey: PersonPart.noArm) {
      if hasArms {
        cohort.withoutArm = group.people
      } else {
        cohort.arms.append(Cohort.Arm(state.options.group, group))
      }
    }
    for (arm, group) in groups {
      cohort.arms.append(Cohort.Arm(state.arms[Int(arm)], group))
    }
    cohort.onlyCauses = onlyCauses
    return cohort
  }
}
