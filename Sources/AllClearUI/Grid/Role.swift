/// What a cell means; the executable maps each meaning to colours and attributes.
///
/// No meaning is carried by a role alone: with all roles drawn alike a screen still says everything.
public enum Role: Character, Hashable, Sendable, CaseIterable {
  /// What is read: default foreground.
  case text = "t"
  /// What may be overlooked: labels of keys, page numbers, examples, scale ends.
  case dim = "d"
  /// The heading: quiet, a little apart from the text.
  case title = "h"
  /// What a key would act on now: the selected item, the point on a scale.
  case focus = "f"
  /// Marks and the part of a figure that carries mood.
  case accent = "a"
  /// One calm sentence about what has just happened, or about what a key would need.
  case notice = "n"
  /// Telephone numbers on emergency and crisis pages: never dim, never flashing.
  case urgent = "u"
  /// A word that the text stresses; not by italics alone.
  case emphasis = "e"
  /// The name of a key, or the number of an option.
  case key = "k"
}
