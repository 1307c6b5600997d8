import AllClearMeasures
import Foundation

@testable import AllClearExchange

/// Tables of a cohort in memory.
struct CohortTables {
  var outcomes: String?
  var causes: String?
  var options = CohortOptions()
  /// Whether the tables can be read only once, as from a pipe.
  var isOnce = false
  /// Whether there is a place to sort in.
  var hasRoom = true

  /// What its words say is mind or brain: stress, and nothing else.
  static func isMindBrain(_ cause: String) -> Bool { cause.contains("stress") }

  func read() throws(CohortFault) -> Cohort {
    var inputs: [CohortFile: CohortInput] = [:]
    inputs[.outcomes] = outcomes.map { Self.input($0, isAgain: !isOnce) }
    inputs[.causes] = causes.map { Self.input($0, isAgain: !isOnce) }
    return try CohortReading(
      inputs, options, isMindBrain: Self.isMindBrain,
      scratch: { hasRoom ? Self.scratch() : nil }
    ).cohort()
  }

  /// In small pieces, so that rows lie across them.
  static func input(_ text: String, isAgain: Bool = true, piece: Int = 37) -> CohortInput {
    let bytes = Array(text.utf8)
    return CohortInput(isAgain: isAgain) {
      var at = 0
      return { buffer in
        let count = min(piece, buffer.count, bytes.count - at)
        buffer.copyBytes(from: bytes[at..<at + count])
        at += count
        return count
      }
    }
  }

  static func scratch() -> CohortScratch {
    var kept: [UInt8] = []
    return CohortScratch(
      add: {
        kept += $0
        return true
      },
      read: { at, buffer in
        let count = min(buffer.count, kept.count - at)
        buffer.copyBytes(from: kept[at..<at + count])
        return count
      })
  }
}

extension Cohort {
  /// The group of an arm.
  subscript(name: String) -> CohortGroup? { arms.first { $0.name == name }?.group }
}
