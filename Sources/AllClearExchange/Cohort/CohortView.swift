import AllClearMeasures

/// A cohort as the page's template reads it.
struct CohortView {
  typealias Values = [String: Any]

  let cohort: Cohort
  let version: String
  private let table: CohortTable

  init(_ cohort: Cohort, by version: String) {
    self.cohort = cohort
    self.version = version
    table = CohortTable(cohort)
  }

  /// Every text is made harmless here.
  private static func text(_ words: String) -> String { Report.Format.html.escaped(words) }

  var values: Values {
    var values: Values = [
      "version": Self.text(version), "source": Self.text(cohort.source),
      "limits": table.limits.map(Self.text),
    ]
    guard !cohort.arms.isEmpty else { return values }
    values["table"] = [
      "arms": table.arms.map(Self.text),
      "rows": table.rows.map { row($0.label, $0.cells, $0.note) },
    ]
    values["notes"] = table.notes.enumerated().map { index, note -> Values in
      ["number": index + 1, "text": Self.text(note)]
    }
    if !table.distances.isEmpty {
      values["distances"] = [
        "kinds": table.kinds.map { ["label": Self.text($0.label), "note": $0.note] as Values },
        "rows": table.distances.map { row($0.label, $0.cells, nil) },
      ]
    }
    values["charts"] = CohortChart.all(of: cohort).map(\.values)
    return values
  }

  private func row(_ label: String, _ cells: [String], _ note: Int?) -> Values {
    var values: Values = ["label": Self.text(label), "cells": cells.map(Self.text)]
    if let note { values["note"] = note }
    return values
  }
}

extension ReportTemplates {
  /// Writes the page of a cohort.
  public func page(of cohort: Cohort, by version: String) throws(ExchangeError) -> String {
    try page("cohort.html", CohortView(cohort, by: version).values)
  }
}
