import AllClearEngine
import AllClearExchange
import AllClearMeasures
import AllClearScript
import Foundation

/// `allclear causes code`: causes in own words, one a line, coded as CSV.
struct CausesCode {
  let coder: CauseCoder

  static let header = "cause,category,mind_brain,reason\n"

  /// Reads a file, or standard input, and prints what each line is coded as.
  static func run(_ path: String?, _ launch: Launch) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      let coder = try house.causeCoder()
      let lines = try read(path)
      let code = Self(coder: coder)
      Console.write(header)
      // In pieces: a long file shows that something is happening, and a closed pipe ends it.
      for piece in lines.chunked(1_000) {
        Console.write(piece.map(code.row).joined())
      }
      exit(ExitCode.done)
    } catch { error.end() }
  }

  /// A row of the table, with its end of line.
  func row(_ cause: String) -> String {
    let coded = coder.code(cause)
    let cells = [
      cause, coded.category.rawValue, coded.isMindBrain ? "1" : "0", Self.reason(coded),
    ]
    return cells.map(CSV.quoted).joined(separator: ",") + "\n"
  }

  /// Why it was coded so, with the words that decided it.
  static func reason(_ coded: CodedCause) -> String {
    guard let reason = coded.reason else { return "Unknown: no word of the lexicon stands in it." }
    let others = coded.others.map(\.rawValue).joined(separator: ", ")
    return "\"\(coded.words)\": \(reason)" + (others.isEmpty ? "" : " Mixed: also \(others).")
  }

  /// The lines that say something.
  private static func read(_ path: String?) throws(Failure) -> [String] {
    let text: String
    if let path, path != "-" {
      text = try InFile.text(path)
    } else {
      if Console.readsTerminal {
        Console.error("reading causes from the keyboard, one a line; Ctrl-D ends")
      }
      guard let data = try? FileHandle.standardInput.readToEnd() else { return [] }
      text = String(decoding: data, as: UTF8.self)
    }
    return
      text
      .split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}

extension Array {
  /// Pieces of at most so many elements.
  fileprivate func chunked(_ size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

extension House {
  /// The coder of causes, by the content's lexicon.
  func causeCoder() throws(Failure) -> CauseCoder {
    let (lexicon, diagnostics) = compiler.lexicon()
    guard let lexicon else {
      let why = diagnostics.first.map { $0.rendered() } ?? "there is no lexicon.yaml"
      throw Failure(
        ExitCode.badContent, "causes cannot be coded with the content in \(files.root): \(why)")
    }
    return CauseCoder(lexicon: lexicon)
  }

  /// What causes that were told are coded as; nothing where the content has no sound lexicon.
  func causeCodes(of progress: AllClearEngine.Progress) -> [String: CodedCause] {
    // The lexicon is read only where a kind will be said.
    guard progress.own.causesTellings.count > 1, let coder = try? causeCoder() else { return [:] }
    return progress.own.causeCodes(by: coder)
  }
}
