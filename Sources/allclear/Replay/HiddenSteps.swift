import AllClearEngine
import AllClearScript

/// The steps of a session that were met for the answer to a safety question, by the content that
/// there is.
struct HiddenSteps {
  private var hidden: Set<String> = []
  /// Modules of safety questions, and their steps that are known and tell nothing.
  private let modules: Set<String>
  private var known: Set<String> = []

  init(_ session: KeptSession, _ shelf: ModuleShelf) {
    let roles = shelf.house.program.roles
    modules = [roles.gate, roles.recheck]
    let ids = Set(session.entries.map(\.row.module) + [session.module])
    for module in ids.sorted().compactMap({ shelf[$0] }) {
      let beside = module.stepsBesideGates { other, step in
        shelf[other]?.allSteps.first { $0.id == step }?.outcomes ?? []
      }
      hidden.formUnion(beside)
      known.formUnion(module.allSteps.map { "\($0.origin).\($0.id)" })
    }
  }

  /// Whether a step is not shown; of a module of safety questions nothing is that is not known.
  func contains(_ module: String, _ step: String) -> Bool {
    let name = "\(module).\(step)"
    return hidden.contains(name) || modules.contains(module) && !known.contains(name)
  }
}

/// Modules and pages of the content, each compiled once.
final class ModuleShelf {
  let house: House
  private var found: [String: Module] = [:]

  init(_ house: House) { self.house = house }

  /// A module by its id; `nil` where there is none that can be read.
  subscript(id: String) -> Module? {
    if let module = found[id] { return module }
    let program = house.program
    guard program.module(id)?.file != nil || program.page(id) != nil else { return nil }
    found[id] = house.compiler.module(id, of: program).0
    return found[id]
  }
}
