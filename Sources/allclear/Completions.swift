import AllClearEngine
import ArgumentParser

/// What a shell offers where an id is typed.
///
/// A shell asks while a person types: whatever is wrong with the content, nothing is said.
enum Completions {
  static let modules = CompletionKind.custom { words, _, _ in
    ids(words) { $0.modules.filter { $0.file != nil }.map(\.id) }
  }

  static let practices = CompletionKind.custom { words, _, _ in
    ids(words) { $0.practices.map(\.id) }
  }

  static let personas = CompletionKind.custom { words, _, _ in
    var launch = Launch()
    launch.content = content(in: words)
    do throws(Failure) { return Cast.names(in: try House(launch).files) } catch { return [] }
  }

  /// All that `allclear read` lists.
  static let everything = CompletionKind.custom { words, _, _ in
    ids(words) { program in
      (program.modules + program.beside).filter { $0.file != nil }.map(\.id)
        + program.practices.map(\.id) + program.pages.map(\.id)
    }
  }

  private static func ids(_ words: [String], _ list: (Program) -> [String]) -> [String] {
    var launch = Launch()
    launch.content = content(in: words)
    do throws(Failure) {
      return list(try House(launch).program)
    } catch { return [] }
  }

  /// The folder that the line typed so far names.
  static func content(in words: [String]) -> String? {
    let name = "--content"
    for (index, word) in words.enumerated().reversed() {
      if word.hasPrefix(name + "=") { return String(word.dropFirst(name.count + 1)) }
      if word == name, index + 1 < words.count { return words[index + 1] }
    }
    return nil
  }
}
