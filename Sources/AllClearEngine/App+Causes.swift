// What can be done beside the causes told then and now.
extension App.State {
  /// What stands below the causes, before the way on.
  func causeItems(at now: Now) -> [Item] { [] }
}
