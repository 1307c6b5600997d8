/// The page that leads to a person, and its telephone numbers.
public struct Crisis: Hashable, Sendable {
  /// The first words.
  public var lead: Prose
  /// The line above the emergency numbers.
  public var call: String
  /// The emergency numbers of all regions.
  public var emergency: [TelephoneNumber]
  /// Lines for advice on the same day.
  public var sameDay: [TelephoneNumber]
  public var countries: [Country]
  /// Where lines of other countries are listed.
  public var elsewhere: String
  public var cannotCall: Prose
  public var closing: Prose
  /// The day on which somebody looked or rang, `nil` where nobody has yet.
  public var checkedOn: CivilDay?

  /// Makes the page.
  public init(
    lead: Prose, call: String, emergency: [TelephoneNumber], sameDay: [TelephoneNumber],
    countries: [Country], elsewhere: String, cannotCall: Prose, closing: Prose,
    checkedOn: CivilDay?
  ) {
    self.lead = lead
    self.call = call
    self.emergency = emergency
    self.sameDay = sameDay
    self.countries = countries
    self.elsewhere = elsewhere
    self.cannotCall = cannotCall
    self.closing = closing
    self.checkedOn = checkedOn
  }

  /// Lines to talk to in one country.
  public struct Country: Hashable, Sendable {
    public var id: String
    public var name: String
    /// The line above its numbers.
    public var talk: String
    public var lines: [TelephoneNumber]

    /// Makes a country.
    public init(id: String, name: String, talk: String, lines: [TelephoneNumber]) {
      self.id = id
      self.name = name
      self.talk = talk
      self.lines = lines
    }
  }
}
