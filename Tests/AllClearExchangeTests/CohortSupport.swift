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
  /// So many bytes come at a time: few, so that rows lie across them.
  var piece = 37
  /// Whether they are written as old spreadsheets do, and not in UTF-8.
  var isLatin1 = false
  /// Whether there is a place to sort in.
  var hasRoom = true

  /// What its words say is mind or brain: stress, and nothing else.
  static func isMindBrain(_ cause: String) -> Bool { cause.contains("stress") }

  func read() throws(CohortFault) -> Cohort {
    var inputs: [CohortFile: CohortInput] = [:]
    inputs[.outcomes] = outcomes.map { Self.input(bytes($0), isAgain: !isOnce, piece: piece) }
    inputs[.causes] = causes.map { Self.input(bytes($0), isAgain: !isOnce, piece: piece) }
    return try CohortReading(
      inputs, options, isMindBrain: Self.isMindBrain,
      scratch: { hasRoom ? Self.scratch() : nil }
    ).cohort()
  }

  private func bytes(_ text: String) -> [UInt8] {
    isLatin1
      ? text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(text.utf8)
  }

  static func input(_ bytes: [UInt8], isAgain: Bool = true, piece: Int = 37) -> CohortInput {
    CohortInput(isAgain: isAgain) {
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
