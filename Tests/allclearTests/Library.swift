import AllClearEngine
import AllClearScript

@testable import allclear

/// The real content, compiled once for all tests.
struct Library: Sendable {
  let program: Program
  /// Modules and pages that are written.
  let modules: [String: Module]
  let practices: [String: Practice]
  let crisis: Crisis

  static let real = try? Library()

  /// - Parameter root: the folder that holds `en`.
  init(root: String = RealContent.root + "/Content") throws {
    var launch = Launch()
    launch.content = root
    let house = try House(launch)
    program = house.program
    var modules: [String: Module] = [:]
    let written = (program.modules + program.beside).filter { $0.file != nil }.map(\.id)
    for id in written + program.pages.map(\.id) {
      guard let module = house.compiler.module(id, of: program).module else { throw Broken(id: id) }
      modules[id] = module
    }
    var practices: [String: Practice] = [:]
    for entry in program.practices {
      guard let practice = house.compiler.practice(entry.id, of: program).practice else {
        throw Broken(id: entry.id)
      }
      practices[entry.id] = practice
    }
    guard let crisis = house.compiler.crisis(of: program).crisis else { throw Broken(id: "crisis") }
    (self.modules, self.practices, self.crisis) = (modules, practices, crisis)
  }

  struct Broken: Error { let id: String }

  /// Modules that are written, in the course and beside it.
  var written: [Module] {
    (program.modules + program.beside).compactMap { modules[$0.id] }
  }

  func attention(titled title: String) -> Attention? {
    program.practices.first { $0.title == title }?.attention
  }
}
