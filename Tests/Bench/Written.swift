import AllClearStore

/// How long it takes to find all that was written, in a journal of years.
enum Written {
  static func rows(_ setting: Setting) throws(Trouble) -> [Row] {
    var figures = Figures()
    var count = 0
    do throws(StoreError) {
      let store = try Store.open(.file(setting.folder + "/many/allclear/journal.sqlite"), .existing)
      for _ in 0..<setting.runs {
        let start = Child.now()
        count = try store.writings().count
        figures.add(Child.now() - start)
      }
    } catch { throw Trouble(text: "what was written cannot be read: \(error)") }
    return [
      Row(
        name: "\(count) texts of \(Journals.many) records", figures: figures, unit: "ms",
        aim: Row.Aim(limit: 150, of: .p99))
    ]
  }
}
