import GRDB

extension Store {
  /// Looks at the tables as they are: for tests, which import no GRDB.
  func look(_ sql: String) throws(StoreError) -> [[String?]] {
    try StoreError.catching {
      try queue.writeWithoutTransaction { database in
        try Row.fetchAll(database, sql: sql).map { row in
          (0..<row.count).map { index in
            let value: DatabaseValue = row[index]
            return value.isNull ? nil : String.fromDatabaseValue(value) ?? value.description
          }
        }
      }
    }
  }

  /// What SQLite means to do for a question.
  func plan(of sql: String) throws(StoreError) -> [String] {
    try StoreError.catching {
      try queue.read { database in
        let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
        let arguments = StatementArguments(
          [Int64](repeating: 1, count: parameters(in: sql)))
        return try Row.fetchAll(statement, arguments: arguments).map { $0[3] }
      }
    }
  }

  private func parameters(in sql: String) -> Int {
    (1...9).last { sql.contains("?\($0)") } ?? 0
  }
}
