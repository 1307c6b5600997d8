import AllClearEngine
import AllClearScript

/// The steps of a session that were met for the answer to a safety question, by the content that
/// there is.
struct HiddenSteps {
  private var hidden: Set<String> = []
  /// Modules of safety questions, and their steps that are known and tell nothing.
  private let modules: Set<String>
  private var known: Set<String> = []

  init(_ session: KeptSession, _ house: House) {
    let roles = house.program.roles
    modules = [roles.gate, roles.recheck]
    var found: [String: Module] = [:]
    func compiled(_ id: String) -> Module? {
      if let module = found[id] { return module }
      guard house.program.module(id)?.file != nil || house.program.page(id) != nil else {
        return nil
      }
      found[id] = house.compiler.module(id, of: house.program).0
      return found[id]
    }
    let ids = Set(session.entries.map(\.row.module) + [session.module])
    for module in ids.sorted().compactMap(compiled) {
      let beside = module.stepsBesideGates { other, step in
        compiled(other)?.allSteps.first { $0.id == step }?.outcomes ?? []
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
