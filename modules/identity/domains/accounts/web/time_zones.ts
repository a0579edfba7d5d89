/** "Berlin (Europe), UTC+1": the place first, as people search for it. */
export function zoneLabel(zone: string, at = new Date()): string {
  const [city = zone, ...areas] = zone.replaceAll('_', ' ').split('/').reverse()
  const place = areas.length > 0 ? `${city} (${areas.reverse().join(', ')})` : city
  return zone === 'UTC' ? zone : `${place}, ${offsetOf(zone, at)}`
}

/** The time zones of this browser, and the account's own, whose spelling may differ. */
export function zoneOptions(own: string) {
  const zones = [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])]
  return zones
    .map((zone) => ({ value: zone, label: zoneLabel(zone) }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

function offsetOf(timeZone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
  const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return name.replace('GMT', 'UTC')
}
