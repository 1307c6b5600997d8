import AllClearEngine
import Glibc

/// What there is to open, as lines of id and title.
enum Listing {
  static func modules(_ launch: Launch) -> Never {
    print(launch) { program in
      program.modules.map { entry in
        row(entry.id, entry.title, entry.file == nil ? "not written yet" : "\(entry.minutes) min")
      }
    }
  }

  static func practices(_ launch: Launch) -> Never {
    print(launch) { practices($0) }
  }

  static func everything(_ launch: Launch) -> Never {
    print(launch) { program in
      var lines = ["Modules"]
      lines += (program.modules + program.beside).filter { $0.file != nil }.map {
        row($0.id, $0.title)
      }
      lines += ["", "Practices"] + practices(program)
      for shelf in program.shelves {
        lines += pages(program, on: shelf.id, "Pages: " + shelf.title)
      }
      return lines + pages(program, on: nil, "Pages")
    }
  }

  /// The pages of a shelf below its title, or those that stand on none; nothing where there are none.
  private static func pages(_ program: Program, on shelf: String?, _ title: String) -> [String] {
    let pages = program.pages.filter { $0.shelf == shelf }
    return pages.isEmpty ? [] : ["", title] + pages.map { row($0.id, $0.title) }
  }

  private static func practices(_ program: Program) -> [String] {
    program.practices.map { entry in
      row(entry.id, entry.title, entry.lengths.map(String.init).joined(separator: ", ") + " min")
    }
  }

  /// An id and its title, in two columns.
  static func row(_ id: String, _ title: String, _ note: String? = nil) -> String {
    let padding = String(repeating: " ", count: max(2, 20 - id.count))
    return id + padding + title + (note.map { ", \($0)" } ?? "")
  }

  private static func print(_ launch: Launch, _ lines: (Program) -> [String]) -> Never {
    do throws(Failure) {
      let house = try House(launch)
      for line in lines(house.program) { Console.line(line) }
      exit(ExitCode.done)
    } catch { error.end() }
  }
}
