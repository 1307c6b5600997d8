import AllClearEngine

/// GRDB has a class of this name too; here a record is always a kept fact.
typealias Record = AllClearEngine.Record
