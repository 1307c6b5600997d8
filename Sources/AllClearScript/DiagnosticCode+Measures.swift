// What the codes of questionnaires and of other languages mean.
extension DiagnosticCode {
  var measuresAbout: About? {
    switch self {
    case .unknownMeasure:
      ("A measure that is not there", "A `measure` step names one that program.yaml lists.")
    case .measureScore:
      (
        "A score that does not add up",
        "`sum` names items of the measure; the ranges begin at the least total, leave no gap and "
          + "end at the greatest or before."
      )
    case .badCue:
      (
        "A cue that cannot be found, or stands twice",
        "A cue is words, `injur*` with any ending, or words with `...` for up to two between; "
          + "each stands in one group."
      )
    default: nil
    }
  }

  var languagesAbout: About? {
    switch self {
    case .translationStructure:
      (
        "A rule in a translation",
        "Conditions, ends, times and ids stand in the original alone; a translation has words."
      )
    case .translationUnknown:
      (
        "A translation of something that is not there",
        "A translation has the path, kind and id of its original, and names texts that stand there."
      )
    case .translationOld:
      (
        "A translation of older words",
        "`of` is the fingerprint of the original that was translated; it has changed since."
      )
    default: nil
    }
  }
}
